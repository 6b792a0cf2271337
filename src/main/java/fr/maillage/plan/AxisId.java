package fr.maillage.plan;

import fr.maillage.base.Ids;
import java.util.UUID;

/** Identifies an axis of a plan. */
public record AxisId(UUID value) {

    static AxisId next() {
        return new AxisId(Ids.next());
    }
}
