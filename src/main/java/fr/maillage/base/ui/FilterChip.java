package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** One filter. On: what it lets through, and a cross that removes it. Off: its name, and a click that opens a choice. */
public class FilterChip extends Composite<NativeButton> {

    private FilterChip(String label, Runnable clicked) {
        getContent().addClassName("ml-filter");
        getContent().getElement().setAttribute("type", "button");
        getContent().add(new Span(label));
        getContent().addClickListener(event -> clicked.run());
    }

    /** A filter that lets through {@code label} only. */
    public static FilterChip on(Icon icon, String label, Runnable remove) {
        FilterChip chip = new FilterChip(label, remove);
        chip.getContent().addClassName("on");
        chip.getContent().addComponentAsFirst(icon.small());
        chip.getContent().add(Icon.X.small());
        chip.getContent().getElement().setAttribute("aria-label", chip.getTranslation("base.filter.remove", label));
        return chip;
    }

    /** A filter that lets everything through. To let a popover open under it, set it as the popover’s target. */
    public static FilterChip off(String label, Runnable open) {
        FilterChip chip = new FilterChip(label, open);
        chip.getContent().add(Icon.CHEVRON_DOWN.small());
        chip.getContent().getElement().setAttribute("aria-haspopup", "dialog");
        return chip;
    }
}
