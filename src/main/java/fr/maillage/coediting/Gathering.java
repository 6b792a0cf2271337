package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import fr.maillage.coediting.TextStore.Author;
import fr.maillage.coediting.yjs.Editing;
import fr.maillage.coediting.yjs.MalformedUpdate;
import fr.maillage.coediting.yjs.SharedDocument;
import fr.maillage.coediting.yjs.StateVector;
import fr.maillage.coediting.yjs.Stranded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to bring what came into a room into its document, as one change. Guarded by the room. */
final class Gathering {

    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

    private final Room room;
    private final SharedDocument document;
    private final Presence presence;
    private final Map<Long, PersonId> authors;
    private final SharedDocument.Batch changes;
    private final Map<Connection, Long> numbers = new HashMap<>();
    private final List<Connection> resync = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<CompletableFuture<Void>> done = new ArrayList<>();
    private final List<Author> newAuthors = new ArrayList<>();
    private final Set<PersonId> people = new HashSet<>();
    private final Set<Connection> senders = new HashSet<>();
    private boolean own;

    /** @param authors who sent last what each client wrote; brought up to date */
    Gathering(Room room, SharedDocument document, Presence presence, Map<Long, PersonId> authors) {
        this.room = room;
        this.document = document;
        this.presence = presence;
        this.authors = authors;
        this.changes = document.begin();
    }

    /**
     * Brings it in, in order. A connection that sends nonsense, or what a fault of ours cannot take, is sent away and what
     * it sent taken out: the document may be half changed then, and the rest has to be tried again with one made anew from
     * what is committed.
     *
     * @return null when it must be tried again
     */
    @Nullable Batch bringIn(List<Incoming> taken) {
        for (Incoming next : taken) {
            try {
                bringIn(next);
            } catch (MalformedUpdate hostile) {
                takeOut(next, CloseCode.MALFORMED, hostile, taken);
                return null;
            } catch (RuntimeException fault) {
                LOG.error("A change of a live text cannot be brought in: {}", room.id, fault);
                takeOut(next, CloseCode.FAULT, fault, taken);
                return null;
            }
        }
        byte[] payload = changes.finish();
        return new Batch(room, taken, payload, people.size() == 1 && !own ? people.iterator().next() : null, people, newAuthors,
                senders.size() == 1 && !own ? senders.iterator().next() : null, numbers, resync, afterwards, done);
    }

    private void bringIn(Incoming next) {
        switch (next) {
            case Incoming.Written(Connection from, long number, Message.Write write) -> written(from, number, write);
            case Incoming.Asked(Connection from, StateVector known) -> afterwards.add(() -> room.answer(from, known));
            case Incoming.Own(var author, Consumer<Editing> edit, CompletableFuture<Void> finished) -> {
                own(author, edit);
                done.add(finished);
            }
        }
    }

    private void written(Connection from, long number, Message.Write write) {
        if (!from.isOpen() && from.right() == Connection.Right.NONE) {
            return;
        }
        Map<Long, Integer> before = new HashMap<>();
        for (long client : write.update().newClients(document)) {
            if (presence.belongsToAnother(client, from.person())) {
                throw new MalformedUpdate("writes in the name of somebody who is here");
            }
            before.put(client, document.state(client));
        }
        if (!changes.add(write.update())) {
            resync.add(from);
            from.mustResync = true;
            return;
        }
        if (write.whole()) {
            from.mustResync = false;
        }
        if (!from.mustResync) {
            numbers.put(from, number);
        }
        senders.add(from);
        people.add(from.person());
        before.forEach((client, clock) -> {
            if (!from.person().equals(authors.put(client, from.person()))) {
                newAuthors.add(new Author(room.id, client, clock, from.person()));
            }
        });
        List<Stranded> stranded = changes.stranded();
        // What was written while the line was away is shown to whoever wrote it: those who removed its place meant to.
        if (!write.whole()) {
            stranded.forEach(words -> putBack(words, authors.getOrDefault(words.last().client(), from.person())));
        }
    }

    /** Somebody joins or removes a paragraph at the moment somebody else writes in it: their words get one of their own. */
    private void putBack(Stranded words, PersonId author) {
        Consumer<Editing> edit = room.puttingBack(words);
        if (edit != null) {
            own(author, edit);
        }
    }

    private void own(@Nullable PersonId author, Consumer<Editing> edit) {
        long client = Room.newClient();
        changes.edit(client, edit);
        if (author != null) {
            authors.put(client, author);
            newAuthors.add(new Author(room.id, client, 0, author));
            people.add(author);
        }
        own = true;
    }

    private static void takeOut(Incoming culprit, CloseCode code, RuntimeException why, List<Incoming> taken) {
        taken.remove(culprit);
        culprit.giveBack(code, why);
        taken.replaceAll(Incoming::anew);
    }
}
