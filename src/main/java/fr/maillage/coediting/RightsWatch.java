package fr.maillage.coediting;

import fr.maillage.access.Viewer;
import fr.maillage.base.Today;
import fr.maillage.coediting.Connection.Right;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the rights of open connections true. They are asked again when this node hears that rights changed, when the
 * doors of an item are not what they were (one query for all open items), when a day begins, once a minute in any case,
 * and of each line once more as soon as it is open. Changes of other nodes are heard here as those of this one. Whether a
 * session goes on is asked every few seconds.
 */
@Component
class RightsWatch {

    private static final long IN_ANY_CASE = TimeUnit.SECONDS.toNanos(60);
    private static final long SESSIONS_EVERY = TimeUnit.SECONDS.toNanos(4);

    private record Question(Viewer viewer, LiveTextRef ref) {}

    private final JdbcClient jdbc;
    private final Rights rights;
    private final Sessions sessions;
    private final Today today;
    private Map<UUID, String> doors = Map.of();
    private long heard;
    private long asked = System.nanoTime();
    private long sessionsAsked = System.nanoTime();
    private LocalDate day;

    RightsWatch(JdbcClient jdbc, Rights rights, Sessions sessions, Today today) {
        this.today = today;
        this.day = today.date();
        this.jdbc = jdbc;
        this.rights = rights;
        this.sessions = sessions;
    }

    /** @param changes how often this node heard that rights changed */
    synchronized void look(Collection<Room> open, long changes) {
        List<Room> rooms = open.stream().filter(room -> !room.connections.isEmpty()).toList();
        if (rooms.isEmpty()) {
            doors = Map.of();
            heard = changes;
            return;
        }
        LocalDate date = today.date();
        boolean everybody = changes != heard || !date.equals(day) || System.nanoTime() - asked > IN_ANY_CASE;
        Map<UUID, String> before = doors;
        Map<UUID, String> now = doors(rooms.stream().map(room -> room.ref.item().id()).distinct().toList());
        Map<Question, Right> answers = new HashMap<>();
        for (Room room : rooms) {
            UUID item = room.ref.item().id();
            boolean all = everybody || !now.getOrDefault(item, "").equals(before.getOrDefault(item, ""));
            for (Connection connection : room.connections) {
                // A right may end between the answer that lets a line in and the moment it is in the room.
                if (all || !connection.watched) {
                    ask(room, connection, answers);
                }
            }
        }
        doors = now;
        if (everybody) {
            heard = changes;
            day = date;
            asked = System.nanoTime();
        }
        if (everybody || System.nanoTime() - sessionsAsked > SESSIONS_EVERY) {
            rooms.forEach(room -> room.connections.forEach(this::askSession));
            sessionsAsked = System.nanoTime();
        }
    }

    private void askSession(Connection connection) {
        if (!sessions.goesOn(connection.principal)) {
            connection.rightIs(Right.NONE);
            connection.close(CloseCode.NO_SESSION);
        }
    }

    private void ask(Room room, Connection connection, Map<Question, Right> answers) {
        Right right = answers.computeIfAbsent(new Question(connection.viewer, room.ref),
                question -> rights.of(question.viewer, question.ref));
        connection.rightIs(right);
        connection.asksForNames = rights.asksForNames(connection.viewer);
        connection.watched = true;
        if (right == Right.NONE) {
            connection.close(CloseCode.NO_RIGHT);
        }
    }

    /** What says of each item who may come near it, in one word. */
    private Map<UUID, String> doors(List<UUID> items) {
        Map<UUID, String> found = new HashMap<>();
        for (int from = 0; from < items.size(); from += 500) {
            jdbc.sql("select item, count(*), sum(crc32(concat(door, '.', level, '.', archived))) from listing"
                    + " where item in (:items) group by item")
                    .param("items", items.subList(from, Math.min(items.size(), from + 500)))
                    .query(row -> {
                        found.put(row.getObject(1, UUID.class), row.getString(2) + ' ' + row.getString(3));
                    });
        }
        return found;
    }
}
