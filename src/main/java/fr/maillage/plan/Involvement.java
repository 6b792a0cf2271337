package fr.maillage.plan;

/** As what a person is named on a plan or an action: who runs it, its elected owner, its business twin. */
public enum Involvement {
    PILOT, ELECTED, BUSINESS;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.involvement." + name();
    }
}
