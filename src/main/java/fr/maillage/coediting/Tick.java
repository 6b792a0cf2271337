package fr.maillage.coediting;

import java.util.Collection;

/**
 * How long it is from one beginning of the flusher to the next, at least. Who writes alone never waits; with many in a
 * room, a few milliseconds gather several keystrokes into one message for each reader; with many rooms, into one commit.
 */
final class Tick {

    private static final long LONGEST = 20_000_000;
    /**
     * What is sent is readers × beginnings. Waiting in proportion to the readers would hold that constant and make a large
     * room slow; with the root, both the wait and the work grow gently. Measured, see docs/figures.md.
     */
    private static final long PER_ROOT_OF_READERS = 250_000;
    /** By connection of all rooms: what a commit costs, shared. */
    private static final long PER_CONNECTION = 10_000;
    private static final int FEW = 3;

    private volatile long nanos;

    /** Somebody came or went. */
    void look(Collection<Room> rooms) {
        int largest = 0;
        int all = 0;
        for (Room room : rooms) {
            int here = room.connections.size();
            largest = Math.max(largest, here);
            all += here;
        }
        nanos = nanos(largest, all);
    }

    /** Nanoseconds, with that many readers in the largest room and in all rooms together. */
    static long nanos(int largest, int all) {
        long readers = (long) (PER_ROOT_OF_READERS * Math.sqrt(Math.max(0, largest - FEW)));
        return Math.clamp(Math.max(readers, (all - FEW) * PER_CONNECTION), 0, LONGEST);
    }

    long nanos() {
        return nanos;
    }
}
