package fr.maillage.plan;

/** How much it matters. */
public enum Priority {
    HIGH, MEDIUM, LOW;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.priority." + name();
    }
}
