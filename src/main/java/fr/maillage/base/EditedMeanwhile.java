package fr.maillage.base;

import java.time.Instant;

/**
 * Somebody else saved the same thing since it was opened. Nothing was changed; what was typed is still in the form,
 * to be compared with what stands now.
 */
public final class EditedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Instant at;
    private final long version;

    public EditedMeanwhile(Instant at, long version) {
        super("edited meanwhile at " + at);
        this.at = at;
        this.version = version;
    }

    /** When the other version was saved. */
    public Instant at() {
        return at;
    }

    /** The version that stands now: to save on it is to replace the other one deliberately. */
    public long version() {
        return version;
    }
}
