package fr.maillage.access;

/**
 * The thing does not exist, or is not meant for this person: the two are the same answer, in the same words, so that
 * nobody can prove that something they may not see exists.
 */
public final class NotVisible extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotVisible() {
        super("not found", null, false, false);
    }
}
