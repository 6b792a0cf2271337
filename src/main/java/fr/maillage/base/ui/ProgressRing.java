package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;

/** A share as a ring, its number and what it is the share of. */
public class ProgressRing extends Composite<Span> {

    /**
     * @param share from 0 to 1
     * @param note  of what: “6 actions faites sur 22”
     */
    public ProgressRing(double share, String note) {
        double within = Math.clamp(share, 0, 1);
        getContent().addClassName("ml-ring");
        Drawing ring = new Drawing(44, 44).circle("track", 22, 22, 18, 0);
        if (within > 0) {
            ring.arc("value", 22, 22, 18, within);
        }
        Strong number = new Strong(Formats.of(this).percent(within, 0));
        number.addClassName("ml-num");
        Span words = new Span(note);
        words.addClassName("note");
        Span text = new Span(number, words);
        text.addClassName("text");
        getContent().add(ring.component(), text);
    }
}
