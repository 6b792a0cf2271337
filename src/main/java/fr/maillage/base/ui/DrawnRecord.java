package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Components that are only looked at, written down for {@code drawn-list.ts}, which draws them: JSON, first the
 * pictures that occur, once each, then the components.
 *
 * <pre>
 * [[picture, …], element, …]
 * element: [tag, class or {attribute: value, …}, child, …]
 * child:   "words", the place of a picture among the pictures, or an element
 * </pre>
 *
 * Only the elements and attributes below are known, here and in the browser: what people wrote can only ever become
 * words and the value of an attribute.
 */
final class DrawnRecord {

    static final String PROPERTY = "record";

    private static final Set<String> ELEMENTS = Set.of("a", "article", "b", "div", "em", "h3", "h4", "li", "ol", "p",
            "span", "strong", "time", "ul", "vaadin-icon");
    private static final Set<String> ATTRIBUTES = Set.of("class", "href", "title", "datetime", "data-hue",
            "data-status", "aria-hidden", "aria-label", "role", "src", "symbol", "lang");
    /** What {@link Drawing} writes. */
    private static final Set<String> OF_PICTURES = Set.of("svg", "g", "circle", "rect", "path");

    private final Map<String, Integer> pictures = new LinkedHashMap<>();
    private final Map<String, String> drawings = new LinkedHashMap<>();
    private final StringBuilder json = new StringBuilder();

    private DrawnRecord() {}

    /**
     * These, one after the other.
     *
     * @throws IllegalArgumentException when one holds what cannot be drawn: a listener, an unknown element
     */
    static String of(Collection<? extends Component> components) {
        DrawnRecord record = new DrawnRecord();
        components.forEach(component -> {
            record.json.append(',');
            record.write(component.getElement());
        });
        return "[[" + String.join(",", record.pictures.keySet()) + "]" + record.json + "]";
    }

    private void write(Element element) {
        if (element.isTextNode()) {
            quoted(json, element.getText());
            return;
        }
        String picture = element.getProperty("innerHTML");
        if (picture != null) {
            // A drawing of the house: the element around it stays, for the style.
            head(element);
            json.append(',').append(picture(drawings.computeIfAbsent(picture, DrawnRecord::drawing))).append(']');
        } else if (element.getTag().equals("vaadin-icon")) {
            StringBuilder icon = new StringBuilder();
            head(icon, element.getTag(), attributes(element));
            json.append(picture(icon.append(']').toString()));
        } else {
            head(element);
            element.getChildren().filter(child -> child.isTextNode() || child.isVisible()).forEach(child -> {
                json.append(',');
                write(child);
            });
            json.append(']');
        }
    }

    private int picture(String written) {
        Integer known = pictures.putIfAbsent(written, pictures.size());
        return known == null ? pictures.size() - 1 : known;
    }

    private void head(Element element) {
        if (element.getNode().getFeatureIfInitialized(ElementListenerMap.class).isPresent()
                || element.getNode().getFeatureIfInitialized(VirtualChildrenList.class).isPresent()) {
            throw new IllegalArgumentException("<" + element.getTag() + "> listens: it belongs into an ItemList.");
        }
        head(json, element.getTag(), attributes(element));
    }

    private static Map<String, String> attributes(Element element) {
        if (!ELEMENTS.contains(element.getTag())) {
            throw new IllegalArgumentException("<" + element.getTag() + "> cannot be drawn from a record.");
        }
        Map<String, String> attributes = new TreeMap<>();
        element.getAttributeNames().forEach(name -> attributes.put(name, element.getAttribute(name)));
        element.getPropertyNames().filter(name -> !name.equals("innerHTML"))
                .forEach(name -> attributes.put(name, element.getProperty(name, "")));
        return attributes;
    }

    private static void head(StringBuilder json, String tag, Map<String, String> attributes) {
        json.append("[\"").append(tag).append("\",");
        if (attributes.isEmpty()) {
            json.append("\"\"");
        } else if (attributes.size() == 1 && attributes.containsKey("class")) {
            quoted(json, attributes.get("class"));
        } else {
            char before = '{';
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                if (!ATTRIBUTES.contains(attribute.getKey())) {
                    throw new IllegalArgumentException("“" + attribute.getKey() + "” of <" + tag + "> cannot be drawn"
                            + " from a record.");
                }
                json.append(before).append('"').append(attribute.getKey()).append("\":");
                quoted(json, attribute.getValue());
                before = ',';
            }
            json.append('}');
        }
    }

    // ------------------------------------------------------------------ pictures

    private static String drawing(String markup) {
        StringBuilder json = new StringBuilder();
        drawing(json, Parser.xmlParser().parseInput(markup, "").child(0));
        return json.toString();
    }

    private static void drawing(StringBuilder json, org.jsoup.nodes.Element element) {
        if (!OF_PICTURES.contains(element.tagName())) {
            throw new IllegalArgumentException("<" + element.tagName() + "> is no part of a picture.");
        }
        json.append("[\"").append(element.tagName()).append("\",{");
        String before = "";
        for (Attribute attribute : element.attributes()) {
            json.append(before).append('"').append(attribute.getKey()).append("\":");
            quoted(json, attribute.getValue());
            before = ",";
        }
        json.append('}');
        for (Node child : element.childNodes()) {
            if (child instanceof org.jsoup.nodes.Element part) {
                json.append(',');
                drawing(json, part);
            } else if (!(child instanceof TextNode text) || !text.isBlank()) {
                throw new IllegalArgumentException("A picture holds words.");
            }
        }
        json.append(']');
    }

    // ------------------------------------------------------------------ words

    /** In signs below 256 only: a string of such is held in one byte for each. */
    private static void quoted(StringBuilder json, String words) {
        json.append('"');
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            if (sign == '"' || sign == '\\') {
                json.append('\\').append(sign);
            } else if (sign < ' ' || sign > 0xFF) {
                json.append(String.format("\\u%04x", (int) sign));
            } else {
                json.append(sign);
            }
        }
        json.append('"');
    }
}
