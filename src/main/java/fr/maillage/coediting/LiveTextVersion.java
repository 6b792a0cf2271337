package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text as it was at some moment.
 *
 * @param label    what somebody called it; null for one kept by itself at a quiet moment
 * @param author   who named it, or who had written last; null when nobody is known
 * @param writers  who wrote since the version before it; empty when that is not known
 * @param words    how many words it has
 * @param restored the version whose content it brought back, or null
 */
public record LiveTextVersion(UUID id, @Nullable String label, @Nullable PersonId author, List<PersonId> writers,
        Instant at, int words, @Nullable UUID restored) {

    public LiveTextVersion {
        writers = List.copyOf(writers);
    }

    public Optional<String> name() {
        return Optional.ofNullable(label);
    }

    /** Those to name beside it: who wrote, or else who kept it. */
    public List<PersonId> people() {
        return writers.isEmpty() && author != null ? List.of(author) : writers;
    }
}
