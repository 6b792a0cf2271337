package fr.maillage.coediting;

import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Mark;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a text: the later one, with what is new in it marked, and what is gone left in its place. Blocks are
 * compared as blocks, so that a list stays a list and a table a table; within a block, word by word.
 */
public record TextDifference(List<Part> parts) {

    /** What happened to a part. */
    public enum Change {
        SAME, ADDED, REMOVED,
        /** The words are the same, how they look is not. */
        FORMATTED
    }

    /** A part of the text: a block or something in a line, or words. */
    public sealed interface Part {

        Change change();
    }

    /** @param attributes those of the later text, if it is in it */
    public record Block(String type, Map<String, @Nullable Object> attributes, Change change, List<Part> content)
            implements Part {}

    /** @param marks those of the later text, if it is in it */
    public record Words(String text, List<Mark> marks, Change change) implements Part {}

    /** Marks that say nothing of the text itself. */
    private static final Set<String> NOT_COMPARED = Set.of(TextAnchors.MARK, RichText.PROPOSED_AWAY);
    private static final Set<String> LINES = Set.of("paragraph", "heading");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:(?:[’'-]|(?<=\\p{N})[.,](?=\\p{N}))"
            + "[\\p{L}\\p{M}\\p{N}]+)*|\\s+|.", Pattern.DOTALL);
    /** Less alike than that, a block is another block. */
    private static final double ALIKE = 0.34;
    private static final double ROWS_ALIKE = 0.15;

    public TextDifference {
        parts = List.copyOf(parts);
    }

    public static TextDifference between(RichText before, RichText after) {
        return new TextDifference(content(bare(before.content()), bare(after.content()), false));
    }

    /** How many words are new, or gone. */
    public int words(Change change) {
        return words(parts, change);
    }

    private static int words(List<Part> parts, Change change) {
        return parts.stream().mapToInt(part -> switch (part) {
            case Words words -> words.change == change && !words.text.isBlank() ? words.text.strip().split("\\s+").length : 0;
            case Block block -> words(block.content, change);
        }).sum();
    }

    /** Whether anything differs. */
    public boolean isEmpty() {
        return parts.stream().allMatch(TextDifference::isSame);
    }

    private static boolean isSame(Part part) {
        return part.change() == Change.SAME
                && (!(part instanceof Block block) || block.content.stream().allMatch(TextDifference::isSame));
    }

    /** Without what is not compared; words that are alike then are one piece. */
    private static List<Node> bare(List<Node> nodes) {
        List<Node> bare = new ArrayList<>();
        for (Node node : nodes) {
            switch (node) {
                case Text text when text.isProposed() -> { }
                case Text(String text, List<Mark> all) -> {
                    List<Mark> marks = all.stream().filter(mark -> !NOT_COMPARED.contains(mark.type())).toList();
                    if (!bare.isEmpty() && bare.getLast() instanceof Text(String before, List<Mark> same)
                            && same.equals(marks)) {
                        bare.set(bare.size() - 1, new Text(before + text, marks));
                    } else {
                        bare.add(new Text(text, marks));
                    }
                }
                case Element element -> bare.add(new Element(element.type(), element.attributes(), bare(element.content())));
            }
        }
        return bare;
    }

    private static List<Part> content(List<Node> before, List<Node> after, boolean cells) {
        if (Stream.concat(before.stream(), after.stream()).anyMatch(RichText::isInline)) {
            return inline(before, after);
        }
        List<Element> old = elements(before);
        List<Element> now = elements(after);
        // The only block there is, and cells of a row, are the same ones whatever stands in them.
        if (old.size() == now.size() && (cells || old.size() == 1)) {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < old.size(); i++) {
                parts.add(pair(old.get(i), now.get(i)));
            }
            return parts;
        }
        return blocks(old, now);
    }

    private static List<Element> elements(List<Node> nodes) {
        return nodes.stream().map(Element.class::cast).toList();
    }

    private static List<Part> blocks(List<Element> before, List<Element> after) {
        BlockPairs pairs = new BlockPairs(before, after);
        List<Part> parts = new ArrayList<>();
        Alignment.of(before.size(), after.size(), pairs::alike).forEach((old, now) -> {
            if (now < 0) {
                parts.add(whole(before.get(old), Change.REMOVED));
            } else if (old < 0) {
                parts.add(whole(after.get(now), Change.ADDED));
            } else {
                parts.add(pair(before.get(old), after.get(now)));
            }
        });
        return parts;
    }

