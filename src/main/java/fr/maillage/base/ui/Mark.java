package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;

/** The mark of Maillage: two interlaced arches. Decorative: its name stands beside it or on the link around it. */
public class Mark extends Composite<Span> {

    public Mark() {
        getContent().addClassName("ml-mark");
        SvgIcon mark = new SvgIcon(Icon.SPRITE, "maillage");
        mark.getElement().setAttribute("aria-hidden", "true");
        getContent().add(mark);
    }
}
