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

        private static final byte[] END = new byte[0];

        private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(64);
        private volatile @Nullable CloseCode code;

        @Override
        public void send(byte[] message) throws IOException {
            try {
                if (!waiting.offer(message, 20, TimeUnit.SECONDS)) {
                    throw new IOException("nobody reads");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }

        @Override
        public void close(CloseCode why) {
            code = why;
            if (!waiting.offer(END)) {
                waiting.clear();
                waiting.offer(END);
            }
        }

        /** Returns when the connection is closed. */
        void writeTo(OutputStream out, String name) throws IOException, InterruptedException {
            event(out, "open", name);
            while (true) {
                byte[] message = waiting.poll(ALIVE_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                } else if (message == END) {
                    CloseCode why = code;
                    event(out, "close", String.valueOf((why == null ? CloseCode.FAULT : why).number));
                    return;
                } else {
                    event(out, "message", Base64.getEncoder().encodeToString(message));
                }
            }
        }

        private static void event(OutputStream out, String kind, String data) throws IOException {
            out.write(("event: " + kind + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
