package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** The filters of a list on one line; on a phone they scroll sideways, below the box to search with. */
public class FilterBar extends Composite<Div> {

    private final Div strip = new Div();

    public FilterBar(Component... filters) {
        getContent().addClassName("ml-filters");
        getContent().getElement().setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("base.filters"));
        strip.addClassName("strip");
        strip.add(filters);
        getContent().add(strip);
    }

    public FilterBar add(Component... filters) {
        strip.add(filters);
        return this;
    }

    /** The box to search with comes first; on a phone it has a line of its own. */
    public FilterBar words(Component box) {
        box.addClassName("ml-filter-words");
        getContent().addComponentAsFirst(box);
        return this;
    }

    /** A way to remove them all; to be added only when one is on. */
    public FilterBar clear(Runnable clear) {
        Button button = new Button(getTranslation("base.filter.clear"), event -> clear.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("ml-link", "small");
        strip.add(button);
        return this;
    }

    /** At the far right: what one can create here. */
    public FilterBar end(Component component) {
        component.addClassName("ml-push");
        strip.add(component);
        return this;
    }
}
