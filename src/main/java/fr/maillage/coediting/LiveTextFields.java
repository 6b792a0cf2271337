package fr.maillage.coediting;

import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import java.util.Optional;

/** What a feature tells of the fields of its items that are live texts. One bean for each kind of item that has some. */
public interface LiveTextFields {

    ItemKind kind();

    /** The key of the field's label in the translation bundles. */
    String labelKey(String field);

    /** Where the history of the item's other fields stands, from the root of the site; none when nobody keeps it. */
    default Optional<String> fieldHistory(ItemRef item) {
        return Optional.empty();
    }
}
