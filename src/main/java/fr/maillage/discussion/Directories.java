package fr.maillage.discussion;

import fr.maillage.access.ItemDirectory;
import fr.maillage.access.ItemDirectory.Card;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The directories of all features, by the name of their kind. */
@Component
class Directories {

    private final ObjectProvider<ItemDirectory> directories;

    Directories(ObjectProvider<ItemDirectory> directories) {
        this.directories = directories;
    }

    Optional<ItemDirectory> of(String kind) {
        return directories.stream().filter(directory -> directory.kind().name().equals(kind)).findFirst();
    }

    Optional<ItemRef> ref(String kind, UUID item) {
        return of(kind).map(directory -> new ItemRef(directory.kind(), item));
    }

    Set<ItemKind> kinds() {
        Set<ItemKind> kinds = new HashSet<>();
        directories.stream().forEach(directory -> kinds.add(directory.kind()));
        return kinds;
    }

    Optional<Card> card(ItemRef ref) {
        return of(ref.kind().name()).map(directory -> directory.cards(List.of(ref.id())).get(ref.id()));
    }

    /** The cards of items that have passed the access module: one query per kind present. */
    Map<UUID, Card> cards(Map<UUID, String> kindsByItem) {
        Map<String, Set<UUID>> byKind = new HashMap<>();
        kindsByItem.forEach((item, kind) -> byKind.computeIfAbsent(kind, k -> new HashSet<>()).add(item));
        Map<UUID, Card> cards = new HashMap<>();
        byKind.forEach((kind, items) -> of(kind).ifPresent(directory -> cards.putAll(directory.cards(items))));
        return cards;
    }
}
