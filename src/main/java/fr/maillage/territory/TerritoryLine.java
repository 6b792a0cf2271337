package fr.maillage.territory;

import fr.maillage.base.Siren;
import fr.maillage.base.SpaceId;

/** A territory as a list shows it. */
public record TerritoryLine(SpaceId id, Siren siren, String name, LegalType legalType, int population,
        Territory.Area department, String region, GeoPoint point, int communes) {

    /** The path of its space, from the root of the site. */
    public String path() {
        return Territory.path(siren);
    }
}
