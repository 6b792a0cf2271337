package fr.maillage.access;

import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import java.util.List;

/** Who belongs where, answered by the module that keeps memberships. */
public interface MembershipFacts {

    /** A membership that counts: active, and within its dates. */
    record DirectMembership(SpaceId space, OrganizationId organization, Profile profile, Role role) {}

    /** The memberships of a person that count on that day. */
    List<DirectMembership> membershipsThatCount(PersonId person, LocalDate on);
}
