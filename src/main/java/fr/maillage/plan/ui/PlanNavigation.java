package fr.maillage.plan.ui;

import fr.maillage.plan.ActionId;
import fr.maillage.plan.PlanId;

/** The addresses of plans and actions, from the root of the site, without a leading slash. */
public final class PlanNavigation {

    static final String PLANS = "plans";
    static final String PLAN = "plans/:id";
    static final String ACTION = "fiches/:id";
    static final String ACTION_HISTORY = "fiches/:id/historique";
    static final String ID = "id";

    private PlanNavigation() {}

    /** The list of plans. */
    public static String plans() {
        return PLANS;
    }

    public static String plan(PlanId plan) {
        return "plans/" + plan.value();
    }

    public static String action(ActionId action) {
        return "fiches/" + action.value();
    }

    /** What became of the fields of an action. */
    public static String actionHistory(ActionId action) {
        return action(action) + "/historique";
    }
}
