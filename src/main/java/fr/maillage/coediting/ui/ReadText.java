package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.maillage.coediting.RichText;
import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Mark;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.RichText.Text;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text as it stood when it was read, for those who are not signed in and so cannot follow it. Made of components, so
 * that nothing anybody wrote becomes markup.
 */
public class ReadText extends Composite<Div> {

    /** The HTML level of the highest heading: texts stand under the heading of a section. */
    static final int FIRST_HEADING = 3;

    private static final Pattern LINKED = Pattern.compile("(?i)(https?:|mailto:|tel:).*");
    private static final Map<String, String> TAGS = Map.of("paragraph", "p", "bulletList", "ul", "orderedList", "ol",
            "listItem", "li", "taskList", "ul", "taskItem", "li", "blockquote", "blockquote", "table", "table",
            "tableRow", "tr");
    private static final Map<String, String> MARKS = Map.of("bold", "strong", "italic", "em");

    public ReadText(RichText text) {
        getContent().addClassName("ml-prose");
        add(getContent(), text.content());
    }

    private static void add(HtmlContainer to, List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Text text when text.isProposed() -> { }
                case Text text -> to.add(words(text));
                case Element element -> to.add(part(element));
            }
        }
    }

    private static HtmlContainer part(Element element) {
        HtmlContainer part = container(element.type(), element.attributes());
        add(part, element.content());
        return part;
    }

    /** What a block of this type is in a page, without its content. */
    static HtmlContainer container(String type, Map<String, @Nullable Object> attributes) {
        String tag = switch (type) {
            case "heading" -> "h" + Math.clamp(FIRST_HEADING - 2 + level(attributes), FIRST_HEADING, 6);
            case "hardBreak" -> "br";
            case "tableCell" -> "td";
            case "tableHeader" -> "th";
            default -> TAGS.getOrDefault(type, "div");
        };
        HtmlContainer part = new HtmlContainer(tag);
        if (type.equals("taskItem")) {
            part.add(new Span(Boolean.TRUE.equals(attributes.get("checked")) ? "☑ " : "☐ "));
        }
        return part;
    }

    private static int level(Map<String, @Nullable Object> heading) {
        return heading.get("level") instanceof Number level ? level.intValue() : 2;
    }

    private static Component words(Text text) {
        return marked(new com.vaadin.flow.component.Text(text.text()), text.marks());
    }

    /** Words as they are marked. */
    static Component marked(Component text, List<Mark> marks) {
        Component words = text;
        for (Mark mark : marks) {
            if (MARKS.containsKey(mark.type())) {
                words = new HtmlContainer(MARKS.get(mark.type()), words);
            } else if (mark.type().equals("link") && mark.attributes().get("href") instanceof String href
                    && LINKED.matcher(href).matches()) {
                Anchor link = new Anchor(href);
                link.getElement().setAttribute("rel", "nofollow noopener noreferrer");
                link.add(words);
                words = link;
            }
        }
        return words;
    }
}
