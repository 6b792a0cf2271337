package fr.maillage.plan;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Audience;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Listings;
import fr.maillage.access.Operation;
import fr.maillage.access.Sharing;
import fr.maillage.access.Subject;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes and changes plans. Every method answers as the access module does: {@link fr.maillage.access.NotVisible} for
 * what is not meant for whoever acts, {@link fr.maillage.access.Refused} for what they may not do.
 */
@Service
@Transactional
public class PlanService {

    public static final ItemKind KIND = new ItemKind(3, "plan");

    private final PlanRepository plans;
    private final PlanStore store;
    private final AccessPolicy policy;
    private final Sharing sharing;
    private final Listings listings;
    private final AuditLog audit;
    private final CurrentViewer viewer;
    private final Today today;
    private final ApplicationEventPublisher events;

    PlanService(PlanRepository plans, PlanStore store, AccessPolicy policy, Sharing sharing, Listings listings,
            AuditLog audit, CurrentViewer viewer, Today today, ApplicationEventPublisher events) {
        this.plans = plans;
        this.store = store;
        this.policy = policy;
        this.sharing = sharing;
        this.listings = listings;
        this.audit = audit;
        this.viewer = viewer;
        this.today = today;
        this.events = events;
    }

    static ItemRef ref(PlanId plan) {
        return new ItemRef(KIND, plan.value());
    }

    static Subject subject(PlanId plan) {
        return Subject.of(ref(plan));
    }

    /**
     * Starts a plan, as a draft.
     *
     * @throws fr.maillage.base.InvalidInput on a field of the draft
     */
    public PlanId create(SpaceId owner, PlanDraft draft, Audience audience) {
        sharing.requireCreation(owner, audience);
        Plan plan = plans.saveAndFlush(Plan.draft(owner, viewer.person(), draft, today.now()));
        listings.open(ref(plan.planId()), owner, viewer.person(), audience, plan.facts());
        audit.record(Operation.CREATE, KIND.name(), plan.getId(), owner, "plan made");
        happened(plan, "created");
        return plan.planId();
    }

    /**
     * Replaces what the form of a plan holds, but for the summary: {@link PlanTexts}.
     *
     * @param version the one that came with the form
     * @return the new version
     * @throws fr.maillage.base.EditedMeanwhile when somebody saved it since
     * @throws fr.maillage.base.InvalidInput    on a field of the draft
     */
    public long edit(PlanId id, long version, PlanDraft draft) {
        Plan plan = locked(id, Operation.EDIT);
        plan.rewrite(draft, version, today.now());
        plans.flush();
        listings.update(plan.getId(), plan.facts());
        happened(plan, "updated");
        return plan.version();
    }

    /** @throws PlanNotThere when it is no draft */
    public void submit(PlanId id) {
        advance(id, Operation.EDIT, Plan::submit, "submitted");
    }

    /** @throws PlanNotThere when nobody has submitted it */
    public void validate(PlanId id) {
        advance(id, Operation.VALIDATE, Plan::validate, "validated");
    }

    /** @throws PlanNotThere when it has not been validated */
    public void contract(PlanId id) {
        advance(id, Operation.VALIDATE, Plan::contract, "contracted");
    }

    /** Makes a draft of it again. */
    public void reopen(PlanId id) {
        advance(id, Operation.VALIDATE, Plan::reopen, "reopened");
    }

    private void advance(PlanId id, Operation operation, BiConsumer<Plan, LocalDate> step, String verb) {
        Plan plan = locked(id, operation);
        step.accept(plan, today.date());
        plans.flush();
        listings.update(plan.getId(), plan.facts());
        audit.record(operation, KIND.name(), plan.getId(), plan.owner(), verb);
        happened(plan, verb);
    }

    /** Names somebody; a pilot sees the plan from now on and may edit it. Naming twice changes nothing. */
    public void addPerson(PlanId id, Involvement part, PersonId person) {
        Plan plan = locked(id, Operation.PILOT);
        store.addPerson(id, part, person);
        peopleChanged(plan, part, person, "named");
    }

    public void removePerson(PlanId id, Involvement part, PersonId person) {
        Plan plan = locked(id, Operation.PILOT);
        store.removePerson(id, part, person);
        peopleChanged(plan, part, person, "no longer named");
    }

    private void peopleChanged(Plan plan, Involvement part, PersonId person, String what) {
        if (part == Involvement.PILOT) {
            listings.involve(plan.getId(), store.people(plan.planId(), part));
        }
        audit.record(Operation.PILOT, KIND.name(), plan.getId(), plan.owner(),
                part + " " + person.value() + " " + what);
    }

    /** Replaces the audience of the plan; the actions in it keep theirs. */
    public boolean share(PlanId id, Audience audience) {
        Plan plan = locked(id, Operation.VIEW);
        boolean changed = sharing.share(ref(id), plan.owner(), audience);
        if (changed) {
            happened(plan, "shared");
        }
        return changed;
    }

    /** Puts the plan away: it can be read, and changed no more. */
    public void archive(PlanId id) {
        Plan plan = locked(id, Operation.ARCHIVE);
        plan.archive(today.now());
        listings.archive(plan.getId());
        audit.record(Operation.ARCHIVE, KIND.name(), plan.getId(), plan.owner(), "archived");
        happened(plan, "archived");
    }

    public void restore(PlanId id) {
        Plan plan = locked(id, Operation.RESTORE);
        plan.restore();
        listings.restore(plan.getId());
        audit.record(Operation.RESTORE, KIND.name(), plan.getId(), plan.owner(), "restored");
        happened(plan, "restored");
    }

    private Plan locked(PlanId id, Operation operation) {
        store.lock(id);
        policy.require(operation, subject(id));
        return plans.findById(id.value()).orElseThrow();
    }

    private void happened(Plan plan, String verb) {
        listings.moved(plan.getId());
        events.publishEvent(
                new ItemHappened(KIND.name(), plan.getId(), plan.owner(), verb, viewer.person(), ""));
    }
}
