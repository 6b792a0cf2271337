package fr.maillage.coediting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What came into a room and is in no batch yet, in order. Guarded by the room. */
final class Waiting {

    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private List<Incoming> incoming = new ArrayList<>();
    private long bytes;
    /** So much of it comes into one batch: all of it, or less after a batch that was too much. */
    private int atOnce = Integer.MAX_VALUE;

    boolean isEmpty() {
        return incoming.isEmpty();
    }

    void add(Incoming next) {
        incoming.add(next);
    }

    /** Adds it, unless too much waits already: then false. */
    boolean add(Incoming next, int size) {
        bytes += size;
        return bytes <= MOST_BYTES && incoming.add(next);
    }

    /** Takes back a change of the server's own; false when it does not wait any more. */
    boolean withdraw(CompletableFuture<Void> change) {
        return incoming.removeIf(waiting -> waiting instanceof Incoming.Own own && own.done() == change);
    }

    /** Takes what comes into the next batch. */
    List<Incoming> next() {
        List<Incoming> taken = incoming;
        if (taken.size() > atOnce) {
            incoming = new ArrayList<>(taken.subList(atOnce, taken.size()));
            return new ArrayList<>(taken.subList(0, atOnce));
        }
        incoming = new ArrayList<>();
        bytes = 0;
        return taken;
    }

    /** A batch of these cannot be stored: they wait again, and less is taken at once; one alone goes back to its sender. */
    void tooMuch(List<Incoming> taken, RuntimeException why) {
        if (taken.size() > 1) {
            atOnce = taken.size() / 2;
            taken.replaceAll(Incoming::anew);
            incoming.addAll(0, taken);
        } else {
            taken.forEach(culprit -> culprit.giveBack(CloseCode.MALFORMED, why));
        }
    }

    /** A batch was stored. */
    void stored() {
        atOnce = atOnce > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : atOnce * 2;
    }
}
