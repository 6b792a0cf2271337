package fr.maillage.alliance;

/** Which of the two sides of a membership acts: it takes a coordinator on each. */
public enum Side {
    ALLIANCE, MEMBER;

    public Side other() {
        return this == ALLIANCE ? MEMBER : ALLIANCE;
    }
}
