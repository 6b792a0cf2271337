package fr.maillage.plan;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Listings;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Refused;
import fr.maillage.access.Sharing;
import fr.maillage.access.Subject;
import fr.maillage.base.Checks;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes actions and changes them, field by field. Every method first locks the action, then its plan where it
 * needs both, then asks for the right, so that what it reads cannot change under it; it answers as the access module
 * does.
 */
@Service
@Transactional
public class ActionService {

    public static final ItemKind KIND = new ItemKind(4, "action");

    /** An action has at most this many lines of a kind. */
    public static final int MOST_LINES = 100;
    /** A plan has at most this many actions. */
    public static final int MOST_ACTIONS = 2000;

    private static final Duration ONE_SITTING = Duration.ofMinutes(10);

    private final ActionStore actions;
    private final FieldStore fields;
    private final PlanStore plans;
    private final AccessPolicy policy;
    private final Sharing sharing;
    private final Listings listings;
    private final AuditLog audit;
    private final CurrentViewer viewer;
    private final Today today;
    private final PlanRooms rooms;
    private final ApplicationEventPublisher events;
    private final ActionTexts texts;

    ActionService(ActionStore actions, FieldStore fields, PlanStore plans, AccessPolicy policy, Sharing sharing,
            Listings listings, AuditLog audit, CurrentViewer viewer, Today today, PlanRooms rooms,
            ApplicationEventPublisher events, ActionTexts texts) {
        this.actions = actions;
        this.fields = fields;
        this.plans = plans;
        this.policy = policy;
        this.sharing = sharing;
        this.listings = listings;
        this.audit = audit;
        this.viewer = viewer;
        this.today = today;
        this.rooms = rooms;
        this.events = events;
        this.texts = texts;
    }

    static ItemRef ref(ActionId action) {
        return new ItemRef(KIND, action.value());
    }

    static Subject subject(ActionId action) {
        return Subject.of(ref(action));
    }

    /**
     * Adds an action at the end of an axis; it is meant for those the plan is meant for.
     *
     * @param axis null for an action in no axis
     * @throws InvalidInput on the title
     */
    public ActionId create(PlanId plan, @Nullable AxisId axis, String title) {
        return create(plan, axis, null, title, "", null);
    }

    /** Adds a sub-action at the end of an action; it is meant for those the action is meant for. */
    public ActionId createUnder(ActionId parent, String title) {
        ActionStore.Locked above = actions.lock(parent);
        if (above.parent() != null) {
            throw new InvalidInput(ActionField.TITLE.name(), "plan.action.tooDeep");
        }
        return create(above.plan(), null, parent, title, "", null);
    }

    /**
     * Makes an action of a practice, which keeps the link to it.
     *
     * @param text what becomes its description, Markdown
     * @throws NotVisible when the practice or the plan is not meant for whoever acts
     */
    public ActionId takeUp(UUID practice, String title, String text, PlanId plan, @Nullable AxisId axis) {
        ActionId action = create(plan, axis, null, title, text, practice);
        policy.require(Operation.VIEW, Subject.item(practice));
        events.publishEvent(new PracticeTakenUp(practice, action.value(), plan.value(),
                actions.lock(action).owner(), viewer.person(), today.now()));
        return action;
    }

    private ActionId create(PlanId plan, @Nullable AxisId axis, @Nullable ActionId parent, String title, String text,
            @Nullable UUID origin) {
        String checkedTitle = Objects.requireNonNull(ActionField.TITLE.checked(title));
        String checkedText = Checks.optional(ActionField.DESCRIPTION.name(), text, Checks.LONGEST_TEXT);
        PlanStore.Locked into = plans.lock(plan);
        requireMayAdd(into, parent);
        if (axis != null && plans.axis(plan, axis).isEmpty()) {
            throw new NotVisible();
        }
        PersonId author = viewer.person();
        ActionId action = ActionId.next();
        actions.insert(action, into, axis, parent, actions.place(plan, axis, parent, null), checkedTitle, checkedText,
                origin, author);
        listings.openInside(plan.value(), ref(action), into.owner(), author, startingAudience(into, parent),
                ActionStore.factsOfNew());
        audit.record(Operation.CREATE, KIND.name(), action.value(), into.owner(), "action made");
        events.publishEvent(new ItemHappened(KIND.name(), action.value(), into.owner(), "created", author, ""));
        rooms.tell(new ActionChange.OutlineChanged(parent == null ? action : parent, plan, author));
        return action;
    }

