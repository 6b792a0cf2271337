package fr.maillage.plan.ui;

import fr.maillage.base.ui.Status;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.FundingState;
import fr.maillage.plan.PlanState;

/** How the states of plans look, in the one set of shapes of the house. */
final class Looks {

    private Looks() {}

    static Status of(ActionStatus status) {
        return switch (status) {
            case TO_DISCUSS -> Status.DISCUSS;
            case TO_COME -> Status.UPCOMING;
            case IN_PROGRESS -> Status.ONGOING;
            case DONE -> Status.DONE;
            case PAUSED -> Status.PAUSED;
            case ABANDONED -> Status.ABANDONED;
            case BLOCKED -> Status.BLOCKED;
            case LATE -> Status.LATE;
        };
    }

    static Status of(PlanState state) {
        return switch (state) {
            case DRAFT -> Status.DISCUSS;
            case SUBMITTED -> Status.UPCOMING;
            case VALIDATED -> Status.ONGOING;
            case CONTRACTED -> Status.DONE;
        };
    }

    static Status of(FundingState state) {
        return switch (state) {
            case FORESEEN -> Status.DISCUSS;
            case ASKED -> Status.UPCOMING;
            case GRANTED -> Status.ONGOING;
            case REFUSED -> Status.ABANDONED;
            case PAID -> Status.DONE;
        };
    }
}
