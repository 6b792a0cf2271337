package fr.maillage.coediting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what other nodes committed, for the rooms that are open here. Silent where there is only one node. */
final class Tail {

    private static final int HEARTBEAT_SECONDS = 5;
    /** So much older than the last look may be what a node committed that was not seen then: a sign of life comes late,
     * a clock is wrong. What is read once more than needed changes nothing. */
    private static final Duration LATE = Duration.ofMinutes(2);

    /** How far each node is read, also of one that gives no sign of life for a while. */
    private final Map<Integer, Long> read = new HashMap<>();
    private List<Integer> others = List.of();
    private @Nullable Instant looked;

    void read(TextStore store, int node, Instant now, Map<LiveTextId, Room> rooms) {
        Instant before = looked;
        if (before == null || before.plusSeconds(HEARTBEAT_SECONDS).isBefore(now)) {
            others = store.heartbeat(node, now, 3 * HEARTBEAT_SECONDS);
            for (int other : others) {
                if (!read.containsKey(other)) {
                    read.put(other, store.lastSeq(other, (before == null ? now : before).minus(LATE)));
                }
            }
            looked = now;
        }
        for (int other : others) {
            store.after(other, read.get(other)).forEach(row -> {
                read.put(other, row.seq());
                Room room = rooms.get(row.text());
                if (room != null) {
                    room.tailed(row.payload());
                }
            });
        }
    }
}
