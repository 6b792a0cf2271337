package fr.maillage.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/** Ends the session of the person who asks, in every tab of it. */
final class SignOut {

    /** What is not saved may stay in a browser for whoever is away, not for whoever signs out of it. */
    private static final String FORGET = """
            window.dispatchEvent(new Event('maillage-sign-out'));
            for (const kept of [localStorage, sessionStorage]) {
              Object.keys(kept).filter(key => key.startsWith('maillage.')).forEach(key => kept.removeItem(key));
            }""";

    private SignOut() {}

    static void now() {
        Page page = UI.getCurrent().getPage();
        page.executeJs(FORGET);
        page.setLocation("/");
        new SecurityContextLogoutHandler().logout(VaadinServletRequest.getCurrent().getHttpServletRequest(), null,
                SecurityContextHolder.getContext().getAuthentication());
    }
}
