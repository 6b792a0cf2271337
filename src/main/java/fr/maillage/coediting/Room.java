package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import fr.maillage.coediting.LiveTextChanged.Named;
import fr.maillage.coediting.yjs.Editing;
import fr.maillage.coediting.yjs.MalformedUpdate;
import fr.maillage.coediting.yjs.PuttingBack;
import fr.maillage.coediting.yjs.SharedDocument;
import fr.maillage.coediting.yjs.StateVector;
import fr.maillage.coediting.yjs.Stranded;
import fr.maillage.coediting.yjs.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody has open: its connections, its document, and what came in and is not committed yet. What is told
 * to anybody is committed: changes wait here until the {@link Flusher} has stored them, questions that come meanwhile
 * wait behind them.
 */
final class Room {

    final LiveTextId id;
    final LiveTextRef ref;
    final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final TextStore store;
    private final Consumer<Room> dirty;
    private final Whereabouts whereabouts;
    private final Waiting waiting = new Waiting();
    private final Set<PersonId> writers = new HashSet<>();
    private Map<Long, PersonId> authors = new HashMap<>();
    private @Nullable SharedDocument document;
    private @Nullable Batch unsaved;
    private int rows;
    private long touched = System.nanoTime();
    private long written;
    private boolean toDerive;
    /** Whether the document lacks something that is committed, and is read anew as soon as nothing waits to be stored. */
    private boolean behind;
    private @Nullable PuttingBack puttingBack;
    private boolean abandoned;

    Room(LiveTextId id, LiveTextRef ref, TextStore store, Consumer<Room> dirty) {
        this.id = id;
        this.ref = ref;
        this.store = store;
        this.dirty = dirty;
        this.whereabouts = new Whereabouts(connections, () -> dirty.accept(this));
    }

    /** Comes in, with the right already known; false when the room is being given up. */
    synchronized boolean enter(Connection connection) {
        if (abandoned) {
            return false;
        }
        load();
        connections.add(connection);
        if (connection.right() == Connection.Right.WRITE) {
            connection.send(Message.step1(loaded().stateVector()));
        }
        whereabouts.tellEverybody(connection);
        return true;
    }

    synchronized void leave(Connection connection) {
        if (connections.remove(connection)) {
            touched = System.nanoTime();
            whereabouts.leave(connection);
        }
    }

    private void load() {
        touched = System.nanoTime();
        if (document == null) {
            TextStore.Content content = store.load(id);
            document = SharedDocument.of(content.updates());
            rows = content.rows();
            authors.clear();
            authors.putAll(store.authors(id));
        }
    }

    private SharedDocument loaded() {
        load();
        return Objects.requireNonNull(document);
    }

    /** Takes a message of a connection whose right has just been looked at. */
    synchronized void take(Connection from, Message message, int size) {
        load();
        switch (message) {
            case Message.Ask(StateVector known) -> {
                if (unsaved == null && waiting.isEmpty()) {
                    answer(from, known);
                } else if (!from.asked) {
                    // What is answered to the first of several questions is all that the later ones ask for.
                    from.asked = true;
                    waiting.add(new Incoming.Asked(from, known));
                }
            }
            case Message.Write write -> {
                from.writes++;
                if (from.right() != Connection.Right.WRITE) {
                    if (from.tellsDurable) {
                        from.send(Message.notTaken(from.writes));
                    }
                    return;
                }
                if (!waiting.add(new Incoming.Written(from, from.writes, write), size)) {
                    // The database is away for long: browsers keep what they have, and come back with it.
                    from.close(CloseCode.TOO_SLOW);
                    return;
                }
                dirty.accept(this);
            }
            case Message.Awareness(var states) -> {
                whereabouts.presence().take(from, states, authors);
                dirty.accept(this);
            }
            case Message.QueryAwareness _ -> whereabouts.tellEverybody(from);
            case Message.Unknown _ -> { }
        }
    }

    /** Says what a browser lacks, as far as it is committed. */
    synchronized void answer(Connection from, StateVector known) {
        from.asked = false;
        if (from.isOpen()) {
            byte[] answer = Message.step2(loaded().encodeSince(known));
            from.costs(answer.length);
            from.send(answer);
        }
    }

