package fr.maillage.member;

/** The link of an invitation opens nothing (any more), and says why: whoever holds the link was meant to have it. */
public final class InvitationUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. A link that never existed is {@code UNKNOWN}. */
    public enum Reason {
        UNKNOWN, USED, EXPIRED, REVOKED, FOR_ANOTHER, DISABLED;

        /** The key of the sentence that says so. */
        public String messageKey() {
            return "member.invitation.unusable." + name();
        }
    }

    private final Reason reason;

    InvitationUnusable(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
