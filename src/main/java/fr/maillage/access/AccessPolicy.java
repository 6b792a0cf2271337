package fr.maillage.access;

import fr.maillage.access.Standing.Via;
import fr.maillage.access.Standing.Way;
import fr.maillage.base.PersonId;
import fr.maillage.base.Roundtrip;
import fr.maillage.base.SpaceId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers whether a person may do something to something. The rules stand in {@link Operation}; this class only
 * gathers the facts.
 */
@Service
public class AccessPolicy {

    private record ItemDoor(int door, Level level, int owner, boolean archived) {}

    private final AccessScopes scopes;
    private final HiddenBusinesses hidden;
    private final Scopes numbers;
    private final Spaces spaces;
    private final JdbcClient jdbc;
    private final Roundtrip roundtrip;

    AccessPolicy(AccessScopes scopes, HiddenBusinesses hidden, Scopes numbers, Spaces spaces, JdbcClient jdbc,
            Roundtrip roundtrip) {
        this.roundtrip = roundtrip;
        this.hidden = hidden;
        this.scopes = scopes;
        this.numbers = numbers;
        this.spaces = spaces;
        this.jdbc = jdbc;
    }

    /** Whether whoever is acting may do that. */
    @Transactional(readOnly = true)
    public boolean may(Operation operation, Subject subject) {
        return may(scopes.current(), operation, subject);
    }

    /**
     * Those of these operations that whoever is acting may do: the facts, which are the same for all of them, are read
     * once.
     *
     * @param operations none or more, all of them on this kind of subject
     */
    @Transactional(readOnly = true)
    public Set<Operation> allowed(Subject subject, Operation... operations) {
        Set<Operation> allowed = EnumSet.noneOf(Operation.class);
        if (operations.length > 0) {
            standing(scopes.current(), operations[0], subject).ifPresent(standing -> {
                for (Operation operation : operations) {
                    requireFits(operation, subject);
                    if (operation.rule.test(standing)) {
                        allowed.add(operation);
                    }
                }
            });
        }
        return allowed;
    }

    @Transactional(readOnly = true)
    public boolean may(Viewer viewer, Operation operation, Subject subject) {
        return may(scopes.of(viewer), operation, subject);
    }

    /**
     * Those of these people whose card whoever is acting may see: {@link Operation#VIEW_CARD} asked for each, in a number
     * of queries that does not grow with them.
     */
    @Transactional(readOnly = true)
    public Set<PersonId> cards(Collection<PersonId> people) {
        AccessScope scope = scopes.current();
        if (people.isEmpty() || !(scope.viewer() instanceof Viewer.SignedIn signedIn)) {
            return Set.of();
        }
        Set<PersonId> others = new HashSet<>(people);
        Set<PersonId> cards = new HashSet<>();
        if (others.remove(signedIn.person())) {
            cards.add(signedIn.person());
        }
        others.removeAll(hidden.people(scope, others));
        scopes.spacesOf(others).forEach((person, spaces) -> spaces.stream().map(scope::roleIn).flatMap(Optional::stream)
                .reduce(Role::strongest).map(shared -> new Standing(true, false, shared, false, Set.of(), false, false))
                .filter(Operation.VIEW_CARD.rule).ifPresent(standing -> cards.add(person)));
        return cards;
    }

    /**
     * Lets whoever is acting go on, or stops them.
     *
     * @throws NotVisible   when the subject does not exist or is not meant for them
     * @throws SignInNeeded when it is visible to anyone, but the act needs a person
     * @throws Refused      when they see the subject and may not do that to it
     */
    @Transactional(readOnly = true)
    public void require(Operation operation, Subject subject) {
        AccessScope scope = scopes.current();
        Standing standing = standing(scope, operation, subject).orElseThrow(NotVisible::new);
        if (!operation.rule.test(standing)) {
            if (!standing.signedIn()) {
                throw new SignInNeeded();
            }
            throw new Refused(operation, standing.archived() ? "access.refused.archived" : operation.refusalKey());
        }
    }

    private boolean may(AccessScope scope, Operation operation, Subject subject) {
        return standing(scope, operation, subject).filter(operation.rule).isPresent();
    }

    /** One question; a scope equals itself alone, so that changed rights ask another one. */
    private record Asked(AccessScope scope, Subject subject) {}

    private Optional<Standing> standing(AccessScope scope, Operation operation, Subject subject) {
        requireFits(operation, subject);
        return roundtrip.once(new Asked(scope, subject), () -> standing(scope, subject));
    }

