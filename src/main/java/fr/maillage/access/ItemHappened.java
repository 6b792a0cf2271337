package fr.maillage.access;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an item that people who follow it or its space may care to know. Published by features inside
 * the transaction; what is made of it (activity, notifications) passes the access module again for each reader.
 *
 * @param kind   the {@link ItemKind#name()} of the item
 * @param verb   a word of the feature, the end of the message key {@code <kind>.happened.<verb>}
 * @param actor  who did it, or null for the system
 * @param detail one short value shown in the sentence (a new status), or empty; never secret text
 */
public record ItemHappened(String kind, UUID item, SpaceId owner, String verb, @Nullable PersonId actor,
        String detail) {}
