package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** What happens in which order, and where one is. */
public class Steps extends Composite<OrderedList> {

    /** Where a step stands. */
    public enum Moment {
        PAST, NOW, NEXT
    }

    public Steps() {
        getContent().addClassName("ml-steps");
    }

    /** @param when in words, may be empty */
    public Steps step(Moment moment, String name, String when) {
        Span dot = new Span();
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(name);
        words.addClassName("name");
        if (moment == Moment.PAST) {
            Span said = new Span(" " + getTranslation("base.steps.past"));
            said.addClassName("ml-visually-hidden");
            words.add(said);
        }
        Span time = new Span(when);
        time.addClassName("when");
        ListItem item = new ListItem(dot, words, time);
        item.addClassName(moment.name().toLowerCase(java.util.Locale.ROOT));
        if (moment == Moment.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        getContent().add(item);
        return this;
    }
}
