package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import fr.maillage.access.ItemRef;
import fr.maillage.coediting.Reference;
import fr.maillage.coediting.References.Shown;
import fr.maillage.coediting.RichText;
import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.RichText.Text;
import java.util.List;
import java.util.Map;

/**
 * A text as it stood when it was read, for those who are not signed in and so cannot follow it. Made of components, so
 * that nothing anybody wrote becomes markup.
 */
public class ReadText extends Composite<Div> {

    private final TextParts parts;

    /** @param shown what the text refers to, for whoever reads; what is not there is reserved */
    ReadText(RichText text, Map<Reference, Shown> shown, ItemRef item) {
        parts = new TextParts(shown, item);
        getContent().addClassName("ml-prose");
        add(getContent(), text.content());
    }

    private void add(HtmlContainer to, List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Text text when text.isProposed() -> { }
                case Text text -> to.add(TextParts.marked(new com.vaadin.flow.component.Text(text.text()), text.marks()));
                case Element element -> {
                    HtmlContainer part = parts.container(element.type(), element.attributes());
                    add(part, element.content());
                    to.add(part);
                }
            }
        }
    }
}
