package fr.maillage.discussion;

/** The comment was withdrawn in the meantime: its words can no longer be changed. */
public final class CommentWithdrawn extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommentWithdrawn() {
        super("comment withdrawn", null, false, false);
    }
}
