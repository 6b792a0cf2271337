package fr.maillage.coediting;

import java.util.Collection;

/**
 * How long it is from one beginning of the flusher to the next, at least. Who writes alone never waits; with many in a
 * room, a few milliseconds gather several keystrokes into one message for each reader; with many rooms, into one commit.
 */
final class Tick {

    private static final long LONGEST = 20_000_000;
    /** By connection of the largest room, beyond the first few. */
    private static final long PER_READER = 60_000;
    /** By connection of all rooms: what a commit costs, shared. */
    private static final long PER_CONNECTION = 15_000;
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
        nanos = Math.clamp(Math.max((largest - FEW) * PER_READER, (all - FEW) * PER_CONNECTION), 0, LONGEST);
    }

    long nanos() {
        return nanos;
    }
}
