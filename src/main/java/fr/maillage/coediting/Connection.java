package fr.maillage.coediting;

import fr.maillage.access.Viewer;
import fr.maillage.base.PersonId;
import fr.maillage.member.PersonPrincipal;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One browser in one text. What is sent to it waits in a queue that a virtual thread empties, one at a time, so that a
 * slow browser holds up nobody; when too much waits, the browser is sent away to come back and sync anew.
 */
final class Connection {

    /** The way to the browser: a WebSocket or a stream of events. Called by one thread at a time, but for close. */
    interface Outlet {

        void send(byte[] message) throws IOException;

        void close(CloseCode code);
    }

    /** What the person may do in the text. */
    enum Right { NONE, READ, WRITE }

    /** Bytes that may wait; beyond, a sync from the beginning is cheaper. */
    private static final long MOST_WAITING = 8L * 1024 * 1024;

    final PersonPrincipal principal;
    final Viewer viewer;
    final boolean tellsDurable;
    final int format;
    private final Outlet outlet;
    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicBoolean sending = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Right right = Right.NONE;

    /** How many writing messages came, in order; guarded by the room. */
    long writes;
    /** Whether something of it could not be taken for want of what came before; guarded by the room. */
    boolean mustResync;

    Connection(PersonPrincipal principal, boolean tellsDurable, int format, Outlet outlet) {
        this.principal = principal;
        this.viewer = new Viewer.SignedIn(principal.personId(), principal.administrator());
        this.tellsDurable = tellsDurable;
        this.format = format;
        this.outlet = outlet;
    }

    PersonId person() {
        return principal.personId();
    }

    Right right() {
        return right;
    }

    void rightIs(Right now) {
        right = now;
    }

    boolean isOpen() {
        return !closed.get();
    }

    /** Sends a message, after those sent before. Returns at once. The bytes must not change any more. */
    void send(byte[] message) {
        if (closed.get()) {
            return;
        }
        if (waitingBytes.addAndGet(message.length) > MOST_WAITING) {
            close(CloseCode.TOO_SLOW);
            return;
        }
        waiting.add(message);
        if (sending.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::empty);
        }
    }

    private void empty() {
        do {
            try {
                byte[] next;
                while ((next = waiting.poll()) != null) {
                    outlet.send(next);
                    waitingBytes.addAndGet(-next.length);
                }
            } catch (IOException | IllegalStateException gone) {
                close(CloseCode.FAULT);
                return;
            }
            sending.set(false);
        } while (!waiting.isEmpty() && sending.compareAndSet(false, true));
    }

    /** Ends the connection. The room hears of it from the way it came by. */
    void close(CloseCode code) {
        if (closed.compareAndSet(false, true)) {
            waiting.clear();
            Thread.startVirtualThread(() -> outlet.close(code));
        }
    }

    /** The other end is gone. */
    void gone() {
        closed.set(true);
        waiting.clear();
    }

}
