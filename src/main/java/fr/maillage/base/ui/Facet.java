package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;

/** One way to narrow a list, beside it: boxes with how many visible things each would leave. Without a box it is not there. */
public class Facet extends Composite<Div> {

    private final UnorderedList options = new UnorderedList();

    public Facet(String title) {
        getContent().addClassName("ml-facet");
        options.getElement().setAttribute("aria-label", title);
        getContent().add(new H3(title), options);
        getContent().setVisible(false);
    }

    /** @param count visible things only; negative for none shown */
    public Facet option(String label, long count, boolean checked, Consumer<Boolean> changed) {
        Checkbox box = new Checkbox(label, checked);
        box.addValueChangeListener(event -> changed.accept(event.getValue()));
        ListItem item = new ListItem(box);
        if (count >= 0) {
            Span number = new Span(Formats.of(this).number(count));
            number.addClassName("count");
            item.add(number);
        }
        options.add(item);
        getContent().setVisible(true);
        return this;
    }
}
