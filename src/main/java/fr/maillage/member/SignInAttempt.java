package fr.maillage.member;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** The name typed in a sign-in that failed, so that the page can show it again; never the password. */
public final class SignInAttempt {

    private static final String ATTRIBUTE = SignInAttempt.class.getName();
    private static final int LONGEST = 254;

    private SignInAttempt() {}

    static void keep(HttpSession session, String typedName) {
        session.setAttribute(ATTRIBUTE, typedName.substring(0, Math.min(LONGEST, typedName.length())));
    }

    /** The name, once. */
    public static Optional<String> take(HttpSession session) {
        Object typed = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return typed instanceof String name ? Optional.of(name) : Optional.empty();
    }
}
