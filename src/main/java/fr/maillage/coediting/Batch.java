package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import fr.maillage.coediting.TextStore.Author;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one room on their way into the database, and who is told what when they are there.
 *
 * @param taken      what it was made of, for the case that it is not taken
 * @param payload    empty when nothing was new
 * @param person     the one person they come from, or null
 * @param writers    everybody they come from
 * @param sender     the one connection they come from, or null; it need not be told
 * @param written    the last message of each connection that is in
 * @param resync     connections something is missing from
 * @param afterwards answers that wait for the commit
 */
record Batch(Room room, List<Incoming> taken, byte[] payload, @Nullable PersonId person, Set<PersonId> writers,
        List<Author> authors, @Nullable Connection sender, Map<Connection, Long> written, List<Connection> resync, List<Runnable> afterwards,
        List<CompletableFuture<Void>> done) {

    boolean isStored() {
        return payload.length > 2;
    }
}
