package fr.maillage.access;

import fr.maillage.base.SpaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What every feature tells of its items, so that comments, activity and home can name them without knowing it. It
 * decides nothing: callers pass identifiers that the access module has let through.
 */
public interface ItemDirectory {

    /**
     * The few words that stand for an item elsewhere.
     *
     * @param path where it opens, from the root of the site, without a leading slash
     */
    record Card(ItemRef ref, String title, SpaceId owner, String path) {}

    ItemKind kind();

    /** The Lucide name of the picture that stands for this kind. */
    default String icon() {
        return "file-text";
    }

    /** The cards of these items, by identifier; one query. Unknown identifiers are left out. */
    Map<UUID, Card> cards(Collection<UUID> ids);

    /**
     * Items that are not put away and whose title holds all these words, those of the spaces near first. Candidates only:
     * callers ask the access module which of them whoever acts may see. None by default: this kind is not looked for.
     *
     * @param words an expression of {@link fr.maillage.base.FullText}, not empty
     * @param limit at most that many
     */
    default List<UUID> find(String words, Collection<SpaceId> near, int limit) {
        return List.of();
    }
}
