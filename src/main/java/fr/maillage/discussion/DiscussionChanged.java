package fr.maillage.discussion;

import fr.maillage.base.PersonId;
import java.util.UUID;

/**
 * The discussion of an item changed: something was said, changed, withdrawn, closed. Published inside the transaction;
 * open screens read again once it is committed.
 *
 * @param by who did it
 */
public record DiscussionChanged(UUID item, PersonId by) {}
