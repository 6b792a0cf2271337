package fr.maillage.access;

import fr.maillage.access.MembershipFacts.DirectMembership;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which businesses a charter hides from whoever acts. Somebody who is in the network for a business alone is not told
 * of the people and firms that are there for a business alone, whom an alliance that hides businesses brings near and
 * no territory of their own does. What these wrote stays readable; who they are is masked.
 */
@Service
@Transactional(readOnly = true)
public class HiddenBusinesses {

    private static final int MOST_LEVELS = 8;

    private final AccessScopes scopes;
    private final MembershipFacts memberships;
    private final ObjectProvider<AllianceMembers> downward;
    private final Today today;

    HiddenBusinesses(AccessScopes scopes, MembershipFacts memberships, ObjectProvider<AllianceMembers> downward,
            Today today) {
        this.scopes = scopes;
        this.memberships = memberships;
        this.downward = downward;
        this.today = today;
    }

    /** Whether there may be people of whom this viewer is not told. */
    public boolean any(Viewer viewer) {
        return !scopes.of(viewer).hiding().isEmpty();
    }

    /** Those of these people whom whoever acts is not told of. No query for most readers. */
    public Set<PersonId> people(Collection<PersonId> ids) {
        AccessScope scope = scopes.current();
        return scope.hiding().isEmpty() ? Set.of() : people(scope, ids);
    }

    Set<PersonId> people(AccessScope scope, Collection<PersonId> ids) {
        if (ids.isEmpty() || scope.hiding().isEmpty() || !(scope.viewer() instanceof Viewer.SignedIn signedIn)) {
            return Set.of();
        }
        Set<PersonId> others = new HashSet<>(ids);
        others.remove(signedIn.person());
        return others.isEmpty() ? Set.of()
                : hidden(scope, signedIn, memberships.membershipsOf(others, today.date()));
    }

    /** Those of these organizations of which whoever acts is not told. */
    public Set<OrganizationId> organizations(Collection<OrganizationId> ids) {
        AccessScope scope = scopes.current();
        if (ids.isEmpty() || scope.hiding().isEmpty() || !(scope.viewer() instanceof Viewer.SignedIn signedIn)) {
            return Set.of();
        }
        return hidden(scope, signedIn, memberships.membershipsFor(ids, today.date()));
    }

    private <T> Set<T> hidden(AccessScope scope, Viewer.SignedIn viewer, Map<T, List<DirectMembership>> facts) {
        LocalDate on = today.date();
        Set<OrganizationId> mine = memberships.membershipsThatCount(viewer.person(), on).stream()
                .map(DirectMembership::organization).collect(Collectors.toSet());
        Set<SpaceId> near = new HashSet<>(scope.directSpaces());
        near.removeAll(scope.hiding());
        Set<SpaceId> brought = below(scope.hiding(), on);
        return facts.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(one ->
                        brought.contains(one.space())) && entry.getValue().stream().allMatch(one ->
                        one.profile() == Profile.BUSINESS && !near.contains(one.space())
                                && !mine.contains(one.organization())))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private Set<SpaceId> below(Set<SpaceId> alliances, LocalDate on) {
        Set<SpaceId> all = new HashSet<>(alliances);
        Set<SpaceId> level = alliances;
        for (int i = 0; i < MOST_LEVELS && !level.isEmpty(); i++) {
            level = downward.getObject().linksTo(level, on).stream().map(AllianceFacts.AllianceLink::member)
                    .filter(all::add).collect(Collectors.toSet());
        }
        return all;
    }
}
