package fr.maillage.plan.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import fr.maillage.base.ui.Icon;

/** The buttons that these screens use over and over. */
final class Buttons {

    private Buttons() {}

    /** Words without a frame. */
    static Button link(String label, Runnable act) {
        Button button = new Button(label, event -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("ml-link", "small");
        return button;
    }

    /** Only a picture; the label is said and shown on pointing. */
    static Button icon(Icon icon, String label, Runnable act) {
        Button button = new Button(icon.small(), event -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().getThemeList().add("icon");
        button.addClassName("small");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    /** The one main act of a screen or dialog; a second click while it runs does nothing. */
    static Button primary(String label, Runnable act) {
        Button button = new Button(label);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(event -> {
            try {
                act.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }
}
