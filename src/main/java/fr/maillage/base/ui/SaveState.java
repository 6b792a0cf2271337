package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;

/** Where what one writes is: saved, on its way, kept here without a network, refused. Said aloud when it changes. */
public class SaveState extends Composite<Span> {

    public SaveState() {
        getContent().addClassNames("ml-save", "fields");
        getContent().getElement().setAttribute("role", "status");
        saved();
    }

    public SaveState saved() {
        show("saved", Icon.CHECK, getTranslation("base.save.saved"));
        // The page shows these instead from the first key stroke until the server has answered.
        Span unsaved = new Span(getTranslation("base.save.unsaved"));
        unsaved.addClassName("ml-unsaved");
        getContent().add(unsaved);
        return this;
    }

    public SaveState saving() {
        return show("saving", Icon.LOADER, getTranslation("base.save.saving"));
    }

    /** @param changes how many are kept here until the network is back */
    public SaveState offline(int changes) {
        return show("offline", Icon.WIFI_OFF, getTranslation("base.save.offline", changes));
    }

    /** It could not be written; what was typed is still there. */
    public SaveState failed() {
        return show("refused", Icon.CIRCLE_ALERT, getTranslation("base.save.failed"));
    }

    /** @param reason why, in words */
    public SaveState refused(String reason) {
        return show("refused", Icon.CIRCLE_ALERT, getTranslation("base.save.refused", reason));
    }

    private SaveState show(String state, Icon icon, String words) {
        getContent().removeAll();
        getContent().removeClassNames("saved", "saving", "offline", "refused");
        getContent().addClassName(state);
        getContent().add(icon.small(), new Span(words));
        return this;
    }
}
