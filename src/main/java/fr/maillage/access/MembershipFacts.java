package fr.maillage.access;

import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who belongs where, answered by the module that keeps memberships. */
public interface MembershipFacts {

    /** A membership that counts: active, and within its dates. */
    record DirectMembership(SpaceId space, OrganizationId organization, Profile profile, Role role) {}

    /** The memberships of a person that count on that day. */
    List<DirectMembership> membershipsThatCount(PersonId person, LocalDate on);

    /** The same for many people at once; those without any are absent. */
    Map<PersonId, List<DirectMembership>> membershipsOf(Collection<PersonId> people, LocalDate on);

    /** The memberships held for these organizations that count on that day; those without any are absent. */
    Map<OrganizationId, List<DirectMembership>> membershipsFor(Collection<OrganizationId> organizations,
            LocalDate on);
}
