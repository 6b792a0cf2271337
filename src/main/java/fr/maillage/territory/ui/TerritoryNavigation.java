package fr.maillage.territory.ui;

import fr.maillage.base.Siren;

/** Where the pages of territories open; paths from the root of the site, without a leading slash. */
public final class TerritoryNavigation {

    /** Finding a territory. */
    public static final String FIND = "territoires";
    /** The administrator’s page that brings official outlines in. */
    public static final String OUTLINES = "administration/territoires";

    private TerritoryNavigation() {}

    /** The space of a territory. */
    public static String space(Siren siren) {
        return FIND + '/' + siren.value();
    }
}
