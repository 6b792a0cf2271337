package fr.maillage.coediting;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.HiddenBusinesses;
import fr.maillage.access.ItemKind;
import fr.maillage.access.Viewer;
import fr.maillage.coediting.Connection.Right;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks who may do what in a text: the feature where it is stricter, else the item's own rights. */
@Component
class Rights {

    private final AccessPolicy policy;
    private final HiddenBusinesses hidden;
    private final Map<ItemKind, LiveTextRights> byKind;

    Rights(AccessPolicy policy, HiddenBusinesses hidden, List<LiveTextRights> all) {
        this.policy = policy;
        this.hidden = hidden;
        this.byKind = all.stream().collect(Collectors.toMap(LiveTextRights::kind, Function.identity()));
    }

    /** Whether names of people are not simply told to this viewer: each has to be asked for. */
    boolean asksForNames(Viewer viewer) {
        return hidden.any(viewer);
    }

    Right of(Viewer viewer, LiveTextRef ref) {
        LiveTextRights rights = byKind.getOrDefault(ref.item().kind(), new ItemRights(ref.item().kind()));
        if (!rights.mayRead(policy, viewer, ref)) {
            return Right.NONE;
        }
        return rights.mayWrite(policy, viewer, ref) ? Right.WRITE : Right.READ;
    }

    private record ItemRights(ItemKind kind) implements LiveTextRights {}
}
