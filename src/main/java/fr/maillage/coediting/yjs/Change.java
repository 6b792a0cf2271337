package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one change does to a document: which clients went on and from where, what it deleted, what it cut. From this the
 * document is tidied, and the update for everybody else is written, when the change is over.
 */
final class Change {

    /** How many steps one change from outside may take; a few milliseconds for each million. */
    static final long PATIENCE = 20_000_000;

    final Map<Long, Integer> before = new HashMap<>();
    final ClockRanges deleted = new ClockRanges();
    final Map<Item, Boolean> cut = new IdentityHashMap<>();
    /** Words that go with what holds them, as far as an update that is being brought in says; null where nobody asks. */
    private @Nullable List<Item> going;
    private long stepsLeft;

    Change(long patience) {
        this.stepsLeft = patience;
    }

    /** Counts one step of placing items, so that no message keeps the server busy for long. */
    void step() {
        steps(1);
    }

    /** Counts work that takes as long as that many steps. */
    void steps(long steps) {
        stepsLeft -= steps;
        if (stepsLeft < 0) {
            throw new MalformedUpdate("takes too long to place");
        }
    }

    void listen() {
        going = new ArrayList<>();
    }

    boolean isListening() {
        return going != null;
    }

    /** What went since {@link #listen}, in order. */
    List<Item> heard() {
        List<Item> heard = going == null ? List.of() : going;
        going = null;
        return heard;
    }

    /** Something goes because what holds it is gone. */
    void goes(Item item) {
        if (going != null && item.key == null && !item.deleted && item.content instanceof Content.Text) {
            going.add(item);
        }
    }

    boolean isEmpty() {
        return before.isEmpty() && deleted.isEmpty();
    }
}
