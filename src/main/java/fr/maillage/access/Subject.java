package fr.maillage.access;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.util.UUID;

/** On what an operation is done. */
public sealed interface Subject {

    record Space(SpaceId id) implements Subject {}

    record Item(UUID id) implements Subject {}

    record Person(PersonId id) implements Subject {}

    record Platform() implements Subject {}

    static Subject of(SpaceId id) {
        return new Space(id);
    }

    static Subject of(ItemRef ref) {
        return new Item(ref.id());
    }

    static Subject item(UUID id) {
        return new Item(id);
    }

    static Subject of(PersonId id) {
        return new Person(id);
    }

    Subject PLATFORM = new Platform();
}
