package fr.maillage.coediting;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what other nodes committed, for the rooms that are open here. Silent where there is only one node. */
final class Tail {

    private static final int HEARTBEAT_SECONDS = 5;

    private final Map<Integer, Long> read = new HashMap<>();
    private List<Integer> others = List.of();
    private Instant looked = Instant.EPOCH;

    void read(TextStore store, int node, Instant now, Map<LiveTextId, Room> rooms) {
        if (looked.plusSeconds(HEARTBEAT_SECONDS).isBefore(now)) {
            looked = now;
            others = store.heartbeat(node, now, 3 * HEARTBEAT_SECONDS);
            read.keySet().retainAll(others);
        }
        for (int other : others) {
            Long last = read.get(other);
            if (last == null) {
                // A room that opens now reads everything committed so far from the database itself.
                read.put(other, store.lastSeq(other));
                continue;
            }
            store.after(other, last).forEach(row -> {
                read.put(other, row.seq());
                Room room = rooms.get(row.text());
                if (room != null) {
                    room.tailed(row.payload());
                }
            });
        }
    }
}
