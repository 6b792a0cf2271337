package fr.maillage.plan;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as one person sees it.
 *
 * @param summary   Markdown
 * @param decidedOn the day of the last step of approval
 * @param version   to send with the form
 * @param axes      depth first
 * @param actions   those this person sees, in reading order, sub-actions right after their action
 * @param mayEdit   whether they may change the plan itself and its axes
 * @param mayAdd    whether they may add actions
 */
public record PlanPage(PlanId id, SpaceId owner, String title, PlanType type, @Nullable LocalDate start,
        @Nullable LocalDate end, String summary, PlanState state, @Nullable LocalDate decidedOn, boolean archived,
        long version, List<PersonId> pilots, List<PersonId> elected, List<AxisLine> axes, List<ActionLine> actions,
        Totals totals, boolean mayEdit, boolean mayAdd) {}
