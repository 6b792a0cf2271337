package fr.maillage.plan;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an action's own fields, or of the cells of one of its lines, each with its version. Immutable. */
public final class Cells {

    /** Who changed a field last. */
    public record Change(long version, PersonId by, Instant at) {}

    private final Map<ActionField<?>, String> stored;
    private final Map<ActionField<?>, Change> changes;

    Cells(Map<ActionField<?>, String> stored, Map<ActionField<?>, Change> changes) {
        this.stored = Map.copyOf(stored);
        this.changes = Map.copyOf(changes);
    }

    public <T> @Nullable T get(ActionField<T> field) {
        return field.read(stored.get(field));
    }

    /** The value of a field that is never without one: a text, a flag, a set, a required choice. */
    public <T> T value(ActionField<T> field) {
        T value = get(field);
        if (value == null) {
            throw new IllegalStateException(field + " has no value");
        }
        return value;
    }

    /** The version to send with a change; 0 for a field nobody has touched. */
    public long version(ActionField<?> field) {
        Change change = changes.get(field);
        return change == null ? 0 : change.version();
    }

    /** The last change, or null when nobody has touched the field since the action was made. */
    public @Nullable Change change(ActionField<?> field) {
        return changes.get(field);
    }
}
