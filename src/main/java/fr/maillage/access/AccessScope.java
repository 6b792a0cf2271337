package fr.maillage.access;

import fr.maillage.base.SpaceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Map<Integer, Long> kept;
    private final Set<SpaceId> hiding;

    /** @param kept the keys that open only what was shared before an instant, in milliseconds since 1970 */
    AccessScope(Viewer viewer, Map<SpaceId, Grasp> spaces, Map<Integer, SpaceId> spaceNumbers, Set<Integer> seats,
            int personScope, List<Integer> keys, Map<Integer, Long> kept, Set<SpaceId> hiding) {
        this.viewer = viewer;
        this.spaces = Collections.unmodifiableMap(spaces);
        this.spaceNumbers = Map.copyOf(spaceNumbers);
        this.seats = Set.copyOf(seats);
        this.personScope = personScope;
        this.kept = Map.copyOf(kept);
        this.hiding = Set.copyOf(hiding);
        this.keys = Stream.concat(keys.stream(), kept.keySet().stream()).toList();
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

    /** The keys, for the predicate {@code door in (:keys)}, to which {@link #bound} belongs: never empty. */
    List<Integer> keys() {
        return keys;
    }

    /**
     * What the predicate of the keys ends with: nothing for most people; for those whose territory has left an
     * alliance, that a key kept from there opens only what was shared before.
     *
     * @param row the alias of the list table with its point, or nothing
     */
    String bound(String row) {
        if (kept.isEmpty()) {
            return "";
        }
        Map<Long, List<Integer>> byInstant = new TreeMap<>();
        new TreeMap<>(kept).forEach((door, left) -> byInstant.computeIfAbsent(left, l -> new ArrayList<>()).add(door));
        // Numbers of our own, written out: the statement stays one predicate longer, not one parameter.
        return byInstant.entrySet().stream().map(entry -> " and (" + row + "door not in ("
                + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(",")) + ") or " + row
                + "since < " + entry.getKey() + ") is true").collect(Collectors.joining());
    }

    /** The alliances by which businesses are hidden from this person; empty for whoever is not there for one alone. */
    Set<SpaceId> hiding() {
        return hiding;
    }

    boolean isKept(int door) {
        return kept.containsKey(door);
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
