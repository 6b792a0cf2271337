package fr.maillage.coediting;

import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.RichText.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which entries of two rows belong together, in order, so that what belongs together is as alike as it can be. */
final class Alignment {

    /** How alike two entries are; 0 for not at all. */
    @FunctionalInterface
    interface Likeness {

        double of(int old, int now);
    }

    /** Hears the rows from the beginning: an entry of each, or of one alone and -1. */
    @FunctionalInterface
    interface Listener {

        void hear(int old, int now);
    }

    /** Comparisons in one row of entries; beyond, what lies between the equal ends counts as replaced. */
    private static final long MOST = 4_000_000;

    private final List<int[]> steps = new ArrayList<>();

    private Alignment() {}

    static Alignment of(int olds, int news, Likeness likeness) {
        Alignment alignment = new Alignment();
        int start = 0;
        while (start < olds && start < news && likeness.of(start, start) >= 1) {
            alignment.steps.add(new int[] {start, start});
            start++;
        }
        int end = 0;
        while (end < olds - start && end < news - start && likeness.of(olds - 1 - end, news - 1 - end) >= 1) {
            end++;
        }
        alignment.middle(start, olds - end, news - end, likeness);
        for (int i = end; i > 0; i--) {
            alignment.steps.add(new int[] {olds - i, news - i});
        }
        return alignment;
    }

    void forEach(Listener listener) {
        steps.forEach(step -> listener.hear(step[0], step[1]));
    }

    private void middle(int start, int oldEnd, int newEnd, Likeness likeness) {
        int rows = oldEnd - start;
        int columns = newEnd - start;
        if ((long) rows * columns > MOST) {
            apart(start, oldEnd, start, newEnd);
            return;
        }
        float[][] alike = new float[rows][columns];
        float[][] best = new float[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                alike[i][j] = (float) likeness.of(start + i, start + j);
                float together = alike[i][j] > 0 ? alike[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(together, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (alike[i][j] > 0 && best[i][j] == alike[i][j] + best[i + 1][j + 1]) {
                steps.add(new int[] {start + i++, start + j++});
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                steps.add(new int[] {start + i++, -1});
            } else {
                steps.add(new int[] {-1, start + j++});
            }
        }
        apart(start + i, oldEnd, start + j, newEnd);
    }

    private void apart(int old, int oldEnd, int now, int newEnd) {
        for (int i = old; i < oldEnd; i++) {
            steps.add(new int[] {i, -1});
        }
        for (int j = now; j < newEnd; j++) {
            steps.add(new int[] {-1, j});
        }
    }

    /** The words of a block, each with how often it is there. */
    static Map<String, Integer> bag(Element block) {
        Map<String, Integer> bag = new HashMap<>();
        fill(block, bag);
        return bag;
    }

    private static void fill(Node node, Map<String, Integer> bag) {
        switch (node) {
            case Text text -> {
                for (String word : text.text().strip().split("[\\s\\p{Punct}’]+")) {
                    if (!word.isEmpty()) {
                        bag.merge(word, 1, Integer::sum);
                    }
                }
            }
            case Element element -> {
                // What is referred to, and which picture it is, counts as a word.
                if (element.attributes().get("id") instanceof String id) {
                    bag.merge(id, 1, Integer::sum);
                }
                element.content().forEach(part -> fill(part, bag));
            }
        }
    }

    /** From 0 to 1: the share of words that two blocks have in common. */
    static double alike(Map<String, Integer> one, Map<String, Integer> other) {
        int all = one.values().stream().mapToInt(Integer::intValue).sum()
                + other.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return 1;
        }
        int common = 0;
        for (Map.Entry<String, Integer> word : one.entrySet()) {
            common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
        }
        return 2.0 * common / all;
    }
}