    /**
     * Makes a change of the server's own, in the name of whoever wrote it if somebody did.
     *
     * @return done when it is committed; null when the room is being given up
     */
    synchronized @Nullable CompletableFuture<Void> edit(@Nullable PersonId author, Consumer<Editing> edit) {
        if (abandoned) {
            return null;
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        load();
        waiting.add(new Incoming.Own(author, edit, done));
        dirty.accept(this);
        return done;
    }

    /** Takes back a change of the server's own that waits; false when it is on its way into the database, or there. */
    synchronized boolean withdraw(CompletableFuture<Void> change) {
        return waiting.withdraw(change);
    }

    /** Takes all that came in as one batch; null when nothing has to be stored or answered: then it sends who moved. */
    synchronized @Nullable Batch gather() {
        if (unsaved != null) {
            return unsaved;
        }
        if (waiting.isEmpty()) {
            Presence.Moved moved = whereabouts.moved();
            if (moved != null) {
                connections.forEach(moved::tell);
            }
            return null;
        }
        Batch batch = bringIn(waiting.next());
        if (batch.payload().length > TextStore.LARGEST_ROW) {
            refused(batch, new MalformedUpdate("grows beyond what can be stored"));
            return null;
        }
        writers.addAll(batch.writers());
        unsaved = batch;
        return batch;
    }

    /**
     * What is in this batch cannot be stored. Less is tried at once, until the one message is found that is to blame: it
     * goes back to whoever sent it.
     */
    synchronized void refused(Batch batch, RuntimeException why) {
        unsaved = null;
        document = null;
        waiting.tooMuch(batch.taken(), why);
        dirty.accept(this);
    }

    private Batch bringIn(List<Incoming> taken) {
        try {
            while (true) {
                Batch batch = new Gathering(this, loaded(), whereabouts.presence(), authors).bringIn(taken);
                if (batch != null) {
                    return batch;
                }
                document = null;
            }
        } catch (RuntimeException fault) {
            // The database may be away, or the fault be ours. Nothing of it is stored: whoever sent it has it still.
            document = null;
            taken.forEach(incoming -> incoming.giveBack(CloseCode.FAULT, fault));
            throw fault;
        }
    }

    /** How words that lost their place come back; null when there is nothing to do. */
    @Nullable Consumer<Editing> puttingBack(Stranded words) {
        if (puttingBack == null) {
            puttingBack = new PuttingBack(Trees.ROOT, Trees::paragraph);
        }
        return puttingBack.of(words.as(words.words().replace(RichText.PROPOSED_BREAK, " ")));
    }

    static long newClient() {
        return ThreadLocalRandom.current().nextLong(1, 1L << 32);
    }

    /** The batch is in the database: now everybody may know. Nothing is sent while the room is locked. */
    void committed(Batch batch) {
        StateVector state = null;
        Presence.Moved moved;
        synchronized (this) {
            unsaved = null;
            waiting.stored();
            if (behind) {
                catchUp();
            }
            moved = whereabouts.moved();
            if (batch.isStored()) {
                rows++;
                written = System.nanoTime();
                toDerive = true;
            }
            batch.afterwards().forEach(Runnable::run);
            if (!batch.resync().isEmpty()) {
                state = loaded().stateVector();
            }
            if (!waiting.isEmpty()) {
                dirty.accept(this);
            }
        }
        if (batch.isStored()) {
            byte[] update = Message.update(batch.payload());
            for (Connection connection : connections) {
                if (connection != batch.sender()) {
                    connection.send(update);
                }
            }
        }
        if (moved != null) {
            connections.forEach(moved::tell);
        }
        batch.written().forEach((connection, number) -> {
            if (connection.tellsDurable) {
                connection.send(Message.durable(number));
            }
        });
        if (state != null) {
            byte[] question = Message.step1(state);
            batch.resync().forEach(connection -> connection.send(question));
        }
        batch.done().forEach(future -> future.complete(null));
    }

    /** Another node committed this; everybody here is told, though the document may have it since it was read. */
    synchronized void tailed(byte[] payload) {
        rows++;
        byte[] update = Message.update(payload);
        connections.forEach(connection -> connection.send(update));
        if (payload.length > 2) {
            toDerive = true;
            written = System.nanoTime();
        }
        if (document != null) {
            follow(document, payload);
        }
    }

    private void follow(SharedDocument document, byte[] payload) {
        boolean waited = document.isWaiting();
        try {
            SharedDocument.Batch change = document.begin();
            change.follow(Update.decode(payload));
            change.finish();
            putBack(change.stranded());
        } catch (MalformedUpdate contradiction) {
            behind = true;
        }
        if (behind || document.isWaiting() && !waited) {
            catchUp();
        }
    }

    /** Somebody wrote on the other node where somebody took the place away on this one, which is the one that knows. */
    private void putBack(List<Stranded> stranded) {
        if (stranded.isEmpty()) {
            return;
        }
        Map<Long, PersonId> wrote = store.authors(id);
        for (Stranded words : stranded) {
            edit(wrote.get(words.last().client()), change -> {
                Consumer<Editing> back = puttingBack(words);
                if (back != null) {
                    back.accept(change);
                }
            });
        }
    }

    /** Something that was committed elsewhere is missing here: all that is committed is read anew, and told. */
    private void catchUp() {
        // What is on its way into the database is only in the document yet.
        behind = unsaved != null;
        if (!behind && document != null) {
            StateVector known = document.stateVector();
            document = null;
            byte[] missed = Message.update(loaded().encodeSince(known));
            connections.forEach(connection -> connection.send(missed));
        }
    }

    /** Lets go of the decoded document when nothing happened for that long. */
    synchronized void rest(long nanos) {
        if (document != null && unsaved == null && waiting.isEmpty() && !toDerive
                && System.nanoTime() - touched > nanos) {
            document = null;
            authors = new HashMap<>();
            puttingBack = null;
            whereabouts.rest();
        }
    }

    synchronized boolean isDecoded() {
        return document != null;
    }

    /** Whether words should be derived now: after a pause, or after going on for long. */
    synchronized boolean isDueForDeriving(long pauseNanos) {
        return toDerive && System.nanoTime() - written > pauseNanos;
    }

    /** The document to derive from, and who wrote since the last time. */
    synchronized Snapshot snapshot() {
        SharedDocument now = loaded();
        RichText content = Trees.document(now.read().xml(Trees.ROOT));
        Snapshot snapshot = new Snapshot(content, NamedPeople.in(content, now, authors), Set.copyOf(writers));
        writers.clear();
        toDerive = false;
        return snapshot;
    }

    /** What is derived was not stored: it is due again, and so are the names of those who wrote. */
    synchronized void deriveAgain(Set<PersonId> wrote) {
        toDerive = true;
        writers.addAll(wrote);
    }

    record Snapshot(RichText content, List<Named> named, Set<PersonId> writers) {}

    synchronized void compacted() {
        rows = 0;
    }

    synchronized int rows() {
        return rows;
    }

    /** Gives the room up when nobody is in it and nothing waits. */
    synchronized boolean abandonIfEmpty(long nanos) {
        if (connections.isEmpty() && waiting.isEmpty() && unsaved == null && !toDerive
                && System.nanoTime() - touched > nanos) {
            abandoned = true;
        }
        return abandoned;
    }
}
