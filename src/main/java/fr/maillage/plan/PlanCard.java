package fr.maillage.plan;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a list.
 *
 * @param byStatus top-level actions that whoever reads sees
 * @param planned  euros planned in the actions they see
 */
public record PlanCard(PlanId id, SpaceId owner, String title, PlanType type, PlanState state,
        @Nullable LocalDate start, @Nullable LocalDate end, List<PersonId> pilots,
        Map<ActionStatus, Integer> byStatus, BigDecimal planned) {

    public int actions() {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }
}
