package fr.maillage.territory;

import fr.maillage.base.SpaceId;
import fr.maillage.base.Siren;
import java.util.List;

/**
 * A territory as its page shows it.
 *
 * @param officialName as the State writes it: “CA Vitré Communauté”
 * @param population   inhabitants, municipal population of the communes
 * @param communes     how many communes it groups
 * @param point        its main town, or its department when that is not known
 * @param towns        the communes whose place is known, largest first, at most {@link #MOST_TOWNS}
 */
public record Territory(SpaceId id, Siren siren, String name, String officialName, LegalType legalType, int population,
        Area department, Area region, GeoPoint point, int communes, List<Town> towns) {

    /** Largest number of towns told of one territory. */
    public static final int MOST_TOWNS = 60;

    /** A department or a region: its INSEE code and its name. */
    public record Area(String code, String name) {}

    /** A commune of the territory, where it is, and how many live there. */
    public record Town(String code, String name, int population, GeoPoint point) {}

    /** The path of its space, from the root of the site. */
    public String path() {
        return path(siren);
    }

    static String path(Siren siren) {
        return "territoires/" + siren.value();
    }
}
