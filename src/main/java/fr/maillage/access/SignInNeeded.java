package fr.maillage.access;

/** The act needs a person, and nobody is signed in. */
public final class SignInNeeded extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SignInNeeded() {
        super("sign-in needed");
    }
}
