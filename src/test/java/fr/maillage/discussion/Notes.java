package fr.maillage.discussion;

import fr.maillage.access.Audience;
import fr.maillage.access.ItemDirectory;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Listings;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A kind of content for tests, the smallest there can be: a title in a space, for an audience. */
@Component
public class Notes implements ItemDirectory {

    static final ItemKind KIND = new ItemKind(250, "note");

    private final Map<UUID, Card> notes = new ConcurrentHashMap<>();
    private final Listings listings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Notes(Listings listings, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.listings = listings;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public Map<UUID, Card> cards(Collection<UUID> ids) {
        Map<UUID, Card> found = new HashMap<>();
        ids.stream().filter(notes::containsKey).forEach(id -> found.put(id, notes.get(id)));
        return found;
    }

    public ItemRef write(String title, SpaceId owner, PersonId author, Audience audience) {
        ItemRef ref = new ItemRef(KIND, Ids.next());
        notes.put(ref.id(), new Card(ref, title, owner, "notes/" + ref.id()));
        transaction.executeWithoutResult(status -> {
            listings.open(ref, owner, author, audience, new Listings.Facts(0, 0, Set.of(), null));
            events.publishEvent(new ItemHappened(KIND.name(), ref.id(), owner, "created", author, ""));
        });
        return ref;
    }

    public void share(ItemRef ref, Audience audience) {
        transaction.executeWithoutResult(status -> listings.share(ref.id(), audience));
    }

    void happened(ItemRef ref, String verb, PersonId actor, String detail) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new ItemHappened(KIND.name(), ref.id(), notes.get(ref.id()).owner(), verb, actor, detail)));
    }
}
