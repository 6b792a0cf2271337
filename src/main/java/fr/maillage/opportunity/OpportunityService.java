package fr.maillage.opportunity;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Audience;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.Listings;
import fr.maillage.access.MembershipFacts;
import fr.maillage.access.MembershipFacts.DirectMembership;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Sharing;
import fr.maillage.access.Subject;
import fr.maillage.base.EditedMeanwhile;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts, changes, shares and ends opportunities. Whoever acts is asked the access module's question each time. */
@Service
@Transactional
public class OpportunityService {

    private final Opportunities opportunities;
    private final AccessPolicy policy;
    private final Sharing sharing;
    private final Listings listings;
    private final AuditLog audit;
    private final CurrentViewer viewer;
    private final MembershipFacts memberships;
    private final Today today;
    private final ApplicationEventPublisher events;

    OpportunityService(Opportunities opportunities, AccessPolicy policy, Sharing sharing, Listings listings,
            AuditLog audit, CurrentViewer viewer, MembershipFacts memberships, Today today,
            ApplicationEventPublisher events) {
        this.opportunities = opportunities;
        this.policy = policy;
        this.sharing = sharing;
        this.listings = listings;
        this.audit = audit;
        this.viewer = viewer;
        this.memberships = memberships;
        this.today = today;
        this.events = events;
    }

    /**
     * Posts a new opportunity in a space.
     *
     * @param id           chosen by the caller, so that the same form sent twice posts once
     * @param organization for which the author speaks, one of those of their memberships; null takes the one of their
     *                     membership in the space
     * @throws InvalidInput on {@code deadline} when it has passed, on {@code organization} when it is not theirs
     */
    public OpportunityId post(OpportunityId id, SpaceId owner, @Nullable OrganizationId organization,
            OpportunityContent content, Audience audience) {
        sharing.requireCreation(owner, audience);
        PersonId author = viewer.person();
        Opportunity before = opportunities.findById(id.value()).orElse(null);
        if (before != null) {
            if (!before.author().equals(author)) {
                throw new NotVisible();
            }
            return id;
        }
        requireAhead(content.deadline());
        Opportunity posted = opportunities.saveAndFlush(Opportunity.post(id, owner,
                speaksFor(author, owner, organization), author, content, today.now()));
        listings.open(id.ref(), owner, author, audience, posted.facts());
        audit.record(Operation.CREATE, OpportunityId.KIND.name(), id.value(), owner, "posted");
        happened(posted, "created", "");
        return id;
    }

    /**
     * Replaces what an opportunity says.
     *
     * @param version the one that was read
     * @throws EditedMeanwhile when it has been saved since
     */
    public void edit(OpportunityId id, long version, OpportunityContent content) {
        Opportunity opportunity = find(id, Operation.EDIT);
        if (opportunity.version() != version) {
            throw new EditedMeanwhile(opportunity.changedAt(), opportunity.version());
        }
        if (content.deadline() != null && !content.deadline().equals(opportunity.deadline())) {
            requireAhead(content.deadline());
        }
        opportunity.rewrite(content, today.now());
        listings.update(id.value(), opportunity.facts());
        listings.moved(id.value());
        happened(opportunity, "updated", "");
    }

    /** Gives it another audience; {@link Sharing#share} says what is asked. */
    public void share(OpportunityId id, Audience audience) {
        Opportunity opportunity = find(id, Operation.VIEW);
        if (sharing.share(id.ref(), opportunity.owner(), audience)) {
            listings.moved(id.value());
            happened(opportunity, "shared", "");
        }
    }

    /** Ends it, saying how; a second time changes nothing. */
    public void close(OpportunityId id, Outcome outcome, String words) {
        Opportunity opportunity = find(id, Operation.EDIT);
        if (opportunity.close(outcome, words, today.now())) {
            listings.update(id.value(), opportunity.facts());
            listings.moved(id.value());
            audit.record(Operation.EDIT, OpportunityId.KIND.name(), id.value(), opportunity.owner(),
                    "closed: " + outcome);
            happened(opportunity, "closed", "");
        }
    }

    /** Takes up again what had ended. */
    public void reopen(OpportunityId id) {
        Opportunity opportunity = find(id, Operation.EDIT);
        if (opportunity.reopen(today.now())) {
            listings.update(id.value(), opportunity.facts());
            listings.moved(id.value());
            audit.record(Operation.EDIT, OpportunityId.KIND.name(), id.value(), opportunity.owner(), "reopened");
            happened(opportunity, "reopened", "");
        }
    }

    /** Takes it out of the lists; those who could see it still can, by its address. */
    public void archive(OpportunityId id) {
        Opportunity opportunity = find(id, Operation.ARCHIVE);
        if (opportunity.archive()) {
            listings.archive(id.value());
            audit.record(Operation.ARCHIVE, OpportunityId.KIND.name(), id.value(), opportunity.owner(), "archived");
            happened(opportunity, "archived", "");
        }
    }

    public void restore(OpportunityId id) {
        Opportunity opportunity = find(id, Operation.RESTORE);
        if (opportunity.restore()) {
            listings.restore(id.value());
            audit.record(Operation.RESTORE, OpportunityId.KIND.name(), id.value(), opportunity.owner(), "restored");
            happened(opportunity, "restored", "");
        }
    }

    private Opportunity find(OpportunityId id, Operation operation) {
        policy.require(operation, Subject.of(id.ref()));
        return opportunities.findById(id.value()).orElseThrow(NotVisible::new);
    }

    private void requireAhead(@Nullable LocalDate deadline) {
        if (deadline != null && deadline.isBefore(today.date())) {
            throw new InvalidInput("deadline", "opportunity.deadlinePassed");
        }
    }

    private @Nullable OrganizationId speaksFor(PersonId author, SpaceId owner, @Nullable OrganizationId wanted) {
        List<DirectMembership> held = memberships.membershipsThatCount(author, today.date());
        if (wanted != null && held.stream().noneMatch(one -> one.organization().equals(wanted))) {
            throw new InvalidInput("organization", "opportunity.notYourOrganization");
        }
        return wanted != null ? wanted : held.stream().filter(one -> one.space().equals(owner)).findFirst()
                .or(() -> held.stream().findFirst()).map(DirectMembership::organization).orElse(null);
    }

    private void happened(Opportunity opportunity, String verb, String detail) {
        events.publishEvent(new ItemHappened(OpportunityId.KIND.name(), opportunity.id().value(), opportunity.owner(),
                verb, viewer.person(), detail));
    }
}
