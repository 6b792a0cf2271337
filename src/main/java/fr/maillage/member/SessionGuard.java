package fr.maillage.member;

import fr.maillage.base.Today;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every request whether the session may go on, and lets a WebSocket open only from our own pages (ASVS 4.4.2):
 * browsers send cookies with it from anywhere.
 */
final class SessionGuard extends OncePerRequestFilter {

    private final LiveSessions sessions;
    private final Today today;
    /** The application’s own: the static one belongs to whichever application of this process was started last. */
    private final SecurityContextHolderStrategy signedIn;

    SessionGuard(LiveSessions sessions, Today today, SecurityContextHolderStrategy signedIn) {
        this.sessions = sessions;
        this.today = today;
        this.signedIn = signedIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade")) && !fromOurselves(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Authentication authentication = signedIn.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof PersonPrincipal principal
                && !sessions.goesOn(principal, today.now())) {
            signedIn.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean fromOurselves(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
