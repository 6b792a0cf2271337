package fr.maillage.plan;

/** Where an action stands. */
public enum ActionStatus {
    TO_DISCUSS(1), TO_COME(2), IN_PROGRESS(3), DONE(4), PAUSED(5), ABANDONED(6), BLOCKED(7), LATE(8);

    private final int code;

    ActionStatus(int code) {
        this.code = code;
    }

    /** The number stored in lists; never reused. */
    public int code() {
        return code;
    }

    /** Whether nothing more is expected of it. */
    public boolean closed() {
        return this == DONE || this == ABANDONED;
    }

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.status." + name();
    }
}
