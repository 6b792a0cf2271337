package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a document as text, tree, list or map. A root that does not exist is empty. */
public final class Reading {

    /** The format that says who wrote a piece of text, where that was asked for. */
    public static final String AUTHOR = "author";

    private final SharedDocument document;

    Reading(SharedDocument document) {
        this.document = document;
    }

    private SharedType root(String name) {
        SharedType root = document.roots.get(name);
        return root == null ? SharedType.root(name) : root;
    }

    /** The characters alone. */
    public String text(String root) {
        return text(root(root));
    }

    /** The characters with their formats. */
    public List<TextRun> runs(String root) {
        return runs(root(root));
    }

    /** The tree of elements and texts. */
    public List<XmlNode> xml(String root) {
        return children(root(root));
    }

    /**
     * The same, with one more format on each piece of text: {@value #AUTHOR}, its {@code by} being who wrote it; and one more
     * attribute of that name on each element whose author is known.
     */
    public List<XmlNode> xml(String root, Authorship authorship) {
        return children(root(root), authorship);
    }

    public List<@Nullable Object> list(String root) {
        return list(root(root));
    }

    public Map<String, @Nullable Object> map(String root) {
        return map(root(root));
    }

    private static String text(SharedType type) {
        StringBuilder text = new StringBuilder();
        for (Item item = type.start; item != null; item = item.right) {
            if (!item.deleted && item.content instanceof Content.Text(String part)) {
                text.append(part);
            }
        }
        return text.toString();
    }

    static List<TextRun> runs(SharedType type) {
        return runs(type, null);
    }

    private static List<TextRun> runs(SharedType type, @Nullable Authorship authorship) {
        List<TextRun> runs = new ArrayList<>();
        Map<String, @Nullable Object> formats = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        for (Item item = type.start; item != null; item = item.right) {
            if (item.deleted) {
                continue;
            }
            switch (item.content) {
                case Content.Text(String part) when authorship != null -> {
                    flush(text, formats, runs);
                    signed(item, part, formats, authorship, runs);
                }
                case Content.Text(String part) -> text.append(part);
                case Content.Format format -> {
                    flush(text, formats, runs);
                    apply(format, formats);
                }
                case Content.Embed(String json) -> {
                    flush(text, formats, runs);
                    Object value = Values.ofJson(json);
                    runs.add(new TextRun(value == null ? "" : value, formats));
                }
                case Content.Nested(SharedType nested) -> {
                    flush(text, formats, runs);
                    runs.add(new TextRun(value(nested), formats));
                }
                default -> { }
            }
        }
        flush(text, formats, runs);
        return runs;
    }

    private static void signed(Item item, String part, Map<String, @Nullable Object> formats, Authorship authorship,
            List<TextRun> runs) {
        for (int from = 0; from < part.length();) {
            int to = from + Math.clamp(authorship.together(item.client, item.clock + from, part.length() - from), 1,
                    part.length() - from);
            String author = authorship.author(item.client, item.clock + from);
            Map<String, @Nullable Object> signed = new TreeMap<>(formats);
            signed.put(AUTHOR, author == null ? Map.of() : Map.of("by", author));
            runs.add(new TextRun(part.substring(from, to), signed));
            from = to;
        }
    }

    static void apply(Content.Format format, Map<String, @Nullable Object> formats) {
        Object value = Values.ofJson(format.json());
        if (value == null) {
            formats.remove(format.key());
        } else {
            formats.put(format.key(), value);
        }
    }

    /** Ends a piece. One cut by formats that went away again stays in two, as browsers leave it. */
    private static void flush(StringBuilder text, Map<String, @Nullable Object> formats, List<TextRun> runs) {
        if (!text.isEmpty()) {
            runs.add(new TextRun(text.toString(), formats));
            text.setLength(0);
        }
    }

    static List<XmlNode> children(SharedType type) {
        return children(type, null);
    }

    private static List<XmlNode> children(SharedType type, @Nullable Authorship authorship) {
        List<XmlNode> nodes = new ArrayList<>();
        for (Item item = type.start; item != null; item = item.right) {
            if (!item.deleted && item.content instanceof Content.Nested(SharedType nested)) {
                XmlNode node = node(nested, authorship);
                if (node instanceof XmlNode.Element element && authorship != null) {
                    nodes.add(signed(element, authorship.author(item.client, item.clock)));
                } else if (node != null) {
                    nodes.add(node);
                }
            }
        }
        return nodes;
    }

    private static XmlNode signed(XmlNode.Element element, @Nullable String author) {
        Map<String, @Nullable Object> attributes = new TreeMap<>(element.attributes());
        // Whatever the document itself says under that name.
        attributes.remove(AUTHOR);
        if (author != null) {
            attributes.put(AUTHOR, author);
        }
        return new XmlNode.Element(element.name(), attributes, element.content());
    }

    static @Nullable XmlNode node(SharedType type) {
        return node(type, null);
    }

    private static @Nullable XmlNode node(SharedType type, @Nullable Authorship authorship) {
        return switch (type.kind) {
            case XML_TEXT, TEXT -> new XmlNode.Text(runs(type, authorship));
            case XML_ELEMENT, XML_HOOK -> new XmlNode.Element(type.name, map(type), children(type, authorship));
            case XML_FRAGMENT -> new XmlNode.Element("", Map.of(), children(type, authorship));
            case ARRAY, MAP -> null;
            case null -> null;
        };
    }

    private static Object value(SharedType type) {
        return switch (type.kind) {
            case TEXT -> text(type);
            case MAP -> map(type);
            case XML_ELEMENT, XML_HOOK, XML_FRAGMENT, XML_TEXT -> {
                XmlNode node = node(type);
                yield node == null ? "" : node;
            }
            case ARRAY -> list(type);
            case null -> list(type);
        };
    }

    private static List<@Nullable Object> list(SharedType type) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Item item = type.start; item != null; item = item.right) {
            if (item.counts()) {
                values.addAll(values(item.content));
            }
        }
        return values;
    }

    private static Map<String, @Nullable Object> map(SharedType type) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        type.byKey().forEach((key, item) -> {
            if (item.counts() && !isUndefined(item.content)) {
                values.put(key, values(item.content).getLast());
            }
        });
        return values;
    }

    private static boolean isUndefined(Content content) {
        return content instanceof Content.Any(List<byte[]> values) && values.getLast()[0] == 127;
    }

    private static List<@Nullable Object> values(Content content) {
        List<@Nullable Object> values = new ArrayList<>(1);
        switch (content) {
            case Content.Any(List<byte[]> all) -> all.forEach(any -> values.add(Values.ofAny(any)));
            case Content.Json(List<String> all) ->
                all.forEach(json -> values.add(json.equals("undefined") ? null : Values.ofJson(json)));
            case Content.Binary(byte[] bytes) -> values.add(bytes);
            case Content.Embed(String json) -> values.add(Values.ofJson(json));
            case Content.Nested(SharedType type) -> values.add(value(type));
            case Content.Subdocument document -> values.add(document.guid());
            case Content.Text(String text) -> values.addAll(
                    text.chars().mapToObj(unit -> String.valueOf((char) unit)).collect(Collectors.toList()));
            case Content.Forgotten _, Content.Format _ -> { }
        }
        return values;
    }
}
