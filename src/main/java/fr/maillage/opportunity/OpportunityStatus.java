package fr.maillage.opportunity;

/** Whether an opportunity can still be taken. */
public enum OpportunityStatus {
    OPEN(1), CLOSED(2);

    private final int code;

    OpportunityStatus(int code) {
        this.code = code;
    }

    /** The number stored in lists. */
    public int code() {
        return code;
    }

    public String messageKey() {
        return "opportunity.status." + name();
    }
}
