package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;

/** A word or two on a grey ground. */
public class Tag extends Composite<Span> {

    public Tag(String words) {
        getContent().addClassName("ml-tag");
        getContent().setText(words);
    }

    /** On the colour of the highlighter: for what has just come. */
    public Tag fresh() {
        getContent().addClassName("new");
        return this;
    }
}
