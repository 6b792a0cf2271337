package fr.maillage.opportunity;

import fr.maillage.base.SpaceId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a list shows of an opportunity. */
public record OpportunityRow(OpportunityId id, Direction direction, OpportunityKind kind, String title, String summary,
        Details details, SpaceId owner, @Nullable LocalDate deadline, OpportunityStatus status, Instant publishedAt) {}
