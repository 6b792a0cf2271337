package fr.maillage.access;

import fr.maillage.base.PersonId;

/** For whom an answer is made. */
public sealed interface Viewer {

    /** Anyone, without an account. */
    record Anonymous() implements Viewer {}

    /**
     * A person who is signed in.
     *
     * @param administrator whether they administer the platform, which gives no right to read content
     */
    record SignedIn(PersonId person, boolean administrator) implements Viewer {}

    Viewer ANONYMOUS = new Anonymous();
}
