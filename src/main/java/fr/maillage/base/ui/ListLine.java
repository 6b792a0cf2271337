package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A short row: a sign, a title that leads somewhere, facts under it, something at the right. */
public class ListLine extends Composite<Div> {

    private final Div text = new Div();

    public ListLine(String title, String href) {
        getContent().addClassName("ml-line");
        text.addClassName("text");
        text.add(new H3(new Anchor(href, title)));
        getContent().add(text);
    }

    /** At the left: an icon, an emblem, an avatar. */
    public ListLine sign(Component sign) {
        getContent().addComponentAsFirst(sign);
        return this;
    }

    /** Facts on one line under the title. */
    public ListLine meta(String... facts) {
        Paragraph meta = new Paragraph();
        meta.addClassName("ml-meta");
        for (String fact : facts) {
            meta.add(new Span(fact));
        }
        text.add(meta);
        return this;
    }

    /** Under the facts. */
    public ListLine add(Component... components) {
        text.add(components);
        return this;
    }

    /** At the right: a date, a sum. */
    public ListLine right(Component... components) {
        getContent().add(components);
        return this;
    }

    /** Everything on the middle of the line: for lists with an emblem. */
    public ListLine middle() {
        getContent().addClassName("middle");
        return this;
    }
}
