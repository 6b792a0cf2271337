package fr.maillage.coediting;

import fr.maillage.coediting.Rooms.Closed;
import fr.maillage.coediting.yjs.MalformedUpdate;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One browser's stay in a text, whatever way its messages come: lets it in, hands over what it sends, sees it out. */
final class Visit {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
    /** Largest message taken, in bytes: a text of five hundred pages, or a picture somebody pasted by mistake. */
    static final int LARGEST = 4 * 1024 * 1024;

    private final Rooms rooms;
    private final Connection connection;
    private volatile @Nullable Room room;

    Visit(Rooms rooms, Connection connection) {
        this.rooms = rooms;
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Comes in, or is told why not. */
    void begin(UUID text) {
        try {
            room = rooms.enter(text, connection);
            if (!connection.isOpen()) {
                // The line broke while it was being let in, and its end is told only once.
                end();
            }
        } catch (Closed refused) {
            connection.close(refused.code);
        } catch (RuntimeException failed) {
            LOG.warn("A live text cannot be opened: {}", failed.toString());
            connection.close(CloseCode.FAULT);
        }
    }

    /** Takes a message; waits where its sender is too fast, and ends the visit when it is no message. */
    void receive(byte[] bytes) {
        Room here = room;
        if (here == null || !connection.isOpen()) {
            return;
        }
        try {
            long pause = rooms.pace(connection.person(), bytes.length);
            if (pause > 0) {
                LockSupport.parkNanos(pause);
            }
            here.take(connection, Message.decode(bytes), bytes.length);
        } catch (MalformedUpdate hostile) {
            LOG.info("Refused from {}: {}", connection.person().value(), hostile.getMessage());
            connection.close(CloseCode.MALFORMED);
        } catch (RuntimeException failed) {
            LOG.warn("A message cannot be taken: {}", failed.toString());
            connection.close(CloseCode.FAULT);
        }
    }

    void tooLarge() {
        connection.close(CloseCode.MALFORMED);
    }

    synchronized void end() {
        connection.gone();
        Room here = room;
        if (here != null) {
            room = null;
            rooms.leave(here, connection);
        }
    }
}
