package fr.maillage.member;

/** Somebody else decided on this membership in the meantime: it is no longer in the state the act needs. */
public final class MembershipMoved extends RuntimeException {

    private static final long serialVersionUID = 1;

    MembershipMoved() {
        super("The membership is no longer in that state");
    }
}
