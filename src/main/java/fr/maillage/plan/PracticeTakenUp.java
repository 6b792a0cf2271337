package fr.maillage.plan;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * A practice was taken up into a plan: an action was made of it that keeps the link.
 *
 * @param space the owner of the plan
 */
public record PracticeTakenUp(UUID practice, UUID action, UUID plan, SpaceId space, PersonId by, Instant at) {}
