package fr.maillage.plan;

/** How far a plan has come towards its signature. The order is the way it goes. */
public enum PlanState {
    DRAFT, SUBMITTED, VALIDATED, CONTRACTED;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.state." + name();
    }
}
