package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** A part of a page: its heading ({@code h2}) on a line, a link at the right if there is more, its content. */
public class Section extends Composite<com.vaadin.flow.component.html.Section> {

    private final Div head = new Div();
    private final Div body = new Div();

    public Section(String title, Component... content) {
        getContent().addClassName("ml-section");
        head.addClassName("ml-section-head");
        body.addClassName("ml-section-body");
        head.add(new H2(title));
        body.add(content);
        getContent().add(head, body);
    }

    /** A few words beside the heading. */
    public Section note(String words) {
        Span note = new Span(words);
        note.addClassName("note");
        head.add(note);
        return this;
    }

    /** A link at the right of the heading: “Tout”, “Les 11”. */
    public Section more(String label, String href) {
        Anchor link = new Anchor(href, label);
        link.addClassName("more");
        head.add(link);
        return this;
    }

    /** Anything at the right of the heading. */
    public Section aside(Component component) {
        component.addClassName("more");
        head.add(component);
        return this;
    }

    public Section add(Component... components) {
        body.add(components);
        return this;
    }

    /** Content that brings its own space, a list for example. */
    public Section flush() {
        body.addClassName("flush");
        return this;
    }
}
