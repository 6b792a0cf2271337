package fr.maillage.plan;

/** A step of approval was asked of a plan that is not at the step before it: somebody else was quicker. */
public final class PlanNotThere extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final PlanState state;

    PlanNotThere(PlanState state) {
        super("The plan is " + state);
        this.state = state;
    }

    /** Where it stands. */
    public PlanState state() {
        return state;
    }
}
