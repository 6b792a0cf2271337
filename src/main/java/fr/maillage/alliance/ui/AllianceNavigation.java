package fr.maillage.alliance.ui;

/** Where the pages of alliances are. */
public final class AllianceNavigation {

    /** The list of alliances. */
    public static final String LIST = "alliances";

    static final String MEMBERS_TAB = "membres";
    static final String CHARTER_TAB = "charte";

    private AllianceNavigation() {}

    /** The page of an alliance, from the root of the site, without a leading slash. */
    public static String path(String slug) {
        return LIST + '/' + slug;
    }
}
