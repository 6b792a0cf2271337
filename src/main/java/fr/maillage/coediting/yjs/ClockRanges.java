package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A set of positions, as ranges of clocks of clients: what was deleted. */
final class ClockRanges {

    record Range(int clock, int length) {

        int end() {
            return clock + length;
        }
    }

    final Map<Long, List<Range>> byClient = new HashMap<>();

    void add(long client, int clock, int length) {
        List<Range> ranges = byClient.computeIfAbsent(client, any -> new ArrayList<>(2));
        Range last = ranges.isEmpty() ? null : ranges.getLast();
        if (last != null && last.end() == clock) {
            ranges.set(ranges.size() - 1, new Range(last.clock, last.length + length));
        } else {
            ranges.add(new Range(clock, length));
        }
    }

    void addAll(ClockRanges other) {
        other.byClient.forEach((client, ranges) -> ranges.forEach(range -> add(client, range.clock, range.length)));
    }

    boolean isEmpty() {
        return byClient.isEmpty();
    }

    /** Puts the ranges of each client in order, without overlaps. */
    void normalize() {
        byClient.replaceAll((client, ranges) -> {
            if (ranges.size() < 2) {
                return ranges;
            }
            ranges.sort(Comparator.comparingInt(Range::clock));
            List<Range> joined = new ArrayList<>(ranges.size());
            for (Range range : ranges) {
                Range last = joined.isEmpty() ? null : joined.getLast();
                if (last != null && last.end() >= range.clock) {
                    int end = Math.max(last.end(), range.end());
                    joined.set(joined.size() - 1, new Range(last.clock, end - last.clock));
                } else {
                    joined.add(range);
                }
            }
            return joined;
        });
    }

    /** Writes the set, which is normalized; clients in descending order, so that equal sets are equal bytes. */
    void write(ByteWriter out) {
        out.varUint(byClient.size());
        byClient.entrySet().stream().sorted(Map.Entry.<Long, List<Range>>comparingByKey().reversed()).forEach(entry -> {
            out.varUint(entry.getKey()).varUint(entry.getValue().size());
            for (Range range : entry.getValue()) {
                out.varUint(range.clock).varUint(range.length);
            }
        });
    }

    static ClockRanges read(ByteReader in) {
        ClockRanges ranges = new ClockRanges();
        for (long clients = in.varUint(); clients > 0; clients--) {
            long client = in.varUint();
            for (long left = in.varUint(); left > 0; left--) {
                int clock = in.clock();
                int length = in.clock();
                if (clock > Integer.MAX_VALUE - length) {
                    throw new MalformedUpdate("beyond all clocks");
                }
                if (length > 0) {
                    ranges.add(client, clock, length);
                }
            }
        }
        return ranges;
    }
}
