package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text as it was at some moment.
 *
 * @param label  what somebody called it; null for one kept by itself at a quiet moment
 * @param author who named it, or who had written last; null when nobody is known
 * @param words  how many words it has
 */
public record LiveTextVersion(UUID id, @Nullable String label, @Nullable PersonId author, Instant at, int words) {

    public Optional<String> name() {
        return Optional.ofNullable(label);
    }
}
