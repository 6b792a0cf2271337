package fr.maillage.alliance;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import org.jspecify.annotations.Nullable;

/** An alliance adopted the next version of its charter. */
public record CharterAdopted(SpaceId alliance, int no, @Nullable PersonId author) {}