    /** Into a plan: who edits it, or creates in its space. Into an action: who edits the action. */
    private void requireMayAdd(PlanStore.Locked plan, @Nullable ActionId parent) {
        if (parent != null) {
            policy.require(Operation.EDIT, subject(parent));
        } else {
            policy.require(Operation.VIEW, PlanService.subject(plan.id()));
            if (!policy.may(Operation.EDIT, PlanService.subject(plan.id()))) {
                policy.require(Operation.CREATE, Subject.of(plan.owner()));
            }
        }
        if (plan.archived()) {
            throw new Refused(Operation.EDIT, "access.refused.archived");
        }
        if (actions.countIn(plan.id()) >= MOST_ACTIONS) {
            throw new InvalidInput(ActionField.TITLE.name(), "plan.tooManyActions", MOST_ACTIONS);
        }
    }

    /** That of the plan or of the action above; public only if whoever makes it may publish in the space. */
    private Audience startingAudience(PlanStore.Locked plan, @Nullable ActionId parent) {
        Audience audience = listings.audienceOf(parent == null ? plan.id().value() : parent.value());
        boolean publishes = policy.may(Operation.EDIT_SETTINGS, Subject.of(plan.owner()));
        return publishes ? audience : audience.without(new AudienceScope.Public());
    }

    /** Sets a field of the action itself; see {@link #set(FieldRef, long, Object)}. */
    public <T> Outcome<T> set(ActionId action, ActionField<T> field, long base, @Nullable T value) {
        return set(FieldRef.of(action, field), base, value);
    }

    /**
     * Sets one field, unless somebody else has since it was read. Two people who set different fields never meet; of
     * two who set the same one, the second is shown both values. The same value twice is no change.
     *
     * @param base the version that was read with the field, or that a conflict carried
     * @throws InvalidInput          when the value cannot be taken, or the line was removed meanwhile
     * @throws IllegalStateException when the field has become a {@link ActionTexts live text}
     */
    public <T> Outcome<T> set(FieldRef<T> ref, long base, @Nullable T value) {
        T checked = ref.field().checked(value);
        ActionStore.Locked action = edit(ref.action());
        if (texts.isOpened(ref)) {
            throw new IllegalStateException("Written in its live text: " + ref.field());
        }
        requireDatesInOrder(ref, checked);
        PersonId by = viewer.person();
        boolean sameSitting = fields.changedSince(action.id(), by, today.now().minus(ONE_SITTING));
        Outcome<T> outcome = fields.set(ref, base, checked, by);
        if (outcome instanceof Outcome.Applied<T>(var version, var kept) && version != base) {
            applied(action, ref, kept);
            rooms.tell(new ActionChange.FieldSet<>(ref, action.plan(), kept, version, by, today.now()));
            if (ref.field() == ActionField.STATUS) {
                happened(action, "status." + kept);
            } else if (!sameSitting) {
                happened(action, "updated");
            }
        }
        return outcome;
    }

    private <T> void requireDatesInOrder(FieldRef<T> ref, @Nullable T value) {
        if (ref.field() == ActionField.END) {
            Checks.inOrder(ActionField.END.name(), fields.get(ref.action(), ActionField.START), (LocalDate) value);
        } else if (ref.field() == ActionField.START) {
            LocalDate end = fields.get(ref.action(), ActionField.END);
            if (value != null && end != null && end.isBefore((LocalDate) value)) {
                throw new InvalidInput(ActionField.START.name(), "plan.startAfterEnd");
            }
        }
    }

    private static final Set<ActionField<?>> LISTED = Set.of(ActionField.STATUS, ActionField.PHASE,
            ActionField.PRIORITY, ActionField.THEMES, ActionField.END);

    private <T> void applied(ActionStore.Locked action, FieldRef<T> ref, @Nullable T kept) {
        if (ref.field() == ActionField.STATUS) {
            actions.done(action.id(), kept == ActionStatus.DONE ? today.date() : null);
        }
        if (LISTED.contains(ref.field())) {
            listings.update(action.id().value(), actions.facts(action.id()));
        }
        listings.moved(action.id().value());
    }

    /**
     * Adds an empty line.
     *
     * @throws InvalidInput when there are {@link #MOST_LINES} already
     */
    public UUID addLine(ActionId id, ActionField.Part part) {
        return addLine(id, part, null);
    }

