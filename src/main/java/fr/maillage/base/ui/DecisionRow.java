package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Something that waits for a person: what it is, why, by when, and the button that does it. */
public class DecisionRow extends Composite<Div> {

    private final Div text = new Div();
    private final Div doing = new Div();

    /** @param sign the emblem of its space, or an icon */
    public DecisionRow(Component sign, String title, String href) {
        getContent().addClassName("ml-decision");
        Div left = new Div(sign);
        left.addClassName("sign");
        text.add(new H3(new Anchor(href, title)));
        doing.addClassName("do");
        getContent().add(left, text, doing);
    }

    public DecisionRow meta(String... facts) {
        Paragraph meta = new Paragraph();
        meta.addClassName("ml-meta");
        for (String fact : facts) {
            meta.add(new Span(fact));
        }
        text.add(meta);
        return this;
    }

    public DecisionRow due(DeadlineLabel due) {
        doing.addComponentAsFirst(due);
        return this;
    }

    /** The button, a verb. @param primary for the first of the page only */
    public DecisionRow action(String label, String href, boolean primary) {
        doing.add(new LinkButton(label, href).small().primary(primary));
        return this;
    }

    /** A button of the feature’s own. */
    public DecisionRow action(Component button) {
        doing.add(button);
        return this;
    }
}
