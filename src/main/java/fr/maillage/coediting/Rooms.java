package fr.maillage.coediting;

import fr.maillage.access.AccessChanged;
import fr.maillage.access.AudienceChanged;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.coediting.Connection.Right;
import fr.maillage.coediting.yjs.Editing;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The texts that are open on this node, and what keeps them: storing, rights, tidying up. */
@Component
class Rooms implements SmartLifecycle {

    /** A connection cannot be opened. */
    static final class Closed extends Exception {

        private static final long serialVersionUID = 1;

        final transient CloseCode code;

        Closed(CloseCode code) {
            super(code.name(), null, false, false);
            this.code = code;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
    /** The number of the editor's schema that comes with this server: {@code SCHEMA} of its pages. */
    static final int NEWEST_FORMAT = 4;
    private static final int CONNECTIONS_PER_PERSON = 60;
    private static final long RIGHTS_EVERY_MS = 400;
    private static final long PATIENCE_SECONDS = 10;

    private final TextStore store;
    private final Rights rights;
    private final Sessions sessions;
    private final Keeping keeping;
    private final Today today;
    private final Map<LiveTextId, Room> rooms = new ConcurrentHashMap<>();
    private final Map<PersonId, Pace> paces = new ConcurrentHashMap<>();
    private final Tick tick = new Tick();
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicLong rightsChanged = new AtomicLong();
    private final RightsWatch watch;
    private @Nullable Flusher flusher;
    private @Nullable ScheduledExecutorService schedule;

    Rooms(TextStore store, Rights rights, Sessions sessions, Keeping keeping, RightsWatch watch, Today today) {
        this.store = store;
        this.rights = rights;
        this.sessions = sessions;
        this.keeping = keeping;
        this.watch = watch;
        this.today = today;
    }

    @Override
    public void start() {
        int node = store.registerNode(today.now());
        Flusher started = new Flusher(store, today, node, tick);
        started.start();
        flusher = started;
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2,
                Thread.ofPlatform().name("live texts, tidying ", 0).daemon(true).factory());
        schedule = executor;
        executor.scheduleWithFixedDelay(guarded(this::watchRights), RIGHTS_EVERY_MS, RIGHTS_EVERY_MS,
                TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(guarded(() -> keeping.derive(rooms.values())), 1_000, 500,
                TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(guarded(() -> keeping.tidy(rooms.values(), this::giveUp)), 5, 5,
                TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(guarded(() -> tail(node)), 1_000, 100, TimeUnit.MILLISECONDS);
        executor.schedule(guarded(keeping::afterStart), 1, TimeUnit.SECONDS);
    }

    /**
     * Goes on after a failure of any kind, since what throws once is never run again; and says once that it fails: it comes
     * often, and a database may be away for long.
     */
    static Runnable guarded(Runnable act) {
        AtomicBoolean failing = new AtomicBoolean();
        return () -> {
            try {
                act.run();
                if (failing.compareAndSet(true, false)) {
                    LOG.info("Live texts are looked after again");
                }
            } catch (RuntimeException | Error failed) {
                if (failing.compareAndSet(false, true)) {
                    LOG.warn("Looking after live texts fails, and is tried again and again: {}", failed.toString());
                }
            }
        };
    }

    private final Tail tailed = new Tail();

    private void tail(int node) {
        tailed.read(store, node, today.now(), rooms);
    }

    /** Ends in order: what came in is stored, browsers are told to come back. */
    @Override
    public void stop() {
        ScheduledExecutorService executor = schedule;
        Flusher running = flusher;
        if (executor == null || running == null) {
            return;
        }
        executor.shutdown();
        try {
            running.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        rooms.values().forEach(room -> room.connections.forEach(connection -> connection.close(CloseCode.RESTART)));
        flusher = null;
    }

    @Override
    public boolean isRunning() {
        return flusher != null;
    }

    /** Before the web server lets go of its requests: the streams of the other transport end with this. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /**
     * Lets a browser into a text.
     *
     * @throws Closed when the text does not exist for this person, or the page is too old for it
     */
    Room enter(UUID text, Connection connection) throws Closed {
        if (!sessions.goesOn(connection.principal)) {
            throw new Closed(CloseCode.NO_SESSION);
        }
        LiveTextId id = new LiveTextId(text);
        TextStore.Known known = store.find(id).orElseThrow(() -> new Closed(CloseCode.NO_RIGHT));
        Right right = rights.of(connection.viewer, known.ref());
        if (right == Right.NONE) {
            throw new Closed(CloseCode.NO_RIGHT);
        }
        // A number that no page of ours has would lock everybody else out of the text.
        if (connection.format > NEWEST_FORMAT || connection.format > 0 && connection.format < known.format()) {
            throw new Closed(CloseCode.OLD_FORMAT);
        }
        Pace pace = paceOf(connection.person());
        if (pace.isSpent() || connectionsOf(connection.person()) >= CONNECTIONS_PER_PERSON) {
            throw new Closed(CloseCode.TOO_MANY);
        }
        connection.paysWith(pace);
        connection.rightIs(right);
        connection.asksForNames = rights.asksForNames(connection.viewer);
        if (connection.format > known.format() && right == Right.WRITE) {
            store.raiseFormat(id, connection.format);
            closeOlder(id, connection.format);
        }
        while (true) {
            Room room = room(known);
            if (room.enter(connection)) {
                connected.incrementAndGet();
                tick.look(rooms.values());
                return room;
            }
        }
    }

    private void closeOlder(LiveTextId id, int format) {
        Room room = rooms.get(id);
        if (room != null) {
            room.connections.stream().filter(other -> other.format > 0 && other.format < format)
                    .forEach(other -> other.close(CloseCode.OLD_FORMAT));
        }
    }

    private long connectionsOf(PersonId person) {
        return rooms.values().stream().flatMap(room -> room.connections.stream())
                .filter(connection -> connection.person().equals(person)).count();
    }

    /** The room of a text, opened if need be. */
    Room room(TextStore.Known known) {
        Flusher running = flusher;
        if (running == null) {
            throw new IllegalStateException("The application is ending");
        }
        return rooms.computeIfAbsent(known.id(), id -> new Room(id, known.ref(), store, running::mark));
    }

    /**
     * Makes a change of the server's own, and waits until it is committed.
     *
     * @param author in whose name, or null for one that writes nothing
     * @throws InvalidInput          when the database does not take it for long: it is not made then, or, if it was being
     *                               stored already, perhaps later, which the sentence says
     * @throws IllegalStateException when it cannot be made
     */
    void change(TextStore.Known known, @Nullable PersonId author, Consumer<Editing> edit) {
        Room room = room(known);
        CompletableFuture<Void> done = room.edit(author, edit);
        while (done == null) { // the room was just being given up
            room = room(known);
            done = room.edit(author, edit);
        }
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            room.withdraw(done);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The text could not be changed", failed);
        } catch (TimeoutException late) {
            LOG.warn("A change of a live text is not stored in time: {}", room.id);
            throw new InvalidInput("text", room.withdraw(done) ? "coediting.change.notMade" : "coediting.change.perhaps");
        }
    }

    /** What is known of a text beside its document is made to say what is committed now, without waiting for a pause. */
    void settle(LiveTextId id) {
        Room room = rooms.get(id);
        if (room != null) {
            keeping.settle(room);
        }
    }

    void leave(Room room, Connection connection) {
        room.leave(connection);
        connected.decrementAndGet();
        tick.look(rooms.values());
    }

    private void giveUp(Room room) {
        rooms.remove(room.id, room);
    }

    /** How long this person's connection must not read on, in nanoseconds. */
    long pace(PersonId person, int bytes) {
        return paceOf(person).take(bytes);
    }

    private Pace paceOf(PersonId person) {
        return paces.computeIfAbsent(person, someone -> new Pace());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(AccessChanged changed) {
        rightsChanged.incrementAndGet();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(AudienceChanged changed) {
        rightsChanged.incrementAndGet();
    }

    private void watchRights() {
        Collection<Room> open = rooms.values();
        watch.look(open, rightsChanged.get());
        if (connected.get() == 0) {
            paces.values().removeIf(Pace::isNew);
        }
    }
}
