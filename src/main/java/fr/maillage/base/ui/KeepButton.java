package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.function.Consumer;

/** Keeps a thing for later, or no longer. */
public class KeepButton extends Composite<Button> {

    private final String title;
    private boolean kept;

    /**
     * @param title   what is kept, for those who do not see it
     * @param changed told whether it is kept from now on
     */
    public KeepButton(String title, boolean kept, Consumer<Boolean> changed) {
        this.title = title;
        getContent().addThemeVariants(ButtonVariant.TERTIARY);
        getContent().getElement().getThemeList().add("icon");
        getContent().addClassName("small");
        getContent().addClickListener(event -> {
            show(!this.kept);
            changed.accept(this.kept);
        });
        show(kept);
    }

    /** Shows whether it is kept. */
    public void show(boolean kept) {
        this.kept = kept;
        getContent().setIcon((kept ? Icon.BOOKMARK_CHECK : Icon.BOOKMARK).create());
        getContent().setClassName("ml-kept", kept);
        getContent().setAriaLabel(getTranslation("base.keep", title));
        getContent().getElement().setAttribute("aria-pressed", String.valueOf(kept));
    }
}
