package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import fr.maillage.coediting.TextStore.Author;
import fr.maillage.coediting.yjs.Editing;
import fr.maillage.coediting.yjs.MalformedUpdate;
import fr.maillage.coediting.yjs.SharedDocument;
import fr.maillage.coediting.yjs.StateVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One attempt to bring what came into a room into its document, as one change. Guarded by the room. */
final class Gathering {

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
     * Brings it in, in order. A connection that sends nonsense is sent away and what it sent taken out: the document may
     * be half changed then, and the rest has to be tried again with one made anew from what is committed.
     *
     * @return null when it must be tried again
     */
    @Nullable Batch bringIn(List<Incoming> taken) {
        for (Incoming next : taken) {
            try {
                bringIn(next);
            } catch (MalformedUpdate hostile) {
                takeOut(next, hostile, taken);
                return null;
            }
        }
        byte[] payload = changes.finish();
        return new Batch(room, payload, people.size() == 1 && !own ? people.iterator().next() : null, people, newAuthors,
                senders.size() == 1 && !own ? senders.iterator().next() : null, numbers, resync, afterwards, done);
    }

    private void bringIn(Incoming next) {
        switch (next) {
            case Incoming.Written(Connection from, long number, Message.Write write) -> written(from, number, write);
            case Incoming.Asked(Connection from, StateVector known) ->
                afterwards.add(() -> from.send(Message.step2(document.encodeSince(known))));
            case Incoming.Own(var author, Consumer<Editing> edit, CompletableFuture<Void> finished) -> {
                long client = Room.newClient();
                changes.edit(client, edit);
                if (author != null) {
                    authors.put(client, author);
                    newAuthors.add(new Author(room.id, client, 0, author));
                    people.add(author);
                }
                done.add(finished);
                own = true;
            }
        }
    }

    private void written(Connection from, long number, Message.Write write) {
        if (!from.isOpen() && from.right() == Connection.Right.NONE) {
            return;
        }
        Map<Long, Integer> before = new HashMap<>();
        for (long client : write.update().newClients(document)) {
            PersonId owner = presence.owner(client);
            if (owner != null && !owner.equals(from.person())) {
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
    }

    private static void takeOut(Incoming culprit, MalformedUpdate why, List<Incoming> taken) {
        taken.remove(culprit);
        switch (culprit) {
            case Incoming.Written(Connection from, long _, Message.Write _) -> from.close(CloseCode.MALFORMED);
            case Incoming.Own own -> own.done().completeExceptionally(why);
            case Incoming.Asked _ -> { }
        }
        taken.replaceAll(Incoming::anew);
    }
}
