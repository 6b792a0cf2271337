package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;

/** How far a thing is: a thin line. */
public class Meter extends Composite<Div> {

    /** @param share from 0 to 1 */
    public Meter(double share) {
        double within = Math.clamp(share, 0, 1);
        getContent().addClassName("ml-meter");
        getContent().getElement().setAttribute("role", "img").setAttribute("aria-label",
                getTranslation("base.progress", Formats.of(this).percent(within, 0)));
        getContent().add(new Drawing(4).band("part", 0, within * 100).component());
    }
}
