package fr.maillage.alliance;

import fr.maillage.base.SpaceId;
import org.jspecify.annotations.Nullable;

/**
 * An alliance in a list.
 *
 * @param id      of the alliance and of its space
 * @param since   the year it began, if known
 * @param members how many spaces are its members
 */
public record AllianceSummary(SpaceId id, String slug, String name, String shortName, String tagline, String kind,
        @Nullable Integer since, int members) {}
