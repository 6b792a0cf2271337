package fr.maillage.member;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** The page a visitor asked for and that may be meant for members: once they are signed in they come back to it. */
public final class AskedPage {

    static final String KEPT_AS = "askedPage";

    private AskedPage() {}

    /** To be called while a screen is opened; the latest page counts. */
    public static void keep(Location location) {
        String path = location.getPathWithQueryParameters();
        // With a second slash in front it would be the name of another site.
        if (!path.startsWith("/") && !path.startsWith("\\")) {
            VaadinSession.getCurrent().getSession().setAttribute(KEPT_AS, new SimpleSavedRequest('/' + path));
        }
    }
}
