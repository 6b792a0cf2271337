package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A live text has become quiet after changes. Published in the transaction that stores its plain text, so that search
 * text and the like follow it in the same transaction; not for each keystroke.
 *
 * @param text    the whole text, one line for each block
 * @param writers who changed it since the event before, as far as known
 * @param named   the people it names, each once; at most {@value #MOST_NAMED}
 */
public record LiveTextChanged(LiveTextRef ref, String text, Set<PersonId> writers, List<Named> named, Instant at) {

    /** Who is named, and by whom as far as known. */
    public record Named(PersonId person, @Nullable PersonId by) {}

    /** Beyond, nobody is told of being named. */
    public static final int MOST_NAMED = 50;

    public LiveTextChanged {
        writers = Set.copyOf(writers);
        named = List.copyOf(named);
    }

    /** Of a text that names nobody. */
    public LiveTextChanged(LiveTextRef ref, String text, Set<PersonId> writers, Instant at) {
        this(ref, text, writers, List.of(), at);
    }
}
