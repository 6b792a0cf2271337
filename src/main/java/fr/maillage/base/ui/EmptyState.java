package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.maillage.base.Hue;

/** Where there is nothing yet: a woven patch, one sentence, one way out. */
public class EmptyState extends Composite<Div> {

    /** @param sentence the fact: “Aucune opportunité à moins de 50 km” */
    public EmptyState(String sentence) {
        getContent().addClassName("ml-empty");
        int first = Hue.of(sentence);
        Span patch = new Span(patch(first, (first + 4) % Hue.COUNT).component());
        patch.addClassName("patch");
        getContent().add(patch, new H3(sentence));
    }

    /** What one may expect, or what else exists. */
    public EmptyState text(String words) {
        getContent().add(new Paragraph(words));
        return this;
    }

    /** The ways out, the main one first. Nothing for someone who may not create. */
    public EmptyState actions(Component... buttons) {
        Div row = new Div(buttons);
        row.addClassName("ml-row");
        getContent().add(row);
        return this;
    }

    private static Drawing patch(int left, int right) {
        return new Drawing(132, 76).rect("ground", 0, 0, 132, 76)
                .hue(left).rect("warp", 18, 0, 6, 76).rect("warp", 27, 0, 2, 76).end()
                .hue(right).rect("warp", 104, 0, 6, 76).rect("warp", 113, 0, 2, 76).end()
                .rect("weft", 0, 50, 132, 6).rect("weft", 0, 59, 132, 2);
    }
}
