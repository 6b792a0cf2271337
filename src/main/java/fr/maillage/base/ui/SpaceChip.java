package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A space: emblem, name. */
public class SpaceChip extends Composite<Span> {

    public SpaceChip(String name, int hue, Emblem emblem) {
        this(name, hue, emblem, null);
    }

    /** @param href where the name leads, or null */
    public SpaceChip(String name, int hue, Emblem emblem, @Nullable String href) {
        getContent().addClassName("ml-chip");
        Span text = new Span();
        text.addClassName("text");
        text.add(href == null ? new Span(name) : new Anchor(href, name));
        getContent().add(new SpaceEmblem(hue, emblem), text);
    }
}
