package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** The filters of a list on one line; they scroll sideways on a phone. */
public class FilterBar extends Composite<Div> {

    public FilterBar(Component... filters) {
        getContent().addClassName("ml-filters");
        getContent().getElement().setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("base.filters"));
        getContent().add(filters);
    }

    public FilterBar add(Component... filters) {
        getContent().add(filters);
        return this;
    }

    /** A way to remove them all; to be added only when one is on. */
    public FilterBar clear(Runnable clear) {
        Button button = new Button(getTranslation("base.filter.clear"), event -> clear.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("ml-link", "small");
        getContent().add(button);
        return this;
    }

    /** At the far right: what one can create here. */
    public FilterBar end(Component component) {
        component.addClassName("ml-push");
        getContent().add(component);
        return this;
    }
}
