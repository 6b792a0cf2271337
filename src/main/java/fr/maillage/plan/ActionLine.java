package fr.maillage.plan;

import fr.maillage.base.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action as it stands in its plan, for a table or a board.
 *
 * @param axis        the axis it is read under; that of its parent for a sub-action
 * @param parent      the action above, when whoever reads sees it
 * @param number      its place, as it is read: 2.3; counts what the reader sees
 * @param statusVersion to send with a change of the status
 * @param statusSince since when it has this status, if that was ever set
 * @param planned     euros, or null when nothing is planned
 * @param steps       how many there are, and how many are done
 * @param described   whether there is a description
 */
public record ActionLine(ActionId id, @Nullable AxisId axis, @Nullable ActionId parent, String number, String title,
        ActionStatus status, long statusVersion, @Nullable Instant statusSince, @Nullable Phase phase,
        @Nullable Priority priority,
        @Nullable LocalDate start, @Nullable LocalDate end, @Nullable LocalDate doneOn, List<PersonId> pilots,
        @Nullable BigDecimal planned, @Nullable BigDecimal actual, int steps, int stepsDone, String blockingCause,
        boolean described) {

    ActionLine numbered(@Nullable AxisId readUnder, @Nullable ActionId seenParent, String place) {
        return new ActionLine(id, readUnder, seenParent, place, title, status, statusVersion, statusSince, phase,
                priority, start, end, doneOn, pilots, planned, actual, steps, stepsDone, blockingCause, described);
    }

    /** Complete: title, description, status and pilot are filled. */
    public boolean complete() {
        return described && !pilots.isEmpty();
    }

    /** How far it is by its steps, 0 to 1; null without steps. */
    public @Nullable Double progress() {
        return steps == 0 ? null : (double) stepsDone / steps;
    }

    /** Whether its end has passed without its being done or given up. */
    public boolean late(LocalDate today) {
        return end != null && end.isBefore(today) && !status.closed();
    }
}
