package fr.maillage.coediting;

import java.util.function.IntSupplier;

/**
 * How long it is from one beginning of the flusher to the next, at least. Who writes alone never waits; with many in a
 * room, a few milliseconds gather several keystrokes into one commit and, what counts more, into one message for each
 * reader.
 */
final class Tick {

    private static final long LONGEST = 20_000_000;
    /** By connection of the largest room, beyond the first few. */
    private static final long PER_CONNECTION = 60_000;
    private static final int FEW = 3;

    private final IntSupplier largestRoom;

    Tick(IntSupplier largestRoom) {
        this.largestRoom = largestRoom;
    }

    long nanos() {
        return Math.clamp((largestRoom.getAsInt() - FEW) * PER_CONNECTION, 0, LONGEST);
    }
}
