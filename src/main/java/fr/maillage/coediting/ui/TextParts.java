package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.ItemRef;
import fr.maillage.base.ui.Icon;
import fr.maillage.coediting.Picture;
import fr.maillage.coediting.Reference;
import fr.maillage.coediting.References.Shown;
import fr.maillage.coediting.References.State;
import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Mark;
import fr.maillage.member.ui.MemberNavigation;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a text are in a page, for one reader: blocks, words as they are marked, references by the names this
 * reader may see.
 */
class TextParts {

    /** The HTML level of the highest heading: texts stand under the heading of a section. */
    static final int FIRST_HEADING = 3;

    private static final Pattern LINKED = Pattern.compile("(?i)(https?:|mailto:|tel:).*");
    private static final Map<String, String> TAGS = Map.of("paragraph", "p", "bulletList", "ul", "orderedList", "ol",
            "listItem", "li", "taskList", "ul", "taskItem", "li", "blockquote", "blockquote", "table", "table",
            "tableRow", "tr");
    private static final Map<String, String> MARKS = Map.of("bold", "strong", "italic", "em");

    private final Map<Reference, Shown> shown;
    private final ItemRef item;

    /**
     * @param shown what references are called; one that is not there is reserved
     * @param item  what the text is of, whose files its pictures are
     */
    TextParts(Map<Reference, Shown> shown, ItemRef item) {
        this.shown = shown;
        this.item = item;
    }

    /** What an element of this type is, without its content. */
    HtmlContainer container(String type, Map<String, @Nullable Object> attributes) {
        if (type.equals(Reference.NODE)) {
            return Reference.of(new Element(type, attributes, List.of())).map(this::chip).orElseGet(Span::new);
        }
        if (type.equals(Picture.NODE)) {
            return Picture.of(new Element(type, attributes, List.of())).<HtmlContainer>map(this::picture)
                    .orElseGet(Span::new);
        }
        HtmlContainer part = new HtmlContainer(tag(type, attributes));
        if (type.equals("taskItem")) {
            part.add(new Span(Boolean.TRUE.equals(attributes.get("checked")) ? "☑ " : "☐ "));
        }
        return part;
    }

    private static String tag(String type, Map<String, @Nullable Object> attributes) {
        return switch (type) {
            case "heading" -> "h" + Math.clamp(FIRST_HEADING - 2 + level(attributes), FIRST_HEADING, 6);
            case "hardBreak" -> "br";
            case "tableCell" -> "td";
            case "tableHeader" -> "th";
            default -> TAGS.getOrDefault(type, "div");
        };
    }

    private static int level(Map<String, @Nullable Object> heading) {
        return heading.get("level") instanceof Number level ? level.intValue() : 2;
    }

    /** Of a file they may not see, or that is none of the item’s, one sees what it shows in words, in the same frame. */
    private Image picture(Picture picture) {
        Image image = new Image("/fichiers/" + picture.file() + "?picture=true&of=" + item.id(), picture.alt());
        image.addClassName("ml-picture");
        return image;
    }

    private HtmlContainer chip(Reference reference) {
        Shown known = shown.getOrDefault(reference, Shown.reserved(reference));
        HtmlContainer chip = known.state() == State.RESERVED ? new Span() : new Anchor('/' + path(known));
        chip.addClassNames("ml-reference", known.state().name().toLowerCase(java.util.Locale.ROOT));
        if (reference.isPerson() && known.state() != State.RESERVED) {
            chip.add("@" + known.label());
        } else {
            chip.add(Icon.named(known.icon()).small(), new Span(words(known)));
        }
        return chip;
    }

    /** Where it opens, from the root of the site, without a leading slash; empty for what is reserved. */
    static String path(Shown known) {
        return known.state() != State.RESERVED && known.reference().isPerson()
                ? MemberNavigation.person(known.reference().person()) : known.path();
    }

    /** What stands in a chip. */
    static String words(Shown known) {
        return switch (known.state()) {
            case SHOWN -> known.label();
            case PUT_AWAY -> I18NProvider.translate("coediting.reference.putAway", known.label());
            case RESERVED -> I18NProvider.translate(known.reference().isPerson() ? "coediting.reference.reservedPerson"
                    : "coediting.reference.reserved");
        };
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
