package fr.maillage.plan;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.Listings;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.coediting.LiveTextChanged;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.LiveTexts;
import fr.maillage.coediting.MarkdownText;
import fr.maillage.coediting.RichText;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The texts of an action that several people write at once. Each begins as what its field held in Markdown, when it is
 * first opened: by the server, once, while the action is locked. From then on the text is the truth and the field
 * follows it as plain words, for search, lists and whether the action is complete.
 */
@Service
public class ActionTexts {

    private static final Duration ONE_SITTING = Duration.ofMinutes(10);

    private final LiveTexts texts;
    private final ActionStore actions;
    private final FieldStore fields;
    private final AccessPolicy policy;
    private final Listings listings;
    private final PlanRooms rooms;
    private final ApplicationEventPublisher events;
    private final Today today;
    private final TransactionTemplate transaction;

    ActionTexts(LiveTexts texts, ActionStore actions, FieldStore fields, AccessPolicy policy, Listings listings,
            PlanRooms rooms, ApplicationEventPublisher events, Today today, TransactionTemplate transaction) {
        this.texts = texts;
        this.actions = actions;
        this.fields = fields;
        this.policy = policy;
        this.listings = listings;
        this.rooms = rooms;
        this.events = events;
        this.today = today;
        this.transaction = transaction;
    }

    private static LiveTextRef ref(ActionId action, ActionField<?> field) {
        return field.text(action);
    }

    /**
     * The text of a field, made now if nobody opened it before.
     *
     * @throws NotVisible when the action is not meant for whoever acts
     */
    public LiveTextId open(ActionId action, ActionField<String> field) {
        if (!field.isLive()) {
            throw new IllegalArgumentException("Not a live text: " + field);
        }
        policy.require(Operation.VIEW, ActionService.subject(action));
        LiveTextRef ref = ref(action, field);
        return texts.find(ref).orElseGet(() -> Objects.requireNonNull(
                transaction.execute(status -> begin(action, field, ref))));
    }

    /** In a transaction of its own that begins with the lock, so that it sees what another first opening made. */
    private LiveTextId begin(ActionId action, ActionField<String> field, LiveTextRef ref) {
        actions.lock(action);
        String written = Objects.requireNonNullElse(fields.get(action, field), "");
        return texts.create(ref, MarkdownText.read(written), actions.writer(action, field));
    }

    /** Whether whoever acts may write in the texts of an action. */
    public boolean mayWrite(ActionId action) {
        return policy.may(Operation.EDIT_LIVE, ActionService.subject(action));
    }

    /**
     * The text of a field as it stands, for those who cannot follow it; none when it still is the field's Markdown.
     *
     * @throws NotVisible when the action is not meant for whoever acts
     */
    @Transactional(readOnly = true)
    public Optional<RichText> read(ActionId action, ActionField<String> field) {
        policy.require(Operation.VIEW, ActionService.subject(action));
        LiveTextRef ref = ref(action, field);
        return texts.find(ref).map(id -> texts.read(ref));
    }

    /** Whether the field has become a text, so that it is not set any more. */
    boolean isOpened(FieldRef<?> field) {
        return field.field().isLive() && texts.find(ref(field.action(), field.field())).isPresent();
    }

    /** The field follows its text, in the transaction that stores the words. */
    @EventListener
    @Transactional
    void follow(LiveTextChanged changed) {
        if (!changed.ref().item().kind().equals(ActionService.KIND)) {
            return;
        }
        ActionField.LIVE.stream().filter(field -> field.column().equals(changed.ref().field())).findFirst()
                .ifPresent(field -> follow(new ActionId(changed.ref().item().id()), field, changed));
    }

    private void follow(ActionId id, ActionField<String> field, LiveTextChanged changed) {
        ActionStore.Locked action = actions.lock(id);
        if (changed.text().equals(fields.get(id, field))) {
            return;
        }
        PersonId by = changed.writers().stream().min((a, b) -> a.value().compareTo(b.value())).orElse(null);
        boolean sameSitting = by == null || fields.changedSince(id, by, today.now().minus(ONE_SITTING));
        long version = fields.follow(FieldRef.of(id, field), changed.text(),
                by == null ? actions.writer(id, field) : by);
        listings.moved(id.value());
        if (by != null) {
            rooms.tell(new ActionChange.FieldSet<>(FieldRef.of(id, field), action.plan(), changed.text(), version, by,
                    changed.at()));
        }
        if (!sameSitting) {
            events.publishEvent(new ItemHappened(ActionService.KIND.name(), id.value(), action.owner(), "updated",
                    Objects.requireNonNull(by), ""));
        }
    }
}
