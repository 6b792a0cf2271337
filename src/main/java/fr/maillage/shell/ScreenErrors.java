package fr.maillage.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.access.SignInNeeded;
import fr.maillage.access.Viewer;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Telling;
import java.security.SecureRandom;
import java.sql.SQLNonTransientConnectionException;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * The one place where what goes wrong on a screen becomes words. Rules speak for themselves; a fault of ours gets a
 * short reference, the same in the log and on the screen, and never its own text.
 */
@Component
class ScreenErrors implements VaadinServiceInitListener, ErrorHandler {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ScreenErrors.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int SHOWN_MILLIS = 8000;

    private final transient I18NProvider words;
    private final transient CurrentViewer viewer;

    ScreenErrors(I18NProvider words, CurrentViewer viewer) {
        this.words = words;
        this.viewer = viewer;
    }

    /** Who is told. */
    Viewer viewer() {
        return viewer.get();
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        if (hasLeft(event.getThrowable())) {
            // The window was closed while it was being answered: nobody is there to be told, and nothing is wrong.
            LOG.debug("Somebody left before their answer", event.getThrowable());
            return;
        }
        UI ui = UI.getCurrent();
        Locale locale = ui == null ? Locale.FRENCH : ui.getLocale();
        String sentence = sentence(event.getThrowable(), locale);
        if (ui != null) {
            Telling.tell(ui, () -> say(ui, sentence));
        }
    }

    /** Two calls of one screen that fail for the same reason say so once. */
    private static void say(UI ui, String sentence) {
        Said before = ComponentUtil.getData(ui, Said.class);
        if (before != null && before.sentence().equals(sentence) && before.notice().isOpened()) {
            return;
        }
        Notification notice = Notification.show(sentence, SHOWN_MILLIS, Position.BOTTOM_CENTER);
        notice.addThemeVariants(NotificationVariant.ERROR);
        ComponentUtil.setData(ui, Said.class, new Said(sentence, notice));
    }

    /** What a screen was told last. */
    private record Said(String sentence, Notification notice) {
    }

    private static boolean hasLeft(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    /** What to tell of it; logs what is our own fault. */
    String sentence(Throwable thrown, Locale locale) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return words.getTranslation(refused.messageKey(), locale);
                }
                case InvalidInput invalid -> {
                    return words.getTranslation(invalid.messageKey(), locale, invalid.arguments());
                }
                case NotVisible _ -> {
                    return words.getTranslation("shell.notFound.text", locale);
                }
                case SignInNeeded _ -> {
                    return words.getTranslation("shell.signInNeeded", locale);
                }
                case CannotCreateTransactionException unavailable -> {
                    return databaseAway(unavailable, locale);
                }
                case DataAccessResourceFailureException unavailable -> {
                    return databaseAway(unavailable, locale);
                }
                case TransactionSystemException unavailable -> {
                    // The connection broke while an act was being written: nothing of it was kept.
                    return databaseAway(unavailable, locale);
                }
                case SQLNonTransientConnectionException unavailable -> {
                    return databaseAway(unavailable, locale);
                }
                case QueryTimeoutException unavailable -> {
                    return databaseAway(unavailable, locale);
                }
                default -> {
                    // Look at what caused it.
                }
            }
        }
        String reference = reference();
        LOG.error("Fault {}", reference, thrown);
        return words.getTranslation("shell.fault.text", locale, reference);
    }

    private String databaseAway(Exception cause, Locale locale) {
        LOG.warn("The database does not answer: {}", cause.getMessage());
        return words.getTranslation("shell.databaseAway", locale);
    }

    private static String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            reference.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return reference.toString();
    }
}
