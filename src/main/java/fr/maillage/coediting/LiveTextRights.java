package fr.maillage.coediting;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.ItemKind;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.access.Viewer;

/**
 * Who may read and write the live texts of one kind of item. A feature needs no bean of this: the item's own rights
 * count, {@link Operation#VIEW} to follow and {@link Operation#EDIT_LIVE} to write. One that is stricter for some
 * fields declares a bean. Asked when a browser connects, before each batch of its changes is taken, and whenever
 * rights may have changed; never inside a transaction of the feature.
 */
public interface LiveTextRights {

    ItemKind kind();

    default boolean mayRead(AccessPolicy policy, Viewer viewer, LiveTextRef text) {
        return policy.may(viewer, Operation.VIEW, Subject.of(text.item()));
    }

    default boolean mayWrite(AccessPolicy policy, Viewer viewer, LiveTextRef text) {
        return policy.may(viewer, Operation.EDIT_LIVE, Subject.of(text.item()));
    }
}
