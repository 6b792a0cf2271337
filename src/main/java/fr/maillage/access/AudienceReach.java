package fr.maillage.access;

import fr.maillage.access.AllianceFacts.AllianceLink;
import fr.maillage.access.Audience.Grant;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works out an audience before it is given: whom one may choose, how many people it reaches, whether a profile of a
 * space is among them. Tells nothing of any item.
 */
@Service
@Transactional(readOnly = true)
public class AudienceReach {

    /** People are counted up to here; beyond, the count says so. */
    public static final int MOST_PEOPLE = 5_000;

    /** Charters nest a few levels at most; a circle in the data must not hold the request. */
    private static final int MOST_LEVELS = 8;

    /**
     * What an author may choose from.
     *
     * @param alliances  those the owner space belongs to, nearest first, each with the short names of its members
     * @param mayPublish whether whoever acts may show something to everybody
     */
    public record Choices(Spaces.Space owner, Map<Spaces.Space, List<Spaces.Space>> alliances, boolean mayPublish) {}

    /**
     * How many people an audience reaches.
     *
     * @param people    the people who would see the item, its author among them, at most {@link #MOST_PEOPLE}
     * @param newcomers those among them who do not see it today
     * @param everybody whether it needs no account, so that people cannot be counted
     */
    public record Reach(int people, int newcomers, boolean everybody) {

        public boolean isMore() {
            return people >= MOST_PEOPLE;
        }
    }

    private final AllianceFacts upward;
    private final ObjectProvider<AllianceMembers> downward;
    private final ObjectProvider<PeopleLookup> people;
    private final Spaces spaces;
    private final AccessPolicy policy;
    private final Today today;

    AudienceReach(AllianceFacts upward, ObjectProvider<AllianceMembers> downward,
            ObjectProvider<PeopleLookup> people, Spaces spaces, AccessPolicy policy, Today today) {
        this.upward = upward;
        this.downward = downward;
        this.people = people;
        this.spaces = spaces;
        this.policy = policy;
        this.today = today;
    }

    /** @throws NotVisible when there is no such space */
    public Choices choices(SpaceId owner) {
        LocalDate on = today.date();
        Set<SpaceId> alliances = new LinkedHashSet<>();
        Set<SpaceId> level = Set.of(owner);
        for (int i = 0; i < MOST_LEVELS && !level.isEmpty(); i++) {
            Set<SpaceId> next = new LinkedHashSet<>();
            upward.linksFrom(level, on).forEach(link -> next.add(link.alliance()));
            next.removeIf(alliance -> alliance.equals(owner) || !alliances.add(alliance));
            level = next;
        }
        Map<SpaceId, List<SpaceId>> members = new LinkedHashMap<>();
        alliances.forEach(alliance -> members.put(alliance, new ArrayList<>()));
        if (!alliances.isEmpty()) {
            downward.getObject().linksTo(alliances, on).forEach(link -> members.get(link.alliance()).add(link.member()));
        }
        Set<SpaceId> all = new HashSet<>(alliances);
        all.add(owner);
        members.values().forEach(all::addAll);
        Map<SpaceId, Spaces.Space> known = spaces.find(all);
        if (!known.containsKey(owner)) {
            throw new NotVisible();
        }
        Map<Spaces.Space, List<Spaces.Space>> named = new LinkedHashMap<>();
        members.forEach((alliance, in) -> {
            if (known.containsKey(alliance)) {
                named.put(known.get(alliance), in.stream().filter(known::containsKey).map(known::get).toList());
            }
        });
        return new Choices(known.get(owner), named,
                policy.may(Operation.EDIT_SETTINGS, Subject.of(owner)));
    }

    /** What a new item of that space starts from: what the charter says of an alliance, else all the people there. */
    public Audience proposed(SpaceId owner) {
        return upward.proposedAudience(owner, today.date()).orElseGet(() -> Audience.ofSpace(owner));
    }

    /**
     * Counts, exactly up to {@link #MOST_PEOPLE}.
     *
     * @param before the audience the item has, or null for a new one
     */
    public Reach reach(Audience audience, @Nullable Audience before, PersonId author) {
        Set<PersonId> reached = people(audience, author);
        Set<PersonId> already = before == null ? Set.of(author) : people(before, author);
        long newcomers = before == null ? reached.size() - 1L
                : reached.stream().filter(person -> !already.contains(person)).count();
        return new Reach(reached.size(), (int) newcomers, audience.isPublic());
    }

