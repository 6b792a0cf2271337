package fr.maillage.opportunity;

import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.base.Ids;
import java.util.UUID;

/** Identifies an opportunity. */
public record OpportunityId(UUID value) {

    /** The kind of content, as lists, comments and activity know it. */
    public static final ItemKind KIND = new ItemKind(2, "opportunity");

    public static OpportunityId next() {
        return new OpportunityId(Ids.next());
    }

    public ItemRef ref() {
        return new ItemRef(KIND, value);
    }
}
