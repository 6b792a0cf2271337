package fr.maillage.opportunity;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.MembershipFacts;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People say that an opportunity interests them; the owner's side answers. */
@Service
@Transactional
public class InterestService {

    /** Somebody is interested. Told to those who may answer, never to others who are interested. */
    public record InterestExpressed(UUID opportunity, UUID interest, PersonId person) {}

    /** The owner's side answered. Told to the person who had expressed the interest. */
    public record InterestAnswered(UUID opportunity, UUID interest, PersonId person, InterestState state) {}

    private final Opportunities opportunities;
    private final Interests interests;
    private final AccessPolicy policy;
    private final AuditLog audit;
    private final CurrentViewer viewer;
    private final MembershipFacts memberships;
    private final Today today;
    private final ApplicationEventPublisher events;

    InterestService(Opportunities opportunities, Interests interests, AccessPolicy policy,
            AuditLog audit, CurrentViewer viewer, MembershipFacts memberships, Today today,
            ApplicationEventPublisher events) {
        this.opportunities = opportunities;
        this.interests = interests;
        this.policy = policy;
        this.audit = audit;
        this.viewer = viewer;
        this.memberships = memberships;
        this.today = today;
        this.events = events;
    }

    /**
     * Says that whoever acts is interested. Once per person: again changes nothing, after a withdrawal it starts anew.
     *
     * @throws InvalidInput on {@code message} when it is empty, when the opportunity has ended or is their own
     */
    public UUID express(OpportunityId id, String message) {
        policy.require(Operation.EXPRESS_INTEREST, Subject.of(id.ref()));
        Opportunity opportunity = opportunities.findById(id.value()).orElseThrow(NotVisible::new);
        PersonId person = viewer.person();
        if (opportunity.author().equals(person)) {
            throw new InvalidInput("message", "opportunity.interest.own");
        }
        Interest before = interests.findByOpportunityAndPerson(id.value(), person.value()).orElse(null);
        if (before != null && !before.isWithdrawn()) {
            return before.id();
        }
        boolean passed = opportunity.deadline() != null && opportunity.deadline().isBefore(today.date());
        if (!opportunity.isOpen() || passed) {
            throw new InvalidInput("message", passed ? "opportunity.interest.passed" : "opportunity.interest.closed");
        }
        OrganizationId organization = organizationOf(person);
        Interest interest;
        if (before == null) {
            interest = interests.saveAndFlush(Interest.express(id, person, organization, message, today.now()));
        } else {
            before.expressAgain(organization, message, today.now());
            interest = before;
        }
        audit.record(Operation.EXPRESS_INTEREST, OpportunityId.KIND.name(), id.value(), opportunity.owner(), "");
        events.publishEvent(new InterestExpressed(id.value(), interest.id(), person));
        return interest.id();
    }

    /** Takes back the interest of whoever acts, if there is one. */
    public void withdraw(OpportunityId id) {
        policy.require(Operation.VIEW, Subject.of(id.ref()));
        interests.findByOpportunityAndPerson(id.value(), viewer.person().value()).ifPresent(Interest::withdraw);
    }

    /**
     * Answers an interest.
     *
     * @param state in discussion, accepted or declined
     * @throws NotVisible when there is no such interest, or its opportunity is not meant for whoever acts
     */
    public void answer(UUID interestId, InterestState state, String words) {
        Interest interest = interests.findById(interestId).orElseThrow(NotVisible::new);
        OpportunityId id = interest.opportunity();
        if (!policy.may(Operation.ANSWER_INTEREST, Subject.of(id.ref()))) {
            // Whoever may not answer must not learn that there is an interest.
            throw new NotVisible();
        }
        if (interest.answer(state, words, today.now())) {
            Opportunity opportunity = opportunities.findById(id.value()).orElseThrow(NotVisible::new);
            audit.record(Operation.ANSWER_INTEREST, OpportunityId.KIND.name(), id.value(), opportunity.owner(),
                    "interest " + interestId + ": " + state);
            events.publishEvent(new InterestAnswered(id.value(), interestId, interest.person(), state));
        }
    }

    private @Nullable OrganizationId organizationOf(PersonId person) {
        return memberships.membershipsThatCount(person, today.date()).stream().findFirst()
                .map(MembershipFacts.DirectMembership::organization).orElse(null);
    }
}
