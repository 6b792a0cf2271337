package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;

/** Whether something is asked for or offered: an outline for a need, a filled ground for an offer, always the word. */
public class NeedOffer extends Composite<Span> {

    public NeedOffer(boolean offer) {
        getContent().addClassNames("ml-need-offer", offer ? "offer" : "need");
        getContent().setText(getTranslation(offer ? "base.offer" : "base.need"));
    }
}
