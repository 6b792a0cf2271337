package fr.maillage.opportunity.ui;

import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Membership;
import fr.maillage.base.SpaceId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The spaces an alliance stands for in a list: itself, its members, and theirs where members are alliances. */
@Component
class AllianceReach {

    private static final int MOST_LEVELS = 4;
    /** Owns nothing: a filter that lets nothing through. */
    private static final SpaceId NOWHERE = new SpaceId(new UUID(0, 0));

    private final Alliances alliances;

    AllianceReach(Alliances alliances) {
        this.alliances = alliances;
    }

    Set<SpaceId> of(SpaceId alliance) {
        Set<SpaceId> all = new HashSet<>(Set.of(alliance));
        Set<SpaceId> level = Set.of(alliance);
        for (int i = 0; i < MOST_LEVELS && !level.isEmpty(); i++) {
            Set<SpaceId> next = new HashSet<>();
            alliances.members(level).values().stream().flatMap(Collection::stream).map(Membership::member)
                    .filter(all::add).forEach(next::add);
            level = next;
        }
        return all;
    }

    /** What territories and an alliance, both optional, come down to; empty for everywhere. */
    Set<SpaceId> owners(Set<SpaceId> spaces, @Nullable SpaceId alliance) {
        if (alliance == null) {
            return spaces;
        }
        Set<SpaceId> all = of(alliance);
        if (!spaces.isEmpty()) {
            all.retainAll(spaces);
        }
        return all.isEmpty() ? Set.of(NOWHERE) : all;
    }
}
