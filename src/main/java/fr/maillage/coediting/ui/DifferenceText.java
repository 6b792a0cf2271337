package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.maillage.access.ItemRef;
import fr.maillage.coediting.Reference;
import fr.maillage.coediting.References.Shown;
import fr.maillage.coediting.TextDifference;
import fr.maillage.coediting.TextDifference.Block;
import fr.maillage.coediting.TextDifference.Change;
import fr.maillage.coediting.TextDifference.Part;
import fr.maillage.coediting.TextDifference.Words;
import java.util.List;
import java.util.Map;

/**
 * What became of a text, to be read: what is new is underlined, what is gone is struck through, each with its sign in
 * the margin and in words for those who listen. Made of components, so that nothing anybody wrote becomes markup.
 */
class DifferenceText extends Composite<Div> {

    private final TextParts parts;

    /** @param shown what both texts refer to, for whoever reads */
    DifferenceText(TextDifference difference, Map<Reference, Shown> shown, ItemRef item) {
        parts = new TextParts(shown, item);
        getContent().addClassNames("ml-prose", "ml-difference");
        add(getContent(), difference.parts());
    }

    private void add(HtmlContainer to, List<Part> parts) {
        for (Part part : parts) {
            to.add(switch (part) {
                case Words words -> words(words);
                case Block block -> block(block);
            });
        }
    }

    private Component words(Words words) {
        Component text = TextParts.marked(new Text(words.text()), words.marks());
        return switch (words.change()) {
            case SAME -> text;
            case ADDED -> said("ins", "coediting.difference.added", text);
            case REMOVED -> said("del", "coediting.difference.removed", text);
            case FORMATTED -> {
                Component said = said("span", "coediting.difference.formatted", text);
                said.addClassName("ml-reformatted");
                yield said;
            }
        };
    }

    private HtmlContainer said(String tag, String key, Component text) {
        return new HtmlContainer(tag, hidden(getTranslation(key)), text, hidden(getTranslation("coediting.difference.end")));
    }

    private static Span hidden(String words) {
        Span hidden = new Span(words);
        hidden.addClassName("ml-visually-hidden");
        return hidden;
    }

    private HtmlContainer block(Block block) {
        HtmlContainer part = parts.container(block.type(), block.attributes());
        if (block.type().equals(Reference.NODE)) {
            return switch (block.change()) {
                case ADDED -> said("ins", "coediting.difference.added", part);
                case REMOVED -> said("del", "coediting.difference.removed", part);
                case SAME, FORMATTED -> part;
            };
        }
        switch (block.change()) {
            case ADDED -> part.addClassName("added");
            case REMOVED -> part.addClassName("removed");
            case FORMATTED -> part.addClassName("formatted");
            case SAME -> {
                if (touched(block)) {
                    part.addClassName("touched");
                }
            }
        }
        if (block.change() == Change.FORMATTED) {
            part.add(hidden(getTranslation("coediting.difference.formatted")));
        }
        add(part, block.content());
        return part;
    }

    /** Whether something in the line itself changed, which gets a sign in the margin. */
    private static boolean touched(Block block) {
        return block.content().stream().anyMatch(part -> part.change() != Change.SAME
                && (part instanceof Words || part instanceof Block inline && inline.type().equals(Reference.NODE)));
    }
}
