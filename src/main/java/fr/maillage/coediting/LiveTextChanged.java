package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.Set;

/**
 * A live text has become quiet after changes. Published in the transaction that stores its plain text, so that search
 * text and the like follow it in the same transaction; not for each keystroke.
 *
 * @param text    the whole text, one line for each block
 * @param writers who changed it since the event before, as far as known
 */
public record LiveTextChanged(LiveTextRef ref, String text, Set<PersonId> writers, Instant at) {

    public LiveTextChanged {
        writers = Set.copyOf(writers);
    }
}
