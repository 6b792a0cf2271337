package fr.maillage.plan;

import java.util.UUID;

/**
 * One field of one action.
 *
 * @param line the line whose cell it is, or the action's own id for a field of the action itself
 */
public record FieldRef<T>(ActionId action, UUID line, ActionField<T> field) {

    /** A field of the action itself. */
    public static <T> FieldRef<T> of(ActionId action, ActionField<T> field) {
        return new FieldRef<>(action, action.value(), field);
    }

    public FieldRef {
        if (field.part() == ActionField.Part.ACTION != line.equals(action.value())) {
            throw new IllegalArgumentException(field + " is not a field of line " + line);
        }
    }
}
