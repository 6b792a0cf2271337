package fr.maillage.opportunity;

import fr.maillage.access.Audience;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The page of one opportunity, for whoever asked.
 *
 * @param version  to be given back with a change
 * @param may      what whoever asked may do here
 */
public record OpportunityPage(OpportunityId id, long version, SpaceId owner, @Nullable OrganizationId organization,
        PersonId author, OpportunityContent content, OpportunityStatus status, @Nullable Outcome outcome,
        String outcomeWords, Instant publishedAt, boolean archived, Audience audience, Rights may) {

    /** What whoever asked may do. */
    public record Rights(boolean edit, boolean share, boolean archive, boolean restore, boolean answerInterest,
            boolean expressInterest, boolean comment) {}
}
