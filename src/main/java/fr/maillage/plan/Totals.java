package fr.maillage.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan adds up to, over the actions that one person sees.
 *
 * @param byStatus top-level actions and the euros planned for them, their sub-actions included
 * @param budget   euros by year and kind, sorted by year, lines without a year last
 * @param fte      full-time equivalents planned
 * @param funding  euros by how far they have come
 */
public record Totals(Map<ActionStatus, Share> byStatus, List<Year> budget, BigDecimal fte,
        Map<FundingState, BigDecimal> funding) {

    /** How many, and what they cost. */
    public record Share(int actions, BigDecimal planned) {}

    /** One kind of spending in one year. */
    public record Year(@Nullable Integer year, BudgetKind kind, BigDecimal planned, BigDecimal actual) {}

    /** Top-level actions. */
    public int actions() {
        return byStatus.values().stream().mapToInt(Share::actions).sum();
    }

    public BigDecimal planned() {
        return budget.stream().map(Year::planned).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal actual() {
        return budget.stream().map(Year::actual).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Granted and paid. */
    public BigDecimal secured() {
        return funding.getOrDefault(FundingState.GRANTED, BigDecimal.ZERO)
                .add(funding.getOrDefault(FundingState.PAID, BigDecimal.ZERO));
    }

    /** Done ÷ top-level actions, 0 to 1. */
    public double progress() {
        return actions() == 0 ? 0 : (double) done().actions() / actions();
    }

    /** The same, each action weighing what it costs; null when nothing is planned. */
    public @Nullable Double progressByBudget() {
        BigDecimal all = byStatus.values().stream().map(Share::planned).reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.signum() == 0 ? null : done().planned().divide(all, 4, RoundingMode.HALF_UP).doubleValue();
    }

    private Share done() {
        return byStatus.getOrDefault(ActionStatus.DONE, new Share(0, BigDecimal.ZERO));
    }
}
