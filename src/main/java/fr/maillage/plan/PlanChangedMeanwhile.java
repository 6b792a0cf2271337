package fr.maillage.plan;

/** The form of a plan was saved on an outdated version: nothing was written. */
public final class PlanChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlanChangedMeanwhile() {
        super("The plan was changed since it was read");
    }
}
