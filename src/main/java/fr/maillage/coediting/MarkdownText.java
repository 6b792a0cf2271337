package fr.maillage.coediting;

import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Mark;
import fr.maillage.coediting.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/**
 * Reads what was written in Markdown as a document of the editor: paragraphs, headings, lists, quotations, emphasis and
 * links; of anything else, the words. Line breaks stay, as they do where Markdown is shown.
 */
public final class MarkdownText {

    private static final Parser PARSER = Parser.builder().build();
    private static final int HIGHEST = 2;
    private static final int LOWEST = 4;
    /** Deeper lists and quotations are written at this depth: no person nests that far. */
    private static final int DEEPEST = 12;
    private static final Pattern LINKED = Pattern.compile("(?i)(https?:|mailto:|tel:).*");

    private MarkdownText() {}

    /** Never without a paragraph: two people who begin at once begin in the same one. */
    public static RichText read(String markdown) {
        Node document = PARSER.parse(markdown);
        List<RichText.Node> blocks = new Blocks(largest(document), 0).of(document);
        return new RichText(blocks.isEmpty() ? List.of(new Element("paragraph")) : blocks);
    }

    private static int largest(Node document) {
        int[] largest = {6};
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                largest[0] = Math.min(largest[0], heading.getLevel());
            }
        });
        return largest[0];
    }

    /** @param largest the level of Markdown that becomes the highest heading */
    private record Blocks(int largest, int depth) {

        List<RichText.Node> of(Node parent) {
            List<RichText.Node> blocks = new ArrayList<>();
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                add(child, blocks);
            }
            return blocks;
        }

        private void add(Node block, List<RichText.Node> to) {
            switch (block) {
                case Paragraph paragraph -> to.add(new Element("paragraph", Map.of(), Words.of(paragraph)));
                case Heading heading -> to.add(new Element("heading",
                        Map.of("level", (long) Math.clamp(heading.getLevel() - largest + (long) HIGHEST, HIGHEST, LOWEST)),
                        Words.of(heading)));
                case BulletList list -> nested("bulletList", Map.of(), list, to);
                case OrderedList list -> nested("orderedList", Map.of("start",
                        (long) (list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber())), list, to);
                case ListItem item -> to.add(item(item));
                case BlockQuote quote -> nested("blockquote", Map.of(), quote, to);
                case FencedCodeBlock code -> lines(code.getLiteral(), to);
                case IndentedCodeBlock code -> lines(code.getLiteral(), to);
                case HtmlBlock html -> lines(html.getLiteral(), to);
                default -> { }
            }
        }

        private void nested(String type, Map<String, Object> attributes, Node block, List<RichText.Node> to) {
            if (depth >= DEEPEST) {
                for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
                    flat(child, to);
                }
                return;
            }
            List<RichText.Node> content = new Blocks(largest, depth + 1).of(block);
            to.add(new Element(type, Map.copyOf(attributes), content.isEmpty() ? List.of(new Element("paragraph")) : content));
        }

        private static void flat(Node block, List<RichText.Node> to) {
            List<Node> waiting = new ArrayList<>(List.of(block));
            while (!waiting.isEmpty()) {
                Node next = waiting.removeLast();
                if (next instanceof Paragraph || next instanceof Heading) {
                    to.add(new Element("paragraph", Map.of(), Words.of(next)));
                } else {
                    for (Node child = next.getLastChild(); child != null; child = child.getPrevious()) {
                        waiting.add(child);
                    }
                }
            }
        }

        /** The editor's items begin with a paragraph. */
        private Element item(ListItem item) {
            List<RichText.Node> content = of(item);
            if (content.isEmpty() || !(content.getFirst() instanceof Element first && first.type().equals("paragraph"))) {
                content.addFirst(new Element("paragraph"));
            }
            return new Element("listItem", Map.of(), content);
        }

        private static void lines(String literal, List<RichText.Node> to) {
            to.addAll(RichText.ofPlainText(literal.stripTrailing()).content());
        }
    }

    /** The words of one block, with their marks. */
    private static final class Words extends AbstractVisitor {

        private final List<RichText.Node> words = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();

        static List<RichText.Node> of(Node block) {
            Words words = new Words();
            words.visitChildren(block);
            return words.words;
        }

        private void say(String text) {
            if (!text.isEmpty()) {
                words.add(new Text(text, List.copyOf(marks)));
            }
        }

        private void marked(Mark mark, Node node) {
            if (marks.contains(mark) || marks.size() >= DEEPEST) {
                visitChildren(node);
                return;
            }
            marks.add(mark);
            visitChildren(node);
            marks.removeLast();
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            say(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            say(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            say(html.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            words.add(new Element("hardBreak"));
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            words.add(new Element("hardBreak"));
        }

        @Override
        public void visit(StrongEmphasis strong) {
            marked(new Mark("bold"), strong);
        }

        @Override
        public void visit(Emphasis emphasis) {
            marked(new Mark("italic"), emphasis);
        }

        @Override
        public void visit(Link link) {
            boolean inLink = marks.stream().anyMatch(mark -> mark.type().equals("link"));
            if (inLink || !LINKED.matcher(link.getDestination()).matches()) {
                visitChildren(link);
            } else {
                marked(new Mark("link", Map.of("href", link.getDestination())), link);
            }
        }
    }
}
