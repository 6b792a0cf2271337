package fr.maillage.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/** Ends the session of the person who asks, in every tab of it. */
final class SignOut {

    /** Drafts of forms, and words of texts that the server has not acknowledged. */
    private static final String UNSAVED = """
            return document.querySelector('ml-live-text[data-state=saving],ml-live-text[data-state=offline]') !== null
                || Object.keys(localStorage).some(key => /^maillage\\.(text|aside|draft)\\./.test(key))""";
    /** What is not saved may stay in a browser for whoever is away, not for whoever signs out of it; in no tab of it. */
    private static final String FORGET = """
            window.dispatchEvent(new Event('maillage-sign-out'));
            new BroadcastChannel('maillage-sign-out').postMessage('');
            for (const kept of [localStorage, sessionStorage]) {
              Object.keys(kept).filter(key => key.startsWith('maillage.')).forEach(key => kept.removeItem(key));
            }""";

    private SignOut() {}

    /** Signs out; asks first where that throws away what was written. */
    static void from(Component asked) {
        asked.getElement().executeJs(UNSAVED).then(Boolean.class, unsaved -> {
            if (unsaved) {
                confirm(asked);
            } else {
                now();
            }
        }, failed -> now());
    }

    private static void confirm(Component asked) {
        ConfirmDialog confirm = new ConfirmDialog(asked.getTranslation("shell.signOut.unsaved.title"),
                asked.getTranslation("shell.signOut.unsaved.text"), asked.getTranslation("shell.signOut"), click -> now());
        confirm.setConfirmButtonTheme("primary error");
        confirm.setCancelable(true);
        confirm.setCancelText(asked.getTranslation("shell.signOut.unsaved.stay"));
        confirm.open();
    }

    private static void now() {
        Page page = UI.getCurrent().getPage();
        page.executeJs(FORGET);
        page.setLocation("/");
        new SecurityContextLogoutHandler().logout(VaadinServletRequest.getCurrent().getHttpServletRequest(), null,
                SecurityContextHolder.getContext().getAuthentication());
    }
}
