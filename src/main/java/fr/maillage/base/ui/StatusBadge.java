package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;

/** A state: its shape, its word, its colour. */
public class StatusBadge extends Composite<Span> {

    /** With the common word for this state. */
    public StatusBadge(Status status) {
        write(status, getTranslation(status.labelKey()));
    }

    /** With a word of the feature’s own. */
    public StatusBadge(Status status, String word) {
        write(status, word);
    }

    /** On a tint of its colour. */
    public StatusBadge pill() {
        getContent().addClassName("pill");
        return this;
    }

    /** Only the shape keeps its colour. */
    public StatusBadge light() {
        getContent().addClassName("light");
        return this;
    }

    private void write(Status status, String word) {
        getContent().addClassName("ml-status");
        getContent().getElement().setAttribute("data-status", status.code());
        Span words = new Span(word);
        words.addClassName("word");
        getContent().add(status.glyph(), words);
    }
}
