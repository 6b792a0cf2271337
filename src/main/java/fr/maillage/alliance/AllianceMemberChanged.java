package fr.maillage.alliance;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import org.jspecify.annotations.Nullable;

/** A space was proposed to an alliance, joined it, was declined, withdrawn, or left: {@code state} says which. */
public record AllianceMemberChanged(SpaceId alliance, SpaceId member, MemberState state, Side by,
        @Nullable PersonId actor) {}