    private Optional<Standing> standing(AccessScope scope, Subject subject) {
        return switch (subject) {
            case Subject.Space space -> spaces.find(space.id())
                    .map(found -> Standing.of(scope.viewer(), scope.roleIn(space.id()).orElse(null)));
            case Subject.Item item -> itemStanding(scope, item.id());
            case Subject.Person person -> personStanding(scope, person);
            case Subject.Platform _ -> scope.viewer() instanceof Viewer.SignedIn(var _, boolean admin) && admin
                    ? Optional.of(Standing.of(scope.viewer(), null)) : Optional.empty();
        };
    }

    private static void requireFits(Operation operation, Subject subject) {
        if (!operation.subject.isInstance(subject)) {
            throw new IllegalArgumentException(operation + " is not done on a " + subject.getClass().getSimpleName());
        }
    }

    private Optional<Standing> itemStanding(AccessScope scope, UUID item) {
        List<ItemDoor> doors = jdbc
                .sql("select door, level, owner, archived from listing where item = :item and door in (:keys)"
                        + scope.bound(""))
                .param("item", item).param("keys", scope.keys())
                .query((row, n) -> new ItemDoor(row.getInt(1), Level.values()[row.getInt(2)], row.getInt(3),
                        row.getInt(4) != 0))
                .list();
        if (doors.isEmpty()) {
            return Optional.empty();
        }
        int ownerNo = doors.getFirst().owner();
        SpaceId owner = new SpaceId(numbers.byNumber(List.of(ownerNo)).get(ownerNo).ref());
        boolean author = false;
        Set<Way> ways = new HashSet<>();
        for (ItemDoor door : doors) {
            Way way = way(scope, door);
            ways.add(way);
            author |= way.via() == Via.AUTHOR;
        }
        return Optional.of(new Standing(scope.viewer() instanceof Viewer.SignedIn, false,
                scope.roleIn(owner).orElse(null), author, ways, doors.getFirst().archived(), false));
    }

    private static Way way(AccessScope scope, ItemDoor door) {
        int no = Door.scope(door.door());
        if (scope.isKept(door.door())) {
            return new Way(Via.KEPT, Level.READ, Role.OBSERVER);
        }
        Role anywhere = scope.strongestRole();
        if (no == Scopes.NETWORK) {
            return new Way(Via.NETWORK, door.level(), guest(anywhere));
        }
        if (no == Scopes.PUBLIC) {
            return new Way(Via.PUBLIC, door.level(), guest(anywhere));
        }
        SpaceId space = scope.spaceOf(no);
        if (space != null) {
            return new Way(Via.SPACE, door.level(), scope.roleIn(space).orElse(null));
        }
        if ((scope.isSeat(no) || scope.isSelf(no)) && Door.p(door.door()) == Door.INVOLVED) {
            return new Way(Via.INVOLVED, door.level(), anywhere);
        }
        return new Way(scope.isSeat(no) ? Via.AUTHOR : Via.NAMED, door.level(), anywhere);
    }

    /** Being an editor at home gives no right to edit what the whole network reads. */
    private static @Nullable Role guest(@Nullable Role role) {
        return role != null && role.atLeast(Role.CONTRIBUTOR) ? Role.CONTRIBUTOR : role;
    }

    private Optional<Standing> personStanding(AccessScope scope, Subject.Person person) {
        if (scope.viewer() instanceof Viewer.SignedIn(var self, boolean admin) && self.equals(person.id())) {
            return Optional.of(new Standing(true, admin, Role.COORDINATOR, true, Set.of(), false, false));
        }
        if (hidden.people(scope, Set.of(person.id())).contains(person.id())) {
            return Optional.empty();
        }
        AccessScope other = scopes.of(new Viewer.SignedIn(person.id(), false));
        Role shared = null;
        boolean bothBusiness = false;
        boolean otherwise = false;
        for (SpaceId space : other.spaces()) {
            Role role = scope.roleIn(space).orElse(null);
            if (role != null) {
                shared = shared == null ? role : Role.strongest(shared, role);
                boolean business = scope.profilesIn(space).equals(Set.of(Profile.BUSINESS))
                        && other.profilesIn(space).equals(Set.of(Profile.BUSINESS));
                bothBusiness |= business;
                otherwise |= !business;
            }
        }
        return shared == null ? Optional.empty()
                : Optional.of(new Standing(true, false, shared, false, Set.of(), false, bothBusiness && !otherwise));
    }
}
