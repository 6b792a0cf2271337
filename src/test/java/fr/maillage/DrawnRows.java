package fr.maillage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The rows of {@code DrawnList}: what the browser makes of the records it is told, as elements to look into with
 * selectors of CSS. Records of what is not shown are passed over, like components that are not visible.
 */
public final class DrawnRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DrawnRows() {}

    /** What a selector finds in all drawn lists of the open window, in the order of the page. */
    public static Elements find(String selector) {
        return find(UI.getCurrent(), selector);
    }

    /** What a selector finds in the drawn lists within this. */
    public static Elements find(Component within, String selector) {
        Document all = Document.createShell("");
        collect(within.getElement(), all.body());
        return all.select(selector);
    }

    /** The words of what a selector finds, one entry each, as they stand on the page. */
    public static List<String> texts(String selector) {
        return find(selector).eachText();
    }

    /** All words of this, drawn rows included, as {@code Element.getTextRecursively()} tells those of components. */
    public static String words(Component within) {
        StringBuilder words = new StringBuilder();
        words(within.getElement(), words);
        return words.toString();
    }

    private static void words(Element element, StringBuilder words) {
        if (element.isTextNode()) {
            words.append(element.getText());
        } else if (isPart(element)) {
            words.append(of(element).wholeText());
        } else {
            children(element).forEach(child -> words(child, words));
        }
    }

    /** The rows of one part of a drawn list. */
    static org.jsoup.nodes.Element of(Element part) {
        Document whole = Document.createShell("");
        org.jsoup.nodes.Element list = whole.body().appendElement("ul");
        JsonNode record = JSON.readTree(part.getProperty("record"));
        for (int i = 1; i < record.size(); i++) {
            make(record.get(i), record.get(0), list.appendElement("li"));
        }
        return list;
    }

    static boolean isPart(Element element) {
        return element.getTag().equals("ml-drawn");
    }

    /** The window holds its page apart from its children. */
    private static Stream<Element> children(Element element) {
        List<Element> all = new ArrayList<>(element.getChildren().toList());
        element.getNode().getFeatureIfInitialized(VirtualChildrenList.class)
                .ifPresent(list -> list.forEachChild(node -> all.add(Element.get(node))));
        return all.stream();
    }

    private static void collect(Element element, org.jsoup.nodes.Element into) {
        if (element.isTextNode() || !element.isVisible()) {
            return;
        }
        if (isPart(element)) {
            into.appendChildren(of(element).children());
        }
        org.jsoup.nodes.Element here = element.getTag().equals("ml-drawn-list") ? into.appendElement("ul") : into;
        children(element).forEach(child -> collect(child, here));
    }

    private static void make(JsonNode drawn, JsonNode pictures, org.jsoup.nodes.Element into) {
        if (drawn.isString()) {
            into.appendText(drawn.asString());
        } else if (drawn.isNumber()) {
            make(pictures.get(drawn.asInt()), pictures, into);
        } else {
            org.jsoup.nodes.Element made = into.appendElement(drawn.get(0).asString());
            JsonNode look = drawn.get(1);
            if (look.isString()) {
                made.attr("class", look.asString());
            } else {
                look.properties().forEach(entry -> made.attr(entry.getKey(), entry.getValue().asString()));
            }
            for (int i = 2; i < drawn.size(); i++) {
                make(drawn.get(i), pictures, made);
            }
        }
    }
}
