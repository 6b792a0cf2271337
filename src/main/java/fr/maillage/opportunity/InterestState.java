package fr.maillage.opportunity;

/** Where an expression of interest stands. */
public enum InterestState {
    NEW, IN_DISCUSSION, ACCEPTED, DECLINED, WITHDRAWN;

    /** Whether the owner side may choose it as an answer. */
    public boolean isAnswer() {
        return this == IN_DISCUSSION || this == ACCEPTED || this == DECLINED;
    }

    public String messageKey() {
        return "opportunity.interest." + name();
    }
}
