package fr.maillage.opportunity;

/** Whether something is looked for or offered. The order is stored in facets. */
public enum Direction {
    NEED, OFFER;

    public String messageKey() {
        return "opportunity.direction." + name();
    }
}
