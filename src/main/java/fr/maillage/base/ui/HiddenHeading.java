package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;

/**
 * A second-level heading that is heard and not seen: where the look needs none, those who listen still go from part to
 * part (RGAA 9.1).
 */
public class HiddenHeading extends Composite<H2> {

    public HiddenHeading(String text) {
        getContent().setText(text);
        getContent().addClassName("ml-visually-hidden");
    }
}
