package fr.maillage.access;

import fr.maillage.base.SpaceId;
import java.util.Collection;
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

    /** The cards of these items, by identifier; one query. Unknown identifiers are left out. */
    Map<UUID, Card> cards(Collection<UUID> ids);
}
