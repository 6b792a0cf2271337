package fr.maillage.plan;

/** What a plan is, in the vocabulary of French public action. The order is stored: only ever add at the end. */
public enum PlanType {
    TERRITORY_PROJECT, INDUSTRY_TERRITORIES, CRTE, PCAET, TOWN_CENTRE_ACTION, SMALL_TOWNS, CIRCULAR_ECONOMY,
    ATTRACTIVENESS, LAND, OTHER;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.type." + name();
    }
}
