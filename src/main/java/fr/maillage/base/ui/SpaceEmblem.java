package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;

/** The drawing of a space in its hue. Decorative: the name of the space always stands beside it. */
public class SpaceEmblem extends Composite<Span> {

    /** A drawing of 24 px. */
    public SpaceEmblem(int hue, Emblem emblem) {
        this(hue, emblem, Emblem.Size.MEDIUM);
    }

    /** @param hue the hue of the space, from 0 to 11; the knots of an alliance keep their own */
    public SpaceEmblem(int hue, Emblem emblem, Emblem.Size size) {
        getContent().addClassNames("ml-emblem", size.name().toLowerCase(java.util.Locale.ROOT));
        if (!emblem.manyHues()) {
            getContent().getElement().setAttribute("data-hue", String.valueOf(hue));
        }
        getContent().add(emblem.at(size).component());
    }
}
