package fr.maillage.coediting;

import fr.maillage.base.Today;
import fr.maillage.coediting.TextStore.Author;
import fr.maillage.coediting.TextStore.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that stores: takes what came into all rooms, commits it at once for all of them, and only then lets the
 * rooms tell it. Under load it begins only every few milliseconds, so that many keystrokes share a commit and a message.
 */
final class Flusher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

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
        if (!rows.isEmpty() && !append(rows, authors)) {
            return;
        }
        batches.forEach(batch -> batch.room().committed(batch));
    }

    /** Repeats until it is stored: nothing is told, nothing is lost. False when the application ends before. */
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
