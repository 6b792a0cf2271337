package fr.maillage.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.maillage.access.AccessScope.Grasp;
import fr.maillage.access.AllianceFacts.AllianceLink;
import fr.maillage.access.AllianceFacts.PastLink;
import fr.maillage.access.MembershipFacts.DirectMembership;
import fr.maillage.base.PersonId;
import fr.maillage.base.Roundtrip;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Computes the {@link AccessScope} of a person from the facts. Kept for two seconds and one calendar day at most, and
 * forgotten at once when a membership, a charter or an alliance changes: an expired membership does not survive
 * midnight in a cache.
 */
@Component
public class AccessScopes {

    private static final Duration KEPT = Duration.ofSeconds(2);

    private record Key(Viewer viewer, LocalDate on) {}

    private final CurrentViewer currentViewer;
    private final MembershipFacts memberships;
    private final AllianceFacts alliances;
    private final Spaces spaceDirectory;
    private final Scopes scopes;
    private final Today today;
    private final Roundtrip roundtrip;
    private final Cache<Key, AccessScope> cache =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT).build();

    AccessScopes(CurrentViewer currentViewer, MembershipFacts memberships, AllianceFacts alliances,
            Spaces spaceDirectory, Scopes scopes, Today today, Roundtrip roundtrip) {
        this.roundtrip = roundtrip;
        this.currentViewer = currentViewer;
        this.memberships = memberships;
        this.alliances = alliances;
        this.spaceDirectory = spaceDirectory;
        this.scopes = scopes;
        this.today = today;
    }

    /** The scope of whoever is acting. */
    public AccessScope current() {
        return of(currentViewer.get());
    }

    public AccessScope of(Viewer viewer) {
        return cache.get(new Key(viewer, today.date()), this::compute);
    }

    /**
     * The effective spaces of many people, the same as in the scope of each; in as many queries as alliances are nested,
     * however many people there are. Those without any are absent.
     */
    Map<PersonId, Set<SpaceId>> spacesOf(Collection<PersonId> people) {
        LocalDate on = today.date();
        Map<PersonId, List<DirectMembership>> direct = memberships.membershipsOf(people, on);
        Map<SpaceId, List<AllianceLink>> links = new HashMap<>();
        Set<SpaceId> level = direct.values().stream().flatMap(List::stream).map(DirectMembership::space)
                .collect(Collectors.toSet());
        while (!level.isEmpty()) {
            level.forEach(space -> links.put(space, new ArrayList<>()));
            Set<SpaceId> above = new HashSet<>();
            for (AllianceLink link : alliances.linksFrom(level, on)) {
                links.get(link.member()).add(link);
                above.add(link.alliance());
            }
            above.removeAll(links.keySet());
            level = above;
        }
        Map<PersonId, Set<SpaceId>> spaces = new HashMap<>();
        direct.forEach((person, memberOf) -> {
            Map<SpaceId, Map<Profile, Role>> held = new LinkedHashMap<>();
            memberOf.forEach(one -> hold(held, one.space(), one.profile(), one.role()));
            climb(held, from -> from.stream().flatMap(space -> links.get(space).stream()).toList());
            spaces.put(person, Set.copyOf(held.keySet()));
        });
        return spaces;
    }

    /** Somebody's rights changed: the next question is answered anew. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(AccessChanged changed) {
        cache.invalidateAll();
        roundtrip.forget();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(AudienceChanged changed) {
        roundtrip.forget();
    }

    private AccessScope compute(Key key) {
        return switch (key.viewer()) {
            case Viewer.Anonymous _ -> new AccessScope(key.viewer(), Map.of(), Map.of(), Set.of(), 0,
                    List.of(Door.of(Scopes.PUBLIC, Door.ALL)), Map.of(), Set.of());
            case Viewer.SignedIn signedIn -> compute(signedIn, key.on());
        };
    }

    private AccessScope compute(Viewer.SignedIn viewer, LocalDate on) {
        List<DirectMembership> direct = memberships.membershipsThatCount(viewer.person(), on);
        Map<SpaceId, Map<Profile, Role>> held = new LinkedHashMap<>();
        Set<UUID> organizations = new HashSet<>();
        for (DirectMembership membership : direct) {
            hold(held, membership.space(), membership.profile(), membership.role());
            organizations.add(membership.organization().value());
        }
        Set<SpaceId> directSpaces = Set.copyOf(held.keySet());
        climb(held, level -> alliances.linksFrom(level, on));
        Map<SpaceId, Grasp> spaces = new LinkedHashMap<>();
        held.forEach((space, roles) -> spaces.put(space,
                new Grasp(roles.values().stream().reduce(Role::strongest).orElseThrow(),
                        EnumSet.copyOf(roles.keySet()), directSpaces.contains(space))));
        return withKeys(viewer, spaces, organizations, kept(held, on), hiding(spaces, on));
    }

    private Set<SpaceId> hiding(Map<SpaceId, Grasp> spaces, LocalDate on) {
        boolean businessAlone = !spaces.isEmpty() && spaces.values().stream()
                .allMatch(grasp -> grasp.profiles().equals(Set.of(Profile.BUSINESS)));
        return businessAlone ? alliances.hidingBusinesses(spaces.keySet(), on) : Set.of();
    }

    /** A profile in a space that is no longer one's own. */
    private record Former(SpaceId space, Profile profile) {}

    /**
     * What alliances that a space of theirs has left let them go on reading, each with the instant from which on
     * nothing new comes. What is held today and what was left are followed upward together: whoever reads in an
     * alliance until an instant reads in the alliances above it until the same, at most.
     */
    private Map<Former, Long> kept(Map<SpaceId, Map<Profile, Role>> held, LocalDate on) {
        Map<Former, Long> kept = new HashMap<>();
        Map<Former, Long> level = new HashMap<>();
        held.forEach((space, roles) -> roles.keySet()
                .forEach(profile -> level.put(new Former(space, profile), Long.MAX_VALUE)));
        while (!level.isEmpty()) {
            Map<Former, Long> gained = new HashMap<>();
            Set<SpaceId> from = level.keySet().stream().map(Former::space).collect(Collectors.toSet());
            for (PastLink link : alliances.pastLinksFrom(from)) {
                link.profiles().forEach(profile -> pass(level, link.member(), link.alliance(), profile,
                        link.leftAt().toEpochMilli(), gained));
            }
            level.values().removeIf(until -> until == Long.MAX_VALUE);
            Set<SpaceId> left = level.keySet().stream().map(Former::space).collect(Collectors.toSet());
            for (AllianceLink link : left.isEmpty() ? List.<AllianceLink>of() : alliances.linksFrom(left, on)) {
                link.charterRoles().keySet().forEach(profile -> pass(level, link.member(), link.alliance(), profile,
                        Long.MAX_VALUE, gained));
            }
            gained.keySet().removeIf(former -> held.getOrDefault(former.space(), Map.of())
                    .containsKey(former.profile()) || kept.getOrDefault(former, 0L) >= gained.get(former));
            kept.putAll(gained);
            level.clear();
            level.putAll(gained);
        }
        return kept;
    }

    private static void pass(Map<Former, Long> level, SpaceId member, SpaceId alliance, Profile profile, long left,
            Map<Former, Long> gained) {
        Long until = level.get(new Former(member, profile));
        if (until != null) {
            gained.merge(new Former(alliance, profile), Math.min(until, left), Math::max);
        }
    }

    /** Follows the alliances upward; a space is visited again only when something stronger is held in it. */
    private void climb(Map<SpaceId, Map<Profile, Role>> held, Function<Set<SpaceId>, List<AllianceLink>> linksFrom) {
        Deque<Set<SpaceId>> levels = new ArrayDeque<>();
        levels.add(new HashSet<>(held.keySet()));
        while (!levels.isEmpty()) {
            Set<SpaceId> level = levels.remove();
            Set<SpaceId> gained = new HashSet<>();
            for (AllianceLink link : level.isEmpty() ? List.<AllianceLink>of() : linksFrom.apply(level)) {
                for (Profile profile : List.copyOf(held.get(link.member()).keySet())) {
                    Role role = link.charterRoles().get(profile);
                    if (role != null && hold(held, link.alliance(), profile, role)) {
                        gained.add(link.alliance());
                    }
                }
            }
            if (!gained.isEmpty()) {
                levels.add(gained);
            }
        }
    }

    private boolean hold(Map<SpaceId, Map<Profile, Role>> held, SpaceId space, Profile profile, Role role) {
        Role capped = role == Role.COORDINATOR && !profile.mayCoordinateTerritory()
                && isTerritory(space) ? Role.EDITOR : role;
        Map<Profile, Role> roles = held.computeIfAbsent(space, s -> new EnumMap<>(Profile.class));
        Role before = roles.get(profile);
        if (before != null && before.atLeast(capped)) {
            return false;
        }
        roles.put(profile, capped);
        return true;
    }

    private boolean isTerritory(SpaceId space) {
        return spaceDirectory.find(space).filter(found -> found.kind() == SpaceKind.TERRITORY).isPresent();
    }

    private AccessScope withKeys(Viewer.SignedIn viewer, Map<SpaceId, Grasp> spaces, Set<UUID> organizations,
            Map<Former, Long> former, Set<SpaceId> hiding) {
        PersonId person = viewer.person();
        Map<SpaceId, UUID> seatRefs = new HashMap<>();
        spaces.keySet().forEach(space -> seatRefs.put(space, Scopes.seat(person, space)));
        List<UUID> refs = new ArrayList<>(organizations);
        refs.add(person.value());
        spaces.keySet().forEach(space -> refs.add(space.value()));
        refs.addAll(seatRefs.values());
        former.keySet().forEach(one -> refs.add(one.space().value()));
        Map<UUID, Scopes.Scope> known = scopes.known(refs);

        Set<Integer> keys = new TreeSet<>();
        keys.add(Door.of(Scopes.PUBLIC, Door.ALL));
        Map<Integer, SpaceId> numbers = new HashMap<>();
        Set<Integer> seats = new HashSet<>();
        Set<Profile> everywhere = EnumSet.noneOf(Profile.class);
        spaces.forEach((space, grasp) -> {
            everywhere.addAll(grasp.profiles());
            Scopes.Scope scope = known.get(space.value());
            if (scope != null) {
                numbers.put(scope.no(), space);
                keys.add(Door.of(scope.no(), Door.ALL));
                grasp.profiles().forEach(profile -> keys.add(Door.of(scope.no(), profile)));
            }
            Scopes.Scope seat = known.get(seatRefs.get(space));
            if (seat != null) {
                seats.add(seat.no());
                keys.add(Door.of(seat.no(), Door.ALL));
                keys.add(Door.of(seat.no(), Door.INVOLVED));
            }
        });
        if (!spaces.isEmpty()) {
            // The network is its members: an account that belongs nowhere sees what is public and what names it.
            keys.add(Door.of(Scopes.NETWORK, Door.ALL));
            everywhere.forEach(profile -> keys.add(Door.of(Scopes.NETWORK, profile)));
        }
        Scopes.Scope self = known.get(person.value());
        if (self != null) {
            keys.add(Door.of(self.no(), Door.ALL));
            keys.add(Door.of(self.no(), Door.INVOLVED));
        }
        organizations.stream().map(known::get).filter(scope -> scope != null)
                .forEach(scope -> keys.add(Door.of(scope.no(), Door.ALL)));
        Map<Integer, Long> kept = new HashMap<>();
        former.forEach((one, until) -> {
            Scopes.Scope scope = known.get(one.space().value());
            if (scope != null) {
                kept.merge(Door.of(scope.no(), one.profile()), until, Math::max);
                kept.merge(Door.of(scope.no(), Door.ALL), until, Math::max);
            }
        });
        kept.keySet().removeAll(keys);
        return new AccessScope(viewer, spaces, numbers, seats, self == null ? 0 : self.no(), List.copyOf(keys), kept,
                hiding);
    }
}
