package fr.maillage.access;

/** How far a grant of an audience goes, weakest first. */
public enum Level {
    READ, COMMENT, EDIT;

    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
