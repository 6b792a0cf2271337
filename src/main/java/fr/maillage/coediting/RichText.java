package fr.maillage.coediting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document of the editor: the tree that ProseMirror calls {@code doc}, in its own JSON form. Which nodes and marks
 * exist is the editor's schema, not this type's. Immutable.
 */
public record RichText(List<Node> content) {

    /** A part of a document: an element with parts of its own, or a piece of text. */
    public sealed interface Node {}

    /** @param attributes their values as JSON types: text, number, boolean, null, list, map */
    public record Element(String type, Map<String, @Nullable Object> attributes, List<Node> content) implements Node {

        public Element(String type, Node... content) {
            this(type, Map.of(), List.of(content));
        }
    }

    /** @param marks in no particular order */
    public record Text(String text, List<Mark> marks) implements Node {

        public Text(String text) {
            this(text, List.of());
        }

        /** Whether somebody only proposes to add it. */
        public boolean isProposed() {
            return marks.stream().anyMatch(mark -> mark.type().equals(PROPOSED));
        }
    }

    /** What a piece of text is marked as: bold, a link, a comment. */
    public record Mark(String type, Map<String, @Nullable Object> attributes) {

        public Mark(String type) {
            this(type, Map.of());
        }
    }

    /** The mark of what somebody proposes to add. */
    public static final String PROPOSED = "insertion";
    /** The mark of what somebody proposes to take away. */
    public static final String PROPOSED_AWAY = "deletion";
    /** Among words that are proposed: where a paragraph is to begin. */
    public static final String PROPOSED_BREAK = "\u2029";
    /** The attribute of a paragraph proposed to be joined to the one before it, and of a sign proposed to go. */
    static final String AWAY = "away";

    /** Nodes that stand within a line, beside words. */
    static final Set<String> IN_LINES = Set.of("hardBreak", Reference.NODE);

    /** Deeper documents are refused: no editor makes them. */
    public static final int DEEPEST = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RichText {
        content = List.copyOf(content);
    }

    public static RichText empty() {
        return new RichText(List.of());
    }

    /** One paragraph for each line. */
    public static RichText ofPlainText(String text) {
        List<Node> paragraphs = new ArrayList<>();
        text.lines().forEach(line -> paragraphs.add(
                line.isEmpty() ? new Element("paragraph") : new Element("paragraph", new Text(line))));
        return new RichText(paragraphs);
    }

    /**
     * Reads the JSON form of a document.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static RichText ofJson(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (!"doc".equals(root.path("type").asString(""))) {
                throw new IllegalArgumentException("Not a document");
            }
            return new RichText(nodes(root.path("content"), 0));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("Not a document", malformed);
        }
    }

    private static List<Node> nodes(JsonNode content, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("Nested too deeply");
        }
        List<Node> nodes = new ArrayList<>();
        for (JsonNode part : content) {
            String type = part.path("type").asString("");
            if (type.isEmpty()) {
                throw new IllegalArgumentException("A node without a type");
            }
            if (type.equals("text")) {
                List<Mark> marks = new ArrayList<>();
                part.path("marks").forEach(mark -> marks.add(new Mark(mark.path("type").asString(""), map(mark.path("attrs")))));
                nodes.add(new Text(part.path("text").asString(""), marks));
            } else {
                nodes.add(new Element(type, map(part.path("attrs")), nodes(part.path("content"), depth + 1)));
            }
        }
        return nodes;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(JsonNode attributes) {
        return attributes.isObject() ? JSON.treeToValue(attributes, TreeMap.class) : Map.of();
    }

    /** The JSON form, as ProseMirror reads and writes it. */
    public String toJson() {
        return toTree().toString();
    }

    JsonNode toTree() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("type", "doc");
        return withContent(root, content);
    }

    private static ObjectNode withContent(ObjectNode into, List<Node> content) {
        if (!content.isEmpty()) {
            ArrayNode array = into.putArray("content");
            content.forEach(node -> array.add(tree(node)));
        }
        return into;
    }

    private static ObjectNode tree(Node node) {
        return switch (node) {
            case Element element -> {
                ObjectNode tree = JsonNodeFactory.instance.objectNode().put("type", element.type());
                if (!element.attributes().isEmpty()) {
                    tree.set("attrs", JSON.valueToTree(element.attributes()));
                }
                yield withContent(tree, element.content());
            }
            case Text text -> {
                ObjectNode tree = JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text.text());
                if (!text.marks().isEmpty()) {
                    ArrayNode marks = tree.putArray("marks");
                    text.marks().forEach(mark -> {
                        ObjectNode object = marks.addObject().put("type", mark.type());
                        if (!mark.attributes().isEmpty()) {
                            object.set("attrs", JSON.valueToTree(mark.attributes()));
                        }
                    });
                }
                yield tree;
            }
        };
    }

    /** The words alone, one line for each block, line breaks kept. */
    public String plainText() {
        StringBuilder text = new StringBuilder();
        content.forEach(node -> append(node, text));
        return text.toString().strip();
    }

    private static void append(Node node, StringBuilder text) {
        switch (node) {
            // What is only proposed is not written yet.
            case Text piece -> text.append(piece.isProposed() ? "" : piece.text());
            case Element element when element.type().equals("hardBreak") -> text.append('\n');
            // What it is called is told to those who may see it; these words may be read by others.
            case Element element when element.type().equals(Reference.NODE) -> text.append(Reference.sign(element));
            case Element element when element.type().equals(Picture.NODE) && !Picture.alt(element).isEmpty() ->
                text.append(Picture.alt(element)).append('\n');
            case Element element when element.type().equals(Picture.NODE) -> { }
            case Element element -> {
                element.content().forEach(part -> append(part, text));
                // What holds blocks ends with the last of them; anything else is a line, an empty one too.
                if (element.content().isEmpty() || element.content().stream().anyMatch(RichText::isInline)) {
                    text.append('\n');
                }
            }
        }
    }

    /** Whether it stands within a line. */
    static boolean isInline(Node node) {
        return switch (node) {
            case Text text -> true;
            case Element element -> IN_LINES.contains(element.type());
        };
    }

    /** How many words it has. */
    public int words() {
        String text = plainText();
        return text.isEmpty() ? 0 : text.split("\\s+").length;
    }
}
