package fr.maillage.practice;

import fr.maillage.access.Audience;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.Instant;

/**
 * A practice as its page shows it to one reader.
 *
 * @param version what an edit is based on
 */
public record PracticePage(PracticeId id, SpaceId owner, PersonId author, PracticeDraft story, Audience audience,
        Instant createdAt, Instant changedAt, boolean archived, long version, boolean mayEdit, boolean mayShare,
        boolean mayArchive) {}
