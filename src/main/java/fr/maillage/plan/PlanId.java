package fr.maillage.plan;

import fr.maillage.base.Ids;
import java.util.UUID;

/** Identifies an action plan. */
public record PlanId(UUID value) {

    static PlanId next() {
        return new PlanId(Ids.next());
    }
}
