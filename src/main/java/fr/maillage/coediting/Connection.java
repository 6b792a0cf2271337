package fr.maillage.coediting;

import fr.maillage.access.Viewer;
import fr.maillage.base.PersonId;
import fr.maillage.member.PersonPrincipal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One browser in one text. What is sent to it goes out at once if the line is free, in the thread that sends, and waits
 * otherwise for the line to say that it is; nobody waits for a slow browser. When too much waits, the browser is sent
 * away to come back and sync anew.
 */
final class Connection {

    /** The way to the browser: a WebSocket or a stream of events. One message at a time; close may come at any time. */
    interface Outlet {

        /** Begins to send, without waiting; says when it is done, in this thread or another, with what went wrong. */
        void send(byte[] message, Consumer<@Nullable Throwable> done);

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
    /** Whether this person has to ask what the others are called: a charter may hide some of them. */
    volatile boolean asksForNames;
    private volatile @Nullable Pace pace;

    /** Whether its right was asked for since it is in the room: what ended before was not heard. Of {@link RightsWatch}. */
    volatile boolean watched;

    /** How many writing messages came, in order; guarded by the room. */
    long writes;
    /** Whether something of it could not be taken for want of what came before; guarded by the room. */
    boolean mustResync;
    /** Whether a question of it waits for its answer; guarded by the room. */
    boolean asked;

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

    /** Where what is done for it is counted. */
    void paysWith(Pace of) {
        pace = of;
    }

    /** Work was done for it that is as much as bringing in so many bytes. */
    void costs(int bytes) {
        Pace paying = pace;
        if (paying != null) {
            paying.answered(bytes);
        }
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
            sendNext();
        }
    }

    private void sendNext() {
        while (true) {
            byte[] next = waiting.poll();
            if (next == null) {
                sending.set(false);
                if (waiting.isEmpty() || !sending.compareAndSet(false, true)) {
                    return;
                }
                continue;
            }
            Sending step = new Sending(next.length);
            outlet.send(next, step);
            if (!step.isDoneAlready()) {
                return;
            }
        }
    }

    /** One message on its way. Done in the sender's thread, the sender goes on; done later, whoever says so does. */
    private final class Sending implements Consumer<@Nullable Throwable> {

        private final int length;
        private final AtomicBoolean met = new AtomicBoolean();

        Sending(int length) {
            this.length = length;
        }

        @Override
        public void accept(@Nullable Throwable failure) {
            if (failure != null) {
                close(CloseCode.FAULT);
                return;
            }
            waitingBytes.addAndGet(-length);
            if (!met.compareAndSet(false, true)) {
                sendNext();
            }
        }

        boolean isDoneAlready() {
            return !met.compareAndSet(false, true);
        }
    }

    /** Ends the connection. The room hears of it from the way it came by. */
    void close(CloseCode code) {
        if (closed.compareAndSet(false, true)) {
            waiting.clear();
            Pace paying = pace;
            if (code == CloseCode.MALFORMED && paying != null) {
                paying.refused();
            }
            Thread.startVirtualThread(() -> outlet.close(code));
        }
    }

    /** The other end is gone. */
    void gone() {
        closed.set(true);
        waiting.clear();
    }

}
