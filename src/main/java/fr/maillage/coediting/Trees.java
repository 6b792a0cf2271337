package fr.maillage.coediting;

import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Mark;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.RichText.Text;
import fr.maillage.coediting.yjs.TextRun;
import fr.maillage.coediting.yjs.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates between the editor's document and the shared tree, as the editor's own binding does. */
final class Trees {

    /** The root of the shared tree; what Tiptap's collaboration calls it. */
    static final String ROOT = "default";

    /** A mark that may overlap others of its type carries a hash behind its name. */
    private static final Pattern OVERLAPPING = Pattern.compile("(.*)--[a-zA-Z0-9+/=]{8}");

    private Trees() {}

    static XmlNode paragraph(String words) {
        return new XmlNode.Element("paragraph", Map.of(), List.of(new XmlNode.Text(List.of(new TextRun(words)))));
    }

    static RichText document(List<XmlNode> tree) {
        return new RichText(tree.stream().flatMap(node -> nodes(node).stream()).toList());
    }

    private static List<Node> nodes(XmlNode node) {
        return switch (node) {
            case XmlNode.Element element -> List.of(new Element(element.name(), attributes(element),
                    element.content().stream().flatMap(part -> nodes(part).stream()).toList()));
            case XmlNode.Text text -> {
                List<Node> nodes = new ArrayList<>();
                for (TextRun run : text.runs()) {
                    if (run.insert() instanceof String piece) {
                        add(new Text(piece, marks(run.formats())), nodes);
                    }
                }
                yield nodes;
            }
        };
    }

    /** What is only proposed to go is still there, and looks as it does. */
    private static Map<String, @Nullable Object> attributes(XmlNode.Element element) {
        if (!element.attributes().containsKey(RichText.AWAY)) {
            return element.attributes();
        }
        Map<String, @Nullable Object> attributes = new TreeMap<>(element.attributes());
        attributes.remove(RichText.AWAY);
        return attributes;
    }

    private static void add(Text text, List<Node> nodes) {
        if (!nodes.isEmpty() && nodes.getLast() instanceof Text(String before, List<Mark> marks)
                && marks.equals(text.marks())) {
            nodes.set(nodes.size() - 1, new Text(before + text.text(), marks));
        } else {
            nodes.add(text);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Mark> marks(Map<String, @Nullable Object> formats) {
        List<Mark> marks = new ArrayList<>();
        formats.forEach((key, value) -> {
            Matcher overlapping = OVERLAPPING.matcher(key);
            marks.add(new Mark(overlapping.matches() ? overlapping.group(1) : key,
                    value instanceof Map<?, ?> attributes ? (Map<String, @Nullable Object>) attributes : Map.of()));
        });
        return marks;
    }

    static List<XmlNode> tree(RichText document) {
        return trees(document.content());
    }

    private static List<XmlNode> trees(List<Node> nodes) {
        List<XmlNode> trees = new ArrayList<>();
        List<TextRun> runs = new ArrayList<>();
        for (Node node : nodes) {
            switch (node) {
                case Text text -> runs.add(new TextRun(text.text(), formats(text.marks())));
                case Element element -> {
                    flush(runs, trees);
                    trees.add(new XmlNode.Element(element.type(), element.attributes(), trees(element.content())));
                }
            }
        }
        flush(runs, trees);
        return trees;
    }

    private static void flush(List<TextRun> runs, List<XmlNode> trees) {
        if (!runs.isEmpty()) {
            trees.add(new XmlNode.Text(runs));
            runs.clear();
        }
    }

    private static Map<String, @Nullable Object> formats(List<Mark> marks) {
        Map<String, @Nullable Object> formats = new TreeMap<>();
        for (Mark mark : marks) {
            String key = formats.containsKey(mark.type())
                    ? mark.type() + "--" + "%08x".formatted(mark.attributes().hashCode()) : mark.type();
            formats.put(key, mark.attributes());
        }
        return formats;
    }
}
