package fr.maillage.coediting;

import java.util.function.IntSupplier;

/**
 * How long the flusher waits for more before it commits. Nobody waits while few people write; with many, a few
 * milliseconds gather several keystrokes into one commit and, what counts more, into one message for each reader.
 */
final class Tick {

    private static final long LONGEST = 20_000_000;
    /** By connection of the largest room, beyond the first few. */
    private static final long PER_CONNECTION = 100_000;
    private static final int FEW = 3;

    private final IntSupplier largestRoom;

    Tick(IntSupplier largestRoom) {
        this.largestRoom = largestRoom;
    }

    long nanos() {
        return Math.clamp((largestRoom.getAsInt() - FEW) * PER_CONNECTION, 0, LONGEST);
    }

    void flushed(int batches) {
        // The number of readers decides; what each flush carried does not.
    }
}
