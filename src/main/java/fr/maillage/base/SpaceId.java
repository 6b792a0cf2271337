package fr.maillage.base;

import java.util.UUID;

/** Identifies a space, the workspace of a territory or of an alliance. */
public record SpaceId(UUID value) {

    /** The space of the territory with this SIREN: derived from it, so that seeds can be loaded again. */
    public static SpaceId ofTerritory(Siren siren) {
        return new SpaceId(Ids.named("territory:" + siren.value()));
    }

    /** The space of a seeded alliance, by its short name. */
    public static SpaceId ofAlliance(String slug) {
        return new SpaceId(Ids.named("alliance:" + slug));
    }
}
