package fr.maillage.alliance;

import fr.maillage.access.SpaceKind;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A space in an alliance, or proposed to it.
 *
 * @param id         for {@link AllianceService}
 * @param member     a territory or another alliance
 * @param proposedBy who proposed it, or null when it came with the reference data
 * @param from       the first day, or null when the member was there before anyone noted it
 */
public record Membership(UUID id, SpaceId alliance, SpaceId member, SpaceKind memberKind, MemberState state,
        Side proposedSide, @Nullable PersonId proposedBy, Instant proposedAt, @Nullable LocalDate from) {

    /** The space whose coordinators answer the proposal. */
    public SpaceId answeredBy() {
        return proposedSide == Side.ALLIANCE ? member : alliance;
    }

    /** The space whose coordinators made the proposal. */
    public SpaceId proposedFrom() {
        return proposedSide == Side.ALLIANCE ? alliance : member;
    }
}
