package fr.maillage.alliance;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScope;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Operation;
import fr.maillage.access.Role;
import fr.maillage.access.Subject;
import fr.maillage.base.Roundtrip;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.territory.GeoPoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of alliances. Their names, members and charters are public; proposals that wait for an answer are
 * shown to the coordinators of the two sides alone.
 */
@Service
@Transactional(readOnly = true)
public class Alliances {

    /** The most members shown of one alliance; the largest programme known has 183. */
    public static final int MOST_MEMBERS = 500;

    private static final int MOST_PROPOSALS = 100;

    /** What each part of an alliance's page asks. */
    private record MembersOf(SpaceId alliance) {}

    private record MembersOfAll(Set<SpaceId> alliances) {}

    private record DetailsOf(SpaceId alliance) {}

    private final AllianceQueries queries;
    private final AlliancePlaces places;
    private final AccessScopes scopes;
    private final AccessPolicy policy;
    private final Today today;
    private final Roundtrip roundtrip;

    Alliances(AllianceQueries queries, AlliancePlaces places, AccessScopes scopes, AccessPolicy policy, Today today,
            Roundtrip roundtrip) {
        this.roundtrip = roundtrip;
        this.queries = queries;
        this.places = places;
        this.scopes = scopes;
        this.policy = policy;
        this.today = today;
    }

    public Optional<AllianceDetails> find(SpaceId alliance) {
        return roundtrip.once(new DetailsOf(alliance), () -> queries.details("a.id = :key", alliance.value(), today.date()));
    }

    public Optional<AllianceDetails> find(String slug) {
        return queries.details("a.slug = :key", slug, today.date());
    }

    /**
     * A page of alliances in the order of their short names.
     *
     * @param text  letters of the name, accents or not; empty for all
     * @param after the last alliance of the page before, or null
     */
    public List<AllianceSummary> list(String text, @Nullable AllianceSummary after, int limit) {
        return queries.list(text, after, Math.min(limit, 200));
    }

    /** The active members of an alliance, in the order in which they joined. */
    public List<Membership> members(SpaceId alliance) {
        return roundtrip.once(new MembersOf(alliance), () -> queries.memberships(
                "m.alliance = :space and m.state = 'ACTIVE'", Map.of("space", alliance.value()), MOST_MEMBERS));
    }

    /** The active members of several alliances at once, for a list: one query. */
    public Map<SpaceId, List<Membership>> members(Collection<SpaceId> alliances) {
        return alliances.isEmpty() ? Map.of() : roundtrip.once(new MembersOfAll(Set.copyOf(alliances)), () -> queries
                .memberships("m.alliance in (:spaces) and m.state = 'ACTIVE'", Map.of("spaces", ids(alliances)),
                        MOST_MEMBERS * 4)
                .stream().collect(Collectors.groupingBy(Membership::alliance)));
    }

    /** The alliances of which a space is an active member. */
    public List<AllianceSummary> alliancesOf(SpaceId member) {
        return queries.alliancesOf(member);
    }

    /**
     * The proposals between a space and others that wait for an answer, on whichever side; none for those who do not
     * coordinate it.
     */
    public List<Membership> openProposals(SpaceId space) {
        if (!policy.may(Operation.ACCEPT_MEMBER, Subject.of(space))) {
            return List.of();
        }
        return queries.memberships("(m.alliance = :space or m.member = :space) and m.state = 'PROPOSED'",
                Map.of("space", space.value()), MOST_PROPOSALS);
    }

    /** The proposals that whoever is acting may answer, in all the spaces they coordinate. */
    public List<Membership> proposalsToAnswer() {
        AccessScope scope = scopes.current();
        Set<UUID> coordinated = ids(scope.spaces().stream()
                .filter(space -> scope.roleIn(space).filter(role -> role == Role.COORDINATOR).isPresent()).toList());
        return coordinated.isEmpty() ? List.of() : queries.memberships("""
                m.state = 'PROPOSED' and (m.proposed_side = 'MEMBER' and m.alliance in (:spaces)
                  or m.proposed_side = 'ALLIANCE' and m.member in (:spaces))""", Map.of("spaces", coordinated),
                MOST_PROPOSALS);
    }

    /** The versions of a charter, newest first; those that take effect later too. */
    public List<AdoptedCharter> charterHistory(SpaceId alliance, int limit) {
        return queries.charters(alliance, Math.min(limit, 200));
    }

    /** Where these territories and alliances are on the map; what has no place is absent. */
    public Map<SpaceId, GeoPoint> places(Collection<SpaceId> spaces) {
        return places.of(spaces);
    }

    private static Set<UUID> ids(Collection<SpaceId> spaces) {
        return spaces.stream().map(SpaceId::value).collect(Collectors.toSet());
    }
}
