package fr.maillage.alliance;

/** Where the membership of a space in an alliance stands. */
public enum MemberState {
    /** One side has proposed, the other has not answered. */
    PROPOSED,
    ACTIVE,
    /** The other side said no. */
    DECLINED,
    /** The side that proposed took it back. */
    WITHDRAWN,
    LEFT;

    /** Whether another row for the same pair would be a duplicate. */
    public boolean open() {
        return this == PROPOSED || this == ACTIVE;
    }

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "alliance.state." + name();
    }
}
