package fr.maillage.plan;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.Listings;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.LiveTextChanged;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTexts;
import fr.maillage.coediting.OpenedTexts;
import fr.maillage.coediting.OpenedTexts.Written;
import fr.maillage.coediting.RichText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The summary of a plan, written together: it begins as the Markdown of the plan’s form, when somebody who may write opens
 * it. From then on the text is the truth, and the plan’s own column follows it as plain words.
 */
@Service
public class PlanTexts {

    private static final Duration ONE_SITTING = Duration.ofMinutes(10);

    private record Stored(String summary, Instant changedAt) {}

    private final OpenedTexts opened;
    private final LiveTexts texts;
    private final PlanStore plans;
    private final AccessPolicy policy;
    private final Listings listings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PlanTexts(OpenedTexts opened, LiveTexts texts, PlanStore plans, AccessPolicy policy, Listings listings,
            JdbcClient jdbc, ApplicationEventPublisher events) {
        this.opened = opened;
        this.texts = texts;
        this.plans = plans;
        this.policy = policy;
        this.listings = listings;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * The summary, if somebody has opened it.
     *
     * @throws NotVisible when the plan is not meant for whoever acts
     */
    public Optional<LiveTextId> summary(PlanId plan) {
        return Optional.ofNullable(opened.of(PlanService.ref(plan)).get(PlanTextFields.SUMMARY));
    }

    /**
     * The summary, opened now if nobody did before.
     *
     * @throws NotVisible                 when the plan is not meant for whoever acts
     * @throws fr.maillage.access.Refused when they may not write in it
     */
    public LiveTextId openSummary(PlanId plan) {
        policy.require(Operation.EDIT_LIVE, PlanService.subject(plan));
        return opened.open(PlanTextFields.summary(plan), () -> {
            plans.lock(plan);
            return jdbc.sql("select summary, author from plan where id = :id").param("id", plan.value())
                    .query((row, n) -> new Written(row.getString(1), new PersonId(row.getObject(2, UUID.class))))
                    .single();
        });
    }

    /**
     * The summary as it stands, for those who cannot follow it.
     *
     * @throws NotVisible when the plan is not meant for whoever acts, or nobody has opened its summary
     */
    public RichText read(PlanId plan) {
        return texts.read(PlanTextFields.summary(plan));
    }

    /** The plan follows its summary, in the transaction that stores the words. */
    @EventListener
    @Transactional
    void follow(LiveTextChanged changed) {
        if (changed.ref().item().kind().equals(PlanService.KIND) && changed.ref().field().equals(PlanTextFields.SUMMARY)) {
            follow(new PlanId(changed.ref().item().id()), changed);
        }
    }

    private void follow(PlanId id, LiveTextChanged changed) {
        PlanStore.Locked plan = plans.lock(id);
        Stored before = jdbc.sql("select summary, changed_at from plan where id = :id").param("id", id.value())
                .query((row, n) -> new Stored(row.getString(1),
                        row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC))).single();
        if (before.summary().equals(changed.text())) {
            return;
        }
        jdbc.sql("update plan set summary = :summary, changed_at = :at where id = :id")
                .param("summary", changed.text()).param("at", LocalDateTime.ofInstant(changed.at(), ZoneOffset.UTC))
                .param("id", id.value()).update();
        listings.moved(id.value());
        if (before.changedAt().plus(ONE_SITTING).isBefore(changed.at())) {
            changed.writers().stream().min(Comparator.comparing(PersonId::value))
                    .ifPresent(by -> events.publishEvent(new ItemHappened(PlanService.KIND.name(), id.value(),
                            plan.owner(), "updated", by, "")));
        }
    }
}
