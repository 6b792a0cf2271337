package fr.maillage.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/** Ends the session of the person who asks, in every tab of it. */
final class SignOut {

    private SignOut() {}

    static void now() {
        UI.getCurrent().getPage().setLocation("/");
        new SecurityContextLogoutHandler().logout(VaadinServletRequest.getCurrent().getHttpServletRequest(), null,
                SecurityContextHolder.getContext().getAuthentication());
    }
}
