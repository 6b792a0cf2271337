package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that lost their place: what held them was taken away by somebody who had not seen them.
 *
 * @param words  never empty
 * @param last   the last of them, as whoever wrote them counted
 * @param behind what they were written behind; null at the beginning of a text
 * @param beside something of what held them, as far as is known
 */
public record Stranded(String words, Place last, @Nullable Place behind, @Nullable Place beside) {

    /** Other words for them. */
    public Stranded as(String others) {
        return new Stranded(others, last, behind, beside);
    }

    /** With what stands before them. */
    Stranded behind(Stranded before) {
        return new Stranded(before.words + words, last, before.behind, before.beside);
    }

    /** Those among items that go with their holder, without what an update names itself. */
    static List<Stranded> among(List<Item> going, ClockRanges named, Change change) {
        List<Stranded> stranded = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int i = 0, first = 0; i < going.size(); i++) {
            Item item = going.get(i);
            if (i > first && !goesOn(item, going.get(first))) {
                words.append(' ');
            }
            words.append(unnamed(item, named.byClient.getOrDefault(item.client, List.of()), change));
            if (i + 1 == going.size() || going.get(i + 1).client != item.client) {
                if (!words.isEmpty()) {
                    Place last = new Place(item.client, item.end() - 1);
                    stranded.add(new Stranded(words.toString(), last, behind(going.get(first)), beside(going.get(first))));
                }
                words.setLength(0);
                first = i + 1;
            }
        }
        return stranded;
    }

    /** Whether it was written behind words that their author wrote since. */
    private static boolean goesOn(Item item, Item first) {
        return item.hasOrigin() && item.originClient == first.client && item.originClock >= first.clock;
    }

    private static @Nullable Place behind(Item item) {
        return item.hasOrigin() ? new Place(item.originClient, item.originClock) : null;
    }

    private static @Nullable Place beside(Item item) {
        if (item.hasOrigin()) {
            return behind(item);
        }
        if (item.hasRightOrigin()) {
            return new Place(item.rightOriginClient, item.rightOriginClock);
        }
        return item.home instanceof Item.Home.Inside(long client, int clock) ? new Place(client, clock) : null;
    }

    private static String unnamed(Item item, List<ClockRanges.Range> named, Change change) {
        String words = ((Content.Text) item.content).text();
        change.steps(named.size() + words.length() / 16);
        BitSet gone = new BitSet(words.length());
        for (ClockRanges.Range range : named) {
            int from = Math.max(0, range.clock() - item.clock);
            int to = Math.min(words.length(), range.end() - item.clock);
            if (from < to) {
                gone.set(from, to);
            }
        }
        StringBuilder left = new StringBuilder();
        for (int at = gone.nextClearBit(0); at < words.length(); at = gone.nextClearBit(at + 1)) {
            left.append(words.charAt(at));
        }
        return left.toString();
    }
}
