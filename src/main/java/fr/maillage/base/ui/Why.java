package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Why a person sees this: “Pourquoi vous : …”. */
public class Why extends Composite<Paragraph> {

    public Why(String reason) {
        getContent().addClassName("ml-why");
        Span words = new Span(new Strong(getTranslation("base.why")));
        words.add(" " + reason);
        getContent().add(Icon.LINK_2.small(), words);
    }
}
