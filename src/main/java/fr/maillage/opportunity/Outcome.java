package fr.maillage.opportunity;

/** How an opportunity ended. */
public enum Outcome {
    FOUND, WITHDRAWN, EXPIRED;

    public String messageKey() {
        return "opportunity.outcome." + name();
    }
}