    /** Adds an empty value to an indicator of the action. */
    public UUID addMeasure(ActionId id, UUID indicator) {
        return addLine(id, ActionField.Part.MEASURE, indicator);
    }

    private UUID addLine(ActionId id, ActionField.Part part, @Nullable UUID indicator) {
        if (part == ActionField.Part.ACTION || part == ActionField.Part.MEASURE != (indicator != null)) {
            throw new IllegalArgumentException("No line of " + part);
        }
        ActionStore.Locked action = edit(id);
        if (fields.countLines(id, part) >= MOST_LINES) {
            throw new InvalidInput(part.name(), "plan.tooManyLines", MOST_LINES);
        }
        if (indicator != null && !fields.hasLine(id, ActionField.Part.INDICATOR, indicator)) {
            throw new InvalidInput(part.name(), "plan.line.gone");
        }
        UUID line = Ids.next();
        fields.insertLine(id, part, line, indicator);
        listings.moved(id.value());
        rooms.tell(new ActionChange.LinesChanged(id, action.plan(), part, viewer.person()));
        return line;
    }

    /** Removes a line; one that is gone already is no error. */
    public void removeLine(ActionId id, ActionField.Part part, UUID line) {
        ActionStore.Locked action = edit(id);
        if (fields.deleteLine(id, part, line, viewer.person())) {
            listings.moved(id.value());
            rooms.tell(new ActionChange.LinesChanged(id, action.plan(), part, viewer.person()));
        }
    }

    /**
     * Moves an action within its plan. A sub-action stays in its action.
     *
     * @param axis   the axis it goes to, or null for none
     * @param before the action before which it goes, or null for the end
     */
    public void move(ActionId id, @Nullable AxisId axis, @Nullable ActionId before) {
        ActionStore.Locked action = actions.lock(id);
        PlanStore.Locked plan = plans.lock(action.plan());
        policy.require(Operation.EDIT, subject(id));
        if (axis != null && plans.axis(plan.id(), axis).isEmpty()) {
            throw new NotVisible();
        }
        AxisId target = action.parent() == null ? axis : null;
        actions.move(id, target, actions.place(plan.id(), target, action.parent(), before));
        rooms.tell(new ActionChange.OutlineChanged(id, plan.id(), viewer.person()));
    }

    /**
     * Replaces the audience: wider, narrower or public, each by its own right. Its sub-actions follow when they had the
     * same audience: what was told to the same people goes on being so.
     */
    public boolean share(ActionId id, Audience audience) {
        ActionStore.Locked action = actions.lock(id);
        Audience before = listings.audienceOf(id.value());
        boolean changed = sharing.share(ref(id), action.owner(), audience);
        if (changed) {
            actions.below(id).stream().filter(sub -> listings.audienceOf(sub.value()).equals(before))
                    .forEach(sub -> share(sub, audience));
            happened(action, "shared");
            rooms.outlineChanged(action.plan());
        }
        return changed;
    }

    /** Puts the action away: it leaves the plan and can still be read by its address. */
    public void archive(ActionId id) {
        ActionStore.Locked action = actions.lock(id);
        policy.require(Operation.ARCHIVE, subject(id));
        actions.archived(id, true);
        listings.archive(id.value());
        audit.record(Operation.ARCHIVE, KIND.name(), id.value(), action.owner(), "archived");
        happened(action, "archived");
        rooms.tell(new ActionChange.OutlineChanged(id, action.plan(), viewer.person()));
    }

    public void restore(ActionId id) {
        ActionStore.Locked action = actions.lock(id);
        policy.require(Operation.RESTORE, subject(id));
        actions.archived(id, false);
        listings.restore(id.value());
        audit.record(Operation.RESTORE, KIND.name(), id.value(), action.owner(), "restored");
        rooms.tell(new ActionChange.OutlineChanged(id, action.plan(), viewer.person()));
    }

    private ActionStore.Locked edit(ActionId id) {
        ActionStore.Locked action = actions.lock(id);
        policy.require(Operation.EDIT, subject(id));
        return action;
    }

    private void happened(ActionStore.Locked action, String verb) {
        listings.moved(action.id().value());
        events.publishEvent(new ItemHappened(KIND.name(), action.id().value(), action.owner(), verb, viewer.person(),
                ""));
    }
}
