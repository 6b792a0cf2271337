package fr.maillage.coediting;

import fr.maillage.access.ItemRef;

/**
 * The field of an item that a live text is.
 *
 * @param field the name of the field within its item, up to 40 letters, digits, dots and dashes; stored, never renamed
 */
public record LiveTextRef(ItemRef item, String field) {

    public LiveTextRef {
        if (!field.matches("[A-Za-z0-9.-]{1,40}")) {
            throw new IllegalArgumentException("Not the name of a field: " + field);
        }
    }
}
