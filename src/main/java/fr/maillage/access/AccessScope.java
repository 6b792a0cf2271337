package fr.maillage.access;

import fr.maillage.base.SpaceId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person can reach at this instant: their effective spaces, the role and profiles in each, and the keys that
 * open audiences. The same keys filter every list, count and single answer.
 */
public final class AccessScope {

    /** What is held in one space. */
    record Grasp(Role role, Set<Profile> profiles, boolean direct) {}

    private final Viewer viewer;
    private final Map<SpaceId, Grasp> spaces;
    private final Map<Integer, SpaceId> spaceNumbers;
    private final Set<Integer> seats;
    private final int personScope;
    private final List<Integer> keys;

    AccessScope(Viewer viewer, Map<SpaceId, Grasp> spaces, Map<Integer, SpaceId> spaceNumbers, Set<Integer> seats,
            int personScope, List<Integer> keys) {
        this.viewer = viewer;
        this.spaces = Collections.unmodifiableMap(spaces);
        this.spaceNumbers = Map.copyOf(spaceNumbers);
        this.seats = Set.copyOf(seats);
        this.personScope = personScope;
        this.keys = List.copyOf(keys);
    }

    public Viewer viewer() {
        return viewer;
    }

    /** The effective role in a space: the strongest of the direct membership and of what charters give. */
    public Optional<Role> roleIn(SpaceId space) {
        return Optional.ofNullable(spaces.get(space)).map(Grasp::role);
    }

    /** The profiles held in a space, directly or through a charter. */
    public Set<Profile> profilesIn(SpaceId space) {
        Grasp grasp = spaces.get(space);
        return grasp == null ? Set.of() : Collections.unmodifiableSet(grasp.profiles());
    }

    /** All effective spaces, those of direct memberships first. */
    public List<SpaceId> spaces() {
        return spaces.entrySet().stream().sorted((a, b) -> Boolean.compare(b.getValue().direct(), a.getValue().direct()))
                .map(Map.Entry::getKey).toList();
    }

    /** The spaces of which the person is a member in their own right. */
    public List<SpaceId> directSpaces() {
        return spaces.entrySet().stream().filter(entry -> entry.getValue().direct()).map(Map.Entry::getKey).toList();
    }

    /** Every profile the person holds somewhere. */
    public Set<Profile> profiles() {
        Set<Profile> all = EnumSet.noneOf(Profile.class);
        spaces.values().forEach(grasp -> all.addAll(grasp.profiles()));
        return all;
    }

    @Nullable
    Role strongestRole() {
        return spaces.values().stream().map(Grasp::role).reduce(Role::strongest).orElse(null);
    }

    /** The keys, for the predicate {@code door in (:keys)}: never empty. */
    List<Integer> keys() {
        return keys;
    }

    @Nullable
    SpaceId spaceOf(int scopeNo) {
        return spaceNumbers.get(scopeNo);
    }

    boolean isSeat(int scopeNo) {
        return seats.contains(scopeNo);
    }

    boolean isSelf(int scopeNo) {
        return personScope == scopeNo;
    }
}