    private record BlockPairs(List<Element> before, List<Element> after, List<Map<String, Integer>> oldWords,
            List<Map<String, Integer>> newWords) {

        BlockPairs(List<Element> before, List<Element> after) {
            this(before, after, before.stream().map(Alignment::bag).toList(), after.stream().map(Alignment::bag).toList());
        }

        double alike(int old, int now) {
            Element one = before.get(old);
            Element other = after.get(now);
            if (one.equals(other)) {
                return 2;
            }
            boolean kin = one.type().equals(other.type());
            if (!kin && !(LINES.contains(one.type()) && LINES.contains(other.type()))) {
                return 0;
            }
            double alike = Alignment.alike(oldWords.get(old), newWords.get(now));
            // A row whose only number changed is the same row; a table stays one.
            double least = switch (one.type()) {
                case "table" -> 0;
                case "tableRow" -> ROWS_ALIKE;
                default -> ALIKE;
            };
            return alike >= least ? 0.1 + alike : 0;
        }
    }

    private static Part pair(Element before, Element after) {
        if (!before.type().equals(after.type()) && !(LINES.contains(before.type()) && LINES.contains(after.type()))) {
            return new Block(after.type(), after.attributes(), Change.FORMATTED,
                    content(before.content(), after.content(), false));
        }
        boolean same = before.type().equals(after.type()) && before.attributes().equals(after.attributes());
        return new Block(after.type(), after.attributes(), same ? Change.SAME : Change.FORMATTED,
                content(before.content(), after.content(), after.type().equals("tableRow")));
    }

    private static Part whole(Node node, Change change) {
        return switch (node) {
            case Text(String text, List<Mark> marks) -> new Words(text, marks, change);
            case Element element -> new Block(element.type(), element.attributes(), change,
                    element.content().stream().map(part -> whole(part, change)).toList());
        };
    }

    // --- within a line -------------------------------------------------------------------------------------------

    private static List<Part> inline(List<Node> before, List<Node> after) {
        List<Node> old = tokens(before);
        List<Node> now = tokens(after);
        List<int[]> steps = new ArrayList<>();
        Alignment.of(old.size(), now.size(), (a, b) -> sameWord(old.get(a), now.get(b)))
                .forEach((a, b) -> steps.add(new int[] {a, b}));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < steps.size();) {
            int[] step = steps.get(i);
            if (!isChange(step)) {
                Node word = now.get(step[1]);
                add(word, old.get(step[0]).equals(word) ? Change.SAME : Change.FORMATTED, parts);
                i++;
                continue;
            }
            int end = i;
            while (end < steps.size() && (isChange(steps.get(end)) || isBlank(old.get(steps.get(end)[0]))
                    && end + 1 < steps.size() && isChange(steps.get(end + 1)))) {
                end++;
            }
            changed(steps.subList(i, end), old, now, parts);
            i = end;
        }
        return parts;
    }

    /** Words that changed, with the spaces between them: “deux mots” for “trois pas” is one change, not two. */
    private static void changed(List<int[]> steps, List<Node> old, List<Node> now, List<Part> parts) {
        boolean replaced = steps.stream().anyMatch(step -> step[0] < 0) && steps.stream().anyMatch(step -> step[1] < 0);
        if (replaced) {
            steps.stream().filter(step -> step[0] >= 0).forEach(step -> add(old.get(step[0]), Change.REMOVED, parts));
            steps.stream().filter(step -> step[1] >= 0).forEach(step -> add(now.get(step[1]), Change.ADDED, parts));
        } else {
            steps.forEach(step -> add(step[1] >= 0 ? now.get(step[1]) : old.get(step[0]),
                    !isChange(step) ? Change.SAME : step[0] < 0 ? Change.ADDED : Change.REMOVED, parts));
        }
    }

    private static boolean isChange(int[] step) {
        return step[0] < 0 || step[1] < 0;
    }

    private static boolean isBlank(Node node) {
        return node instanceof Text text && text.text().isBlank();
    }

    private static double sameWord(Node one, Node other) {
        if (one instanceof Text(String a, List<Mark> _) && other instanceof Text(String b, List<Mark> _)) {
            // A space alone holds nothing together: words do.
            return a.equals(b) ? (a.isBlank() ? 0.4 : 1) : 0;
        }
        return one.equals(other) ? 1 : 0;
    }

    private static List<Node> tokens(List<Node> nodes) {
        List<Node> tokens = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Text(String text, List<Mark> marks)) {
                WORDS.matcher(text).results().map(MatchResult::group).forEach(word -> tokens.add(new Text(word, marks)));
            } else {
                tokens.add(node);
            }
        }
        return tokens;
    }

    private static void add(Node node, Change change, List<Part> parts) {
        Part last = parts.isEmpty() ? null : parts.getLast();
        if (node instanceof Text(String text, List<Mark> marks) && last instanceof Words(String before, List<Mark> before2,
                Change same) && same == change && before2.equals(marks)) {
            parts.set(parts.size() - 1, new Words(before + text, marks, change));
        } else {
            parts.add(whole(node, change));
        }
    }
}
