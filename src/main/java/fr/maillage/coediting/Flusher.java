package fr.maillage.coediting;

import fr.maillage.base.Today;
import fr.maillage.coediting.TextStore.Author;
import fr.maillage.coediting.TextStore.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.mariadb.jdbc.export.MaxAllowedPacketException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that stores: takes what came into all rooms, commits it at once for all of them, and only then lets the
 * rooms tell it. Under load it begins only every few milliseconds, so that many keystrokes share a commit and a message.
 */
final class Flusher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final int PACKET_TOO_LARGE = 1153;

    private final TextStore store;
    private final Today today;
    private final int node;
    private final Tick tick;
    private final Set<Room> dirty = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean stopping;
    private long seq;
    private long began = System.nanoTime();

    Flusher(TextStore store, Today today, int node, Tick tick) {
        this.store = store;
        this.today = today;
        this.node = node;
        this.tick = tick;
        this.thread = Thread.ofPlatform().name("live texts").daemon(true).unstarted(this);
    }

    void start() {
        thread.start();
    }

    /** Something came into a room. */
    void mark(Room room) {
        if (dirty.add(room)) {
            LockSupport.unpark(thread);
        }
    }

    /** Stores what is there and ends. */
    void stop() throws InterruptedException {
        stopping = true;
        LockSupport.unpark(thread);
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    @Override
    public void run() {
        while (!stopping || !dirty.isEmpty()) {
            try {
                if (dirty.isEmpty()) {
                    LockSupport.park(this);
                    continue;
                }
                waitUntil(began + tick.nanos());
                began = System.nanoTime();
                flush();
            } catch (RuntimeException | Error unexpected) {
                // One room's fault must not end the saving of all others.
                LOG.error("Saving live texts failed; going on", unexpected);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    private void waitUntil(long end) {
        long left;
        while (!stopping && (left = end - System.nanoTime()) > 0) {
            LockSupport.parkNanos(this, left);
        }
    }

    private void flush() {
        List<Room> rooms = List.copyOf(dirty);
        rooms.forEach(dirty::remove);
        List<Batch> batches = new ArrayList<>(rooms.size());
        for (Room room : rooms) {
            try {
                Batch batch = room.gather();
                if (batch != null) {
                    batches.add(batch);
                }
            } catch (RuntimeException unexpected) {
                LOG.error("A live text cannot be brought up to date: {}", room.id, unexpected);
            }
        }
        List<Row> rows = new ArrayList<>(batches.size());
        List<Author> authors = new ArrayList<>();
        Instant now = today.now();
        for (Batch batch : batches) {
            if (batch.isStored()) {
                rows.add(new Row(batch.room().id, ++seq, batch.person(), now, batch.payload()));
                authors.addAll(batch.authors());
            }
        }
        List<Batch> stored = batches;
        try {
            if (!rows.isEmpty() && !append(rows, authors)) {
                return;
            }
        } catch (Refused refused) {
            stored = appendSingly(batches, rows);
        }
        stored.forEach(Flusher::tell);
    }

    /** The database does not take all of them: each on its own, so that others are stored. Returns those that are. */
    private List<Batch> appendSingly(List<Batch> batches, List<Row> rows) {
        List<Batch> stored = new ArrayList<>();
        Iterator<Row> next = rows.iterator();
        for (Batch batch : batches) {
            try {
                if (!batch.isStored() || append(List.of(next.next()), batch.authors())) {
                    stored.add(batch);
                }
            } catch (Refused refused) {
                LOG.warn("The database does not take a change of a live text: {}, {}", batch.room().id,
                        refused.getMessage());
                batch.room().refused(batch, refused);
            }
        }
        return stored;
    }

    private static void tell(Batch batch) {
        try {
            batch.room().committed(batch);
        } catch (RuntimeException unexpected) {
            // It is stored. Those who were not told find it when they come back.
            LOG.error("What was stored of a live text cannot be told: {}", batch.room().id, unexpected);
            batch.room().connections.forEach(connection -> connection.close(CloseCode.FAULT));
            batch.done().forEach(future -> future.complete(null));
        }
    }

    /** What the database refuses whenever it is asked. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(SQLException why) {
            super(why.getMessage(), why);
        }
    }

    /** Too long, against a rule of the table, or larger than what the server takes at once. */
    private static boolean isRefusal(SQLException why) {
        String state = why.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"))
                || why.getErrorCode() == PACKET_TOO_LARGE || why.getCause() instanceof MaxAllowedPacketException;
    }

    /**
     * Repeats until it is stored: nothing is told, nothing is lost. False when the application ends before.
     *
     * @throws Refused when repeating is of no use
     */
    private boolean append(List<Row> rows, List<Author> authors) {
        long pause = TimeUnit.MILLISECONDS.toNanos(50);
        boolean told = false;
        while (true) {
            try {
                store.append(node, rows, authors);
                if (told) {
                    LOG.warn("Live texts are stored again");
                }
                return true;
            } catch (SQLException away) {
                if (isRefusal(away)) {
                    throw new Refused(away);
                }
                if (!told) {
                    LOG.warn("Live texts cannot be stored; their readers are told nothing until they are: {}",
                            away.getMessage());
                    told = true;
                }
                if (stopping) {
                    return false;
                }
                LockSupport.parkNanos(this, pause);
                pause = Math.min(LONGEST_PAUSE, pause * 2);
            }
        }
    }
}
