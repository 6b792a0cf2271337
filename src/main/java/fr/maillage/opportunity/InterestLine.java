package fr.maillage.opportunity;

import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An expression of interest, as the owner's side or the person who made it reads it. */
public record InterestLine(UUID id, OpportunityId opportunity, PersonId person, @Nullable OrganizationId organization,
        String message, InterestState state, String answer, Instant expressedAt, @Nullable Instant answeredAt) {}
