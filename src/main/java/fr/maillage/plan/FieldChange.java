package fr.maillage.plan;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one value of an action.
 *
 * @param subject what kind of value it is
 * @param line    the line it belongs to, or the action itself
 * @param was     what stood there before; null for nothing
 * @param became  what stood there afterwards; null for nothing
 * @param by      who did it; more than one where several changes are told as one
 * @param at      when, of the last one
 */
public record FieldChange(UUID id, Subject subject, UUID line, @Nullable Object was, @Nullable Object became,
        List<PersonId> by, Instant at) {

    /** What kind of value it is. */
    public sealed interface Subject {

        /** A field, with a value of its type. */
        record Field(ActionField<?> field) implements Subject {}

        /** Somebody named on the action: a {@link PersonId}. */
        record Person(Involvement part) implements Subject {}

        /** A partner's name. */
        record Partner() implements Subject {}
    }
}
