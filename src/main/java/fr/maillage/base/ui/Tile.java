package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A page one can enter, under the stripe of its space: on public pages. The whole tile is the link. */
public class Tile extends Composite<Anchor> {

    /** @param hues the hues of the stripe, as for {@link Liteau} */
    public Tile(Component space, String title, String href, int... hues) {
        getContent().setHref(href);
        getContent().addClassName("ml-tile");
        getContent().add(new Liteau(hues), space, new H3(title));
    }

    public Tile text(String words) {
        Paragraph text = new Paragraph(words);
        text.addClassNames("ml-muted", "ml-small");
        getContent().add(text);
        return this;
    }

    public Tile note(String words) {
        Span note = new Span(words);
        note.addClassNames("ml-tiny", "ml-faint");
        getContent().add(note);
        return this;
    }
}
