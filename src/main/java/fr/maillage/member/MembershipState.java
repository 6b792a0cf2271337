package fr.maillage.member;

/** Where a membership stands. Only an active one counts, and only within its dates. */
public enum MembershipState {
    REQUESTED, INVITED, ACTIVE, SUSPENDED, ENDED;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "member.state." + name();
    }
}
