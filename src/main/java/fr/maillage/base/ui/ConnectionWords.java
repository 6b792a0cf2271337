package fr.maillage.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the page says by itself when the server does not answer, in the language of the person. */
@Component
class ConnectionWords implements VaadinServiceInitListener {

    private static final String SAY = """
            const indicator = window.Vaadin && window.Vaadin.connectionIndicator;
            if (indicator) {
              indicator.onlineText = $0;
              indicator.offlineText = $1;
              indicator.reconnectingText = $2;
            }""";

    private final transient I18NProvider words;

    /** @param words asked itself: where a session has ended there is no current service to ask for it */
    ConnectionWords(I18NProvider words) {
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            ui.getPage().executeJs(SAY, words(ui, "online"), words(ui, "offline"), words(ui, "reconnecting"));
        });
        event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
    }

    /**
     * A page whose session has ended, or whose cookie is gone, loads itself again: it leads to the form of sign-in,
     * that leads back, and what was typed is offered there. A fault of the page itself is told.
     */
    private SystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setCookiesDisabledNotificationEnabled(false);
        messages.setInternalErrorCaption(words.getTranslation("base.connection.fault", locale));
        messages.setInternalErrorMessage(words.getTranslation("base.connection.fault.text", locale));
        return messages;
    }

    private static String words(UI ui, String state) {
        return I18NProvider.translate(ui.getLocale(), "base.connection." + state);
    }
}
