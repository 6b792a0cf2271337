package fr.maillage.local;

/** The application cannot start for a cause that the person at the keyboard can mend: what is wrong, and how to mend it. */
class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    StartFailure(String fact, String remedy) {
        super(fact);
        this.remedy = remedy;
    }

    StartFailure(String fact, String remedy, Throwable cause) {
        super(fact, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
