package fr.maillage.plan;

/** How far the thought has come: idea, study, operation (the words of API Collectivités). */
public enum Phase {
    IDEA, STUDY, OPERATION;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.phase." + name();
    }
}
