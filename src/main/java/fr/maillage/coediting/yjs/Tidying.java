package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ends a change: forgets what it deleted, and makes one struct of neighbours that are one run. */
final class Tidying {

    /** Above this many places to look at, going over everything once is cheaper. */
    private static final int FEW = 32;

    private final SharedDocument document;
    private final Change change;

    Tidying(SharedDocument document, Change change) {
        this.document = document;
        this.change = change;
    }

    void run() {
        change.deleted.normalize();
        change.deleted.byClient.forEach((client, ranges) -> {
            StructList structs = document.clients.get(client);
            ranges.forEach(range -> forget(structs, range));
        });
        change.deleted.byClient.forEach((client, ranges) -> {
            StructList structs = document.clients.get(client);
            if (ranges.size() > FEW) {
                join(structs, 0, Integer.MAX_VALUE);
            } else {
                for (int i = ranges.size() - 1; i >= 0; i--) {
                    join(structs, ranges.get(i).clock(), ranges.get(i).end());
                }
            }
        });
        change.before.forEach((client, clock) -> join(document.clients.get(client), clock, Integer.MAX_VALUE));
        joinCuts();
    }

    private void joinCuts() {
        if (change.cut.size() > FEW * 8) {
            document.clients.values().forEach(structs -> join(structs, 0, Integer.MAX_VALUE));
            return;
        }
        List<Item> cuts = new ArrayList<>(change.cut.keySet());
        cuts.sort(Comparator.comparingInt((Item item) -> item.clock).reversed());
        cuts.forEach(item -> join(document.clients.get(item.client), item.clock, item.clock));
    }

    private void forget(StructList structs, ClockRanges.Range range) {
        for (int i = structs.indexOf(range.clock()); i < structs.size() && structs.get(i).clock < range.end(); i++) {
            if (structs.get(i) instanceof Item item && item.deleted) {
                forgetInside(item);
                if (!(item.content instanceof Content.Forgotten)) {
                    item.content = new Content.Forgotten(item.length);
                }
            }
        }
    }

    private void forgetInside(Item item) {
        if (item.content instanceof Content.Nested(SharedType type)) {
            for (Item child = type.start; child != null; child = child.right) {
                forgetWhole(child);
            }
            type.byKey().values().forEach(last -> {
                for (Item child = last; child != null; child = child.left) {
                    forgetWhole(child);
                }
            });
            type.forget();
        }
    }

    /** What was inside something forgotten needs no place any more: that it was there is enough. */
    private void forgetWhole(Item item) {
        forgetInside(item);
        StructList structs = document.clients.get(item.client);
        structs.set(structs.indexOf(item.clock), new Gc(item.client, item.clock, item.length));
    }

    /** Joins neighbours from the struct before clock {@code from} to the one after clock {@code to}. */
    private void join(StructList structs, int from, int to) {
        int first = Math.max(0, from == 0 ? 0 : structs.indexOf(Math.min(from, structs.state() - 1)) - 1);
        int kept = first;
        int next = first + 1;
        while (next < structs.size() && structs.get(next).clock <= to) {
            int end = runEnd(structs, kept, next);
            if (end == next) {
                structs.set(++kept, structs.get(next++));
            } else {
                joinRun(structs, kept, next, end);
                next = end;
            }
        }
        if (kept + 1 < next) {
            structs.removeRange(kept + 1, next);
        }
    }

    /** How far a run goes on that begins with the struct at {@code kept} and continues at {@code next}. */
    private static int runEnd(StructList structs, int kept, int next) {
        int end = next;
        Struct last = structs.get(kept);
        while (end < structs.size() && joins(last, structs.get(end))) {
            last = structs.get(end++);
        }
        return end;
    }

    private static boolean joins(Struct first, Struct second) {
        return first instanceof Gc && second instanceof Gc
                || first instanceof Item one && second instanceof Item two && one.joins(two);
    }

    private void joinRun(StructList structs, int kept, int from, int to) {
        Struct first = structs.get(kept);
        int end = structs.get(to - 1).end();
        if (first instanceof Item item) {
            List<Item> run = new ArrayList<>(to - from + 1);
            run.add(item);
            for (int i = from; i < to; i++) {
                run.add((Item) structs.get(i));
            }
            Item last = run.getLast();
            item.content = Item.joined(run);
            item.right = last.right;
            if (item.right != null) {
                item.right.left = item;
            }
            if (item.key != null && item.parent != null && item.parent.get(item.key) == last) {
                item.parent.put(item.key, item);
            }
        }
        first.length = end - first.clock;
    }
}
