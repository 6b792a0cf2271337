package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import fr.maillage.base.Hue;
import fr.maillage.base.Texts;

/** A person as a circle with two letters. Decorative: the name stands beside it. */
public class Avatar extends Composite<Span> {

    /** In the hue of the name. */
    public Avatar(String name) {
        this(name, Hue.of(name));
    }

    /** @param hue the hue of the person’s key, or their place among those who are here, from 0 to 11 */
    public Avatar(String name, int hue) {
        getContent().addClassName("ml-avatar");
        getContent().getElement().setAttribute("data-hue", String.valueOf(Math.floorMod(hue, Hue.COUNT)))
                .setAttribute("aria-hidden", "true");
        getContent().setText(Texts.initials(name));
    }

    /** 22 px. */
    public Avatar small() {
        getContent().addClassName("small");
        return this;
    }

    /** 36 px. */
    public Avatar large() {
        getContent().addClassName("large");
        return this;
    }
}
