package fr.maillage.opportunity;

/** Somebody else, or another tab, saved this opportunity since it was read: nothing was overwritten. */
public final class OpportunityChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OpportunityChangedMeanwhile() {
        super("opportunity changed meanwhile", null, false, false);
    }
}
