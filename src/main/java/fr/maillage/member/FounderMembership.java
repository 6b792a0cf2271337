package fr.maillage.member;

import fr.maillage.access.MembershipFacts;
import fr.maillage.access.MembershipFacts.DirectMembership;
import fr.maillage.access.Role;
import fr.maillage.alliance.AllianceFounded;
import fr.maillage.base.Ids;
import fr.maillage.base.Today;
import java.util.Comparator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes whoever founds an alliance its first coordinator, in the same transaction: an alliance without one could not
 * answer anybody.
 */
@Component
class FounderMembership {

    private final MembershipRepository memberships;
    private final MembershipFacts facts;
    private final Today today;

    FounderMembership(MembershipRepository memberships, MembershipFacts facts, Today today) {
        this.memberships = memberships;
        this.facts = facts;
        this.today = today;
    }

    /** They act there for the organization and under the profile with which they coordinate the founding member. */
    @EventListener
    void on(AllianceFounded founded) {
        facts.membershipsThatCount(founded.founder(), today.date()).stream()
                .filter(membership -> membership.space().equals(founded.foundingMember()))
                .max(Comparator.comparing(DirectMembership::role))
                .ifPresent(membership -> memberships.save(Membership.settled(Ids.next(), founded.founder(),
                        founded.alliance(), membership.organization(), membership.profile(), Role.COORDINATOR,
                        today.date(), null, today.now())));
    }
}
