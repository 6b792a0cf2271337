package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;

/** Where what one writes is: saved, on its way, kept here without a network, refused. Said aloud when it changes. */
public class SaveState extends Composite<Span> {

    public SaveState() {
        getContent().addClassName("ml-save");
        getContent().getElement().setAttribute("role", "status");
        saved();
    }

    public SaveState saved() {
        return show("saved", Icon.CHECK, getTranslation("base.save.saved"));
    }

    public SaveState saving() {
        return show("saving", Icon.LOADER, getTranslation("base.save.saving"));
    }

    /** @param changes how many are kept here until the network is back */
    public SaveState offline(int changes) {
        return show("offline", Icon.WIFI_OFF, getTranslation("base.save.offline", changes));
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
