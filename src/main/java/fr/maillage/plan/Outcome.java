package fr.maillage.plan;

import fr.maillage.base.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a wish to set a field. */
public sealed interface Outcome<T> {

    /**
     * It stands.
     *
     * @param version the version to send with the next change
     * @param value   the value as it is kept, which may be tidier than what was typed
     */
    record Applied<T>(long version, @Nullable T value) implements Outcome<T> {}

    /**
     * Somebody had changed the field meanwhile: nothing was written. To keep one's own value, send it again with this
     * version.
     *
     * @param theirs what stands there now
     */
    record Conflict<T>(@Nullable T theirs, PersonId author, Instant at, long version) implements Outcome<T> {}
}
