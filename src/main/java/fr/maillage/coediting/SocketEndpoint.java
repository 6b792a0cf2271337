package fr.maillage.coediting;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A WebSocket into a text. Parts of messages are put together here, with a limit of our own and no buffer kept ready. */
final class SocketEndpoint extends Endpoint {

    /** Browsers say something every fifteen seconds. */
    private static final long SILENCE_MS = TimeUnit.SECONDS.toMillis(90);
    private static final long SENDING_MS = TimeUnit.SECONDS.toMillis(20);

    private final UUID text;
    private final @Nullable Function<Connection.Outlet, Visit> visits;
    private @Nullable Visit visit;
    private @Nullable ByteArrayOutputStream parts;

    /** @param visits makes the visit, null when nobody is signed in: told by a close code, which a refusal cannot carry */
    SocketEndpoint(UUID text, @Nullable Function<Connection.Outlet, Visit> visits) {
        this.text = text;
        this.visits = visits;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(SILENCE_MS);
        session.getAsyncRemote().setSendTimeout(SENDING_MS);
        Connection.Outlet outlet = new SocketOutlet(session);
        if (visits == null) {
            outlet.close(CloseCode.NO_SESSION);
            return;
        }
        Visit begun = visits.apply(outlet);
        visit = begun;
        session.addMessageHandler(new MessageHandler.Partial<byte[]>() {
            @Override
            public void onMessage(byte[] part, boolean last) {
                receive(begun, part, last);
            }
        });
        begun.begin(text);
    }

    private void receive(Visit begun, byte[] part, boolean last) {
        ByteArrayOutputStream before = parts;
        if ((before == null ? 0 : before.size()) + part.length > Visit.LARGEST) {
            parts = null;
            begun.tooLarge();
        } else if (last && before == null) {
            begun.receive(part);
        } else {
            before = before == null ? new ByteArrayOutputStream(part.length * 2) : before;
            before.writeBytes(part);
            parts = last ? null : before;
            if (last) {
                begun.receive(before.toByteArray());
            }
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (visit != null) {
            visit.end();
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        // A line that breaks is no fault: the close that follows ends the visit.
    }

    private record SocketOutlet(Session session) implements Connection.Outlet {

        @Override
        public void send(byte[] message, Consumer<@Nullable Throwable> done) {
            try {
                ToldInPlace.during(() -> session.getAsyncRemote()
                        .sendBinary(ByteBuffer.wrap(message), result -> done.accept(result.getException())));
            } catch (IllegalStateException | IllegalArgumentException gone) {
                done.accept(gone);
            }
        }

        @Override
        public void close(CloseCode code) {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code.number), code.name()));
            } catch (IOException | IllegalStateException gone) {
                // It is closed, which was the purpose.
            }
        }
    }
}
