package fr.maillage.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands towards a subject: the facts, gathered once, on which every {@link Rule} decides.
 *
 * @param role     the effective role in the space of the subject (the owner space of an item), or null
 * @param author   whether they wrote the item and still belong to its owner space
 * @param ways     through which doors of the audience the item is visible to them
 * @param archived whether the item has been archived
 */
record Standing(boolean signedIn, boolean administrator, @Nullable Role role, boolean author, Set<Way> ways,
        boolean archived, boolean bothBusiness) {

    /** What kind of door lets a person in; KEPT is one that an alliance left behind, for reading only. */
    enum Via { SPACE, NETWORK, PUBLIC, NAMED, INVOLVED, AUTHOR, KEPT }

    /**
     * One way in.
     *
     * @param role the role that counts on this way: in the space of the door, or the strongest one anywhere for the
     *             doors that belong to no space; null for somebody who belongs nowhere
     */
    record Way(Via via, Level level, @Nullable Role role) {}

    static Standing of(Viewer viewer, @Nullable Role role) {
        return new Standing(viewer instanceof Viewer.SignedIn,
                viewer instanceof Viewer.SignedIn signedIn && signedIn.administrator(), role, false, Set.of(), false,
                false);
    }
}
