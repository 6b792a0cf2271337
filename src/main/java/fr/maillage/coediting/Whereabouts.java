package fr.maillage.coediting;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** When it is told who is in a room and where. Guarded by the room. */
final class Whereabouts {

    /** Told this much later for each reader beyond the first few: with fifty, ten times a second. */
    private static final long PER_READER = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int FEW = 5;

    private final List<Connection> readers;
    private final Runnable due;
    /** Of nobody, until somebody says where they are: most rooms are quiet. */
    private @Nullable Presence presence;
    private long told = System.nanoTime() - LONGEST;
    private volatile boolean awaited;

    /** @param due called, in any thread, when there is something to tell */
    Whereabouts(List<Connection> readers, Runnable due) {
        this.readers = readers;
        this.due = due;
    }

    Presence presence() {
        if (presence == null) {
            presence = new Presence();
        }
        return presence;
    }

    void tellEverybody(Connection comes) {
        byte[] everybody = presence == null ? null : presence.everybody(comes);
        if (everybody != null) {
            comes.send(everybody);
        }
    }

    void leave(Connection connection) {
        if (presence != null) {
            presence.leave(connection);
            if (presence.hasChanged()) {
                due.run();
            }
        }
    }

    /**
     * Who moved, if it is time to tell it: words come at once, but with many readers carets are gathered for a moment.
     * Told after the words that are being stored, since carets stand at the end of what was just typed.
     */
    Presence.@Nullable Moved moved() {
        if (presence == null) {
            return null;
        }
        long pause = Math.clamp((readers.size() - FEW) * PER_READER, 0, LONGEST);
        long wait = told + pause - System.nanoTime();
        if (wait > 0) {
            if (presence.hasChanged() && !awaited) {
                awaited = true;
                CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS).execute(() -> {
                    awaited = false;
                    due.run();
                });
            }
            return null;
        }
        Presence.Moved moved = presence.changes(readers);
        if (moved != null) {
            told = System.nanoTime();
        }
        return moved;
    }

    /** Nobody is here any more, and everybody was told so: there is nothing to hold. */
    void rest() {
        if (readers.isEmpty() && presence != null && !presence.hasChanged()) {
            presence = null;
        }
    }
}
