package fr.maillage.plan;

/** What money is spent on. */
public enum BudgetKind {
    INVESTMENT, OPERATING;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.budgetKind." + name();
    }
}
