package fr.maillage.alliance;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;

/**
 * A new alliance was founded. Whoever keeps memberships makes the founder its first coordinator, in the same
 * transaction.
 *
 * @param foundingMember the space in whose name it was founded, and where the founder's membership is
 */
public record AllianceFounded(SpaceId alliance, SpaceId foundingMember, PersonId founder) {}
