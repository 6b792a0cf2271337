package fr.maillage.plan;

/** How far the money of a funder has come. */
public enum FundingState {
    FORESEEN, ASKED, GRANTED, REFUSED, PAID;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.funding." + name();
    }
}
