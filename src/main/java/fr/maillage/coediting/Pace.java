package fr.maillage.coediting;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How much one person may send, over all their connections: a bucket that fills by itself. Who is too fast is slowed
 * down, which loses nothing: the browser keeps what the network does not take.
 */
final class Pace {

    /** What one message costs besides its bytes, so that many small ones count too. */
    private static final int MESSAGE = 2_000;
    /** Bytes a second: a hundred keystrokes, or the paste of a hundred pages in two seconds. */
    private static final double REFILL = 300_000;
    private static final double FULL = 8_000_000;
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(5);

    private final LongSupplier nanos;
    private double left = FULL;
    private long at;

    Pace() {
        this(System::nanoTime);
    }

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.at = nanos.getAsLong();
    }

    /** Takes what a message costs; returns for how many nanoseconds its connection must read nothing more. */
    synchronized long take(int bytes) {
        long now = nanos.getAsLong();
        left = Math.min(FULL, left + (now - at) / 1e9 * REFILL) - MESSAGE - bytes;
        at = now;
        return left >= 0 ? 0 : Math.min(LONGEST_WAIT, (long) (-left / REFILL * 1e9));
    }
}
