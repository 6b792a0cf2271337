package fr.maillage.alliance;

import fr.maillage.base.SpaceId;

/**
 * An alliance and the charter in force.
 *
 * @param source where what is known of it was read; empty when its members wrote it
 */
public record AllianceDetails(SpaceId id, String slug, AllianceDraft about, String source, AdoptedCharter charter) {

    public String name() {
        return about.name();
    }

    public String shortName() {
        return about.shortName();
    }
}
