package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The other transport, where WebSockets do not get through: the server's messages as events of a stream that stays open,
 * the browser's as posts that name the stream.
 */
@Component
class Streams {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ALIVE_SECONDS = 15;

    private final Map<String, Visit> open = new ConcurrentHashMap<>();

    /** The visit of this name, if it is this person's. */
    Optional<Visit> find(String name, PersonId person) {
        return Optional.ofNullable(open.get(name)).filter(visit -> visit.connection().person().equals(person));
    }

    String name() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    void opened(String name, Visit visit) {
        open.put(name, visit);
    }

    void closed(String name) {
        open.remove(name);
    }

    /** Writes events in the thread of the request, which a virtual thread may wait in. */
    static final class StreamOutlet implements Connection.Outlet {

        private record Event(byte[] message, Consumer<@Nullable Throwable> done) {}

        private static final Event END = new Event(new byte[0], failure -> { });

        private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>();
        private volatile @Nullable CloseCode code;

        @Override
        public void send(byte[] message, Consumer<@Nullable Throwable> done) {
            waiting.add(new Event(message, done));
        }

        @Override
        public void close(CloseCode why) {
            code = why;
            waiting.add(END);
        }

        /** Returns when the connection is closed. */
        void writeTo(OutputStream out, String name) throws IOException, InterruptedException {
            event(out, "open", name);
            while (true) {
                Event next = waiting.poll(ALIVE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                } else if (next == END) {
                    CloseCode why = code;
                    event(out, "close", String.valueOf((why == null ? CloseCode.FAULT : why).number));
                    return;
                } else {
                    event(out, "message", Base64.getEncoder().encodeToString(next.message));
                    next.done.accept(null);
                }
            }
        }

        private static void event(OutputStream out, String kind, String data) throws IOException {
            out.write(("event: " + kind + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