    private Set<PersonId> people(Audience audience, PersonId author) {
        LocalDate on = today.date();
        Set<PersonId> all = new HashSet<>(Set.of(author));
        Map<SpaceId, Set<Profile>> asked = new HashMap<>();
        List<OrganizationId> organizations = new ArrayList<>();
        for (Grant grant : audience.grants()) {
            switch (grant.scope()) {
                case AudienceScope.Space space -> asked.computeIfAbsent(space.id(), s -> EnumSet.noneOf(Profile.class))
                        .addAll(grant.profiles());
                case AudienceScope.Person person -> all.add(person.id());
                case AudienceScope.Organization organization -> organizations.add(organization.id());
                case AudienceScope.Network _ -> all.addAll(people.getObject().membersAnywhere(grant.profiles(), on, MOST_PEOPLE));
                case AudienceScope.Public _ -> all.addAll(people.getObject().membersAnywhere(EnumSet.allOf(Profile.class), on,
                        MOST_PEOPLE));
            }
        }
        if (!asked.isEmpty()) {
            all.addAll(people.getObject().membersOf(below(asked, on), on, MOST_PEOPLE));
        }
        if (!organizations.isEmpty()) {
            all.addAll(people.getObject().membersFor(organizations, on, MOST_PEOPLE));
        }
        return all;
    }

    /** The spaces whose members a grant to these reaches: they themselves and, for alliances, what is below them. */
    private Map<SpaceId, Set<Profile>> below(Map<SpaceId, Set<Profile>> asked, LocalDate on) {
        Map<SpaceId, Set<Profile>> all = new HashMap<>();
        asked.forEach((space, profiles) -> all.put(space, EnumSet.copyOf(profiles)));
        Set<SpaceId> level = asked.keySet();
        for (int i = 0; i < MOST_LEVELS && !level.isEmpty(); i++) {
            Set<SpaceId> next = new HashSet<>();
            for (AllianceLink link : downward.getObject().linksTo(level, on)) {
                Set<Profile> through = EnumSet.copyOf(all.get(link.alliance()));
                through.retainAll(link.charterRoles().keySet());
                if (!through.isEmpty() && all.computeIfAbsent(link.member(), s -> EnumSet.noneOf(Profile.class))
                        .addAll(through)) {
                    next.add(link.member());
                }
            }
            level = next;
        }
        return all;
    }

    /**
     * Whether a person with that profile and no other, a member of that space alone, would see an item with that
     * audience, and how far the grant goes.
     *
     * @param space   null for somebody without an account
     * @param profile null for somebody without an account
     */
    public Optional<Level> level(Audience audience, @Nullable SpaceId space, @Nullable Profile profile) {
        Set<SpaceId> held = space == null || profile == null ? Set.of() : above(space, profile);
        return audience.grants().stream().filter(grant -> switch (grant.scope()) {
            case AudienceScope.Public _ -> true;
            case AudienceScope.Network _ -> profile != null && grant.profiles().contains(profile);
            case AudienceScope.Space granted -> profile != null && held.contains(granted.id())
                    && grant.profiles().contains(profile);
            case AudienceScope.Person _, AudienceScope.Organization _ -> false;
        }).map(Grant::level).max(Level::compareTo);
    }

    private Set<SpaceId> above(SpaceId space, Profile profile) {
        LocalDate on = today.date();
        Set<SpaceId> held = new HashSet<>(Set.of(space));
        Set<SpaceId> level = Set.of(space);
        for (int i = 0; i < MOST_LEVELS && !level.isEmpty(); i++) {
            Set<SpaceId> next = new HashSet<>();
            for (AllianceLink link : upward.linksFrom(level, on)) {
                if (link.charterRoles().containsKey(profile) && held.add(link.alliance())) {
                    next.add(link.alliance());
                }
            }
            level = next;
        }
        return held;
    }

    /** People and organizations that whoever acts may name, as {@link PeopleLookup#find} tells them. */
    public List<PeopleLookup.Found> find(String typed, SpaceId near) {
        return people.getObject().find(typed, near, 20);
    }

    /** The names of the people and organizations that an audience names. */
    public List<PeopleLookup.Found> named(Audience audience) {
        Collection<AudienceScope> scopes = audience.grants().stream().map(Grant::scope)
                .filter(scope -> scope instanceof AudienceScope.Person || scope instanceof AudienceScope.Organization)
                .toList();
        if (scopes.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names = people.getObject().names(scopes);
        return scopes.stream().filter(scope -> names.containsKey(id(scope)))
                .map(scope -> new PeopleLookup.Found(scope, names.get(id(scope)), ""))
                .sorted(Comparator.comparing(PeopleLookup.Found::name)).toList();
    }

    private static @Nullable UUID id(AudienceScope scope) {
        return switch (scope) {
            case AudienceScope.Person person -> person.id().value();
            case AudienceScope.Organization organization -> organization.id().value();
            default -> null;
        };
    }
}
