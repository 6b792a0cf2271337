package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import org.jspecify.annotations.Nullable;

/** Ways to look at the same things, side by side; links, so that each has its address. */
public class ViewSwitch extends Composite<Nav> {

    /** @param label what is chosen, for those who do not see it: “Façon de voir” */
    public ViewSwitch(String label) {
        getContent().addClassName("ml-switch");
        getContent().getElement().setAttribute("aria-label", label);
    }

    public ViewSwitch option(String label, String href, boolean current) {
        return option(null, label, href, current);
    }

    public ViewSwitch option(@Nullable Icon icon, String label, String href, boolean current) {
        Anchor link = new Anchor(href, "");
        if (icon != null) {
            link.add(icon.small());
        }
        link.add(label);
        if (current) {
            link.getElement().setAttribute("aria-current", "true");
        }
        getContent().add(link);
        return this;
    }
}
