package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.member.ColorChoice;
import fr.maillage.member.PersonPrincipal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is sent to one browser, whatever its line is like. */
class ConnectionTest {

    /** A line that takes a message when it is told to. */
    private static final class Line implements Connection.Outlet {

        private final List<byte[]> sent = new ArrayList<>();
        private final List<Consumer<@Nullable Throwable>> underway = new ArrayList<>();
        private final CompletableFuture<CloseCode> closed = new CompletableFuture<>();

        @Override
        public void send(byte[] message, Consumer<@Nullable Throwable> done) {
            sent.add(message);
            underway.add(done);
        }

        void isFree() {
            underway.removeFirst().accept(null);
        }

        @Override
        public void close(CloseCode code) {
            closed.complete(code);
        }
    }

    private final Line line = new Line();
    private final Connection connection = new Connection(new PersonPrincipal(UUID.randomUUID(), "maud@exemple.fr", "Maud",
            "fr", ColorChoice.AUTO, false, 0, Instant.EPOCH), true, 0, line);

    @Test
    void messagesGoOneAfterTheOtherInOrder() {
        for (byte message = 0; message < 3; message++) {
            connection.send(new byte[] {message});
        }
        assertThat(line.sent).as("the others wait for the line").hasSize(1);
        line.isFree();
        line.isFree();
        line.isFree();
        assertThat(line.sent).extracting(message -> (int) message[0]).containsExactly(0, 1, 2);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aBrowserThatTakesNothingIsSentAwayToComeBackOnceEightMegabytesWait() throws Exception {
        for (int megabyte = 0; megabyte < 8; megabyte++) {
            connection.send(new byte[1024 * 1024]);
        }
        assertThat(connection.isOpen()).isTrue();
        connection.send(new byte[1]);
        assertThat(line.closed.get(Page.PATIENCE_SECONDS, TimeUnit.SECONDS).number).isEqualTo(1013);
        assertThat(connection.isOpen()).isFalse();
        line.isFree();
        assertThat(line.sent).as("nothing more is sent").hasSize(1);
    }

    @Test
    void aBrowserThatIsOnlySlowStays() {
        for (int megabyte = 0; megabyte < 40; megabyte++) {
            connection.send(new byte[1024 * 1024]);
            if (megabyte > 4) {
                line.isFree();
            }
        }
        assertThat(connection.isOpen()).isTrue();
        assertThat(line.sent).hasSize(36);
    }

    @Test
    void aLineThatBreaksEndsTheConnection() throws Exception {
        connection.send(new byte[1]);
        line.underway.removeFirst().accept(new java.io.IOException("gone"));
        assertThat(line.closed.get(Page.PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(CloseCode.FAULT);
    }
}
