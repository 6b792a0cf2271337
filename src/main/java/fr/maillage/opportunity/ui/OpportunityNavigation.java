package fr.maillage.opportunity.ui;

import fr.maillage.base.SpaceId;
import fr.maillage.opportunity.OpportunityId;

/** Where the screens of opportunities are, as addresses from the root of the site. */
public final class OpportunityNavigation {

    static final String LIST = "opportunites";
    static final String ONE = "opportunites/:id";
    static final String EDIT = "opportunites/:id/modifier";
    static final String NEW = "opportunites/nouvelle";

    private OpportunityNavigation() {}

    /** The list of all that one may see. */
    public static String list() {
        return "/" + LIST;
    }

    /** The list of what a space owns. */
    public static String listOf(SpaceId space) {
        return list() + "?" + ListState.SPACE + "=" + space.value();
    }

    /** The list of what an alliance and its members own. */
    public static String listOfAlliance(SpaceId alliance) {
        return list() + "?" + ListState.ALLIANCE + "=" + alliance.value();
    }

    public static String of(OpportunityId id) {
        return list() + "/" + id.value();
    }

    static String edit(OpportunityId id) {
        return of(id) + "/modifier";
    }

    /** The form of a new one in a space. */
    public static String post(SpaceId space) {
        return "/" + NEW + "?" + ListState.SPACE + "=" + space.value();
    }
}
