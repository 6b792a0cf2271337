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
    private static final double DEEPEST_FOR_ANSWERS = -REFILL * LONGEST_WAIT / 1e9;
    /** So many refused messages are forgiven, and one more after each pause. Each may cost reading a text anew. */
    private static final int FORGIVEN = 10;
    private static final double FORGETS_IN_SECONDS = 10;

    private final LongSupplier nanos;
    private double left = FULL;
    private double refusals;
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
        untilNow();
        left -= MESSAGE + bytes;
        return left >= 0 ? 0 : Math.min(LONGEST_WAIT, (long) (-left / REFILL * 1e9));
    }

    private void untilNow() {
        long now = nanos.getAsLong();
        double seconds = (now - at) / 1e9;
        left = Math.min(FULL, left + seconds * REFILL);
        refusals = Math.max(0, refusals - seconds / FORGETS_IN_SECONDS);
        at = now;
    }

    /** Takes what an answer costs. Who asks for much is slowed down, not shut out. */
    synchronized void answered(int bytes) {
        untilNow();
        left = Math.min(left, Math.max(left - bytes, DEEPEST_FOR_ANSWERS));
    }

    /** A message was none, or could not be taken. */
    synchronized void refused() {
        untilNow();
        refusals++;
    }

    /** Whether so much was refused lately that nothing more is listened to for a while. */
    synchronized boolean isSpent() {
        untilNow();
        return refusals > FORGIVEN;
    }

    /** Whether it owes nothing, and may be forgotten. */
    synchronized boolean isNew() {
        untilNow();
        return left >= FULL && refusals <= 0;
    }
}
