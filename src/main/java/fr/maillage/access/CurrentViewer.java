package fr.maillage.access;

import fr.maillage.base.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting, read from the security context. */
@Component
public class CurrentViewer {

    /** What a principal of this application says of itself. */
    public interface Principal {

        PersonId personId();

        boolean administrator();
    }

    public Viewer get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.isAuthenticated()
                && authentication.getPrincipal() instanceof Principal principal
                        ? new Viewer.SignedIn(principal.personId(), principal.administrator()) : Viewer.ANONYMOUS;
    }

    /**
     * The person acting.
     *
     * @throws SignInNeeded when nobody is signed in
     */
    public PersonId person() {
        return switch (get()) {
            case Viewer.SignedIn signedIn -> signedIn.person();
            case Viewer.Anonymous _ -> throw new SignInNeeded();
        };
    }
}
