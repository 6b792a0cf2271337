package fr.maillage.plan;

/** In what a budget line counts: euros before tax, or full-time equivalents. */
public enum BudgetUnit {
    EUR, FTE;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.budgetUnit." + name();
    }
}
