package fr.maillage.practice;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.Listings;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The parts of a practice’s story, written together: each begins as the Markdown of the form in which the practice was
 * told, when somebody who may write opens it. From then on the text is the truth, and the practice’s own column follows
 * it as plain words.
 */
@Service
public class PracticeTexts {

    private static final Duration ONE_SITTING = Duration.ofMinutes(10);

    /** A practice while it is locked. */
    private record Locked(SpaceId owner, PersonId author, Instant changedAt, String text) {}

    private final OpenedTexts opened;
    private final LiveTexts texts;
    private final AccessPolicy policy;
    private final Listings listings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PracticeTexts(OpenedTexts opened, LiveTexts texts, AccessPolicy policy, Listings listings, JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.opened = opened;
        this.texts = texts;
        this.policy = policy;
        this.listings = listings;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * The parts that somebody has opened.
     *
     * @throws NotVisible when the practice is not meant for whoever acts
     */
    public Map<PracticeSection, LiveTextId> opened(PracticeId practice) {
        Map<String, LiveTextId> byField = opened.of(practice.ref());
        Map<PracticeSection, LiveTextId> parts = new EnumMap<>(PracticeSection.class);
        for (PracticeSection section : PracticeSection.values()) {
            if (byField.containsKey(section.field())) {
                parts.put(section, byField.get(section.field()));
            }
        }
        return parts;
    }

    /**
     * The text of a part, opened now if nobody did before.
     *
     * @throws NotVisible                 when the practice is not meant for whoever acts
     * @throws fr.maillage.access.Refused when they may not write in it
     */
    public LiveTextId open(PracticeId practice, PracticeSection section) {
        policy.require(Operation.EDIT_LIVE, Subject.of(practice.ref()));
        return opened.open(PracticeTextFields.part(practice, section), () -> {
            Locked locked = lock(practice, section);
            return new Written(locked.text(), locked.author());
        });
    }

    /**
     * A part as it stands, for those who cannot follow it.
     *
     * @throws NotVisible when the practice is not meant for whoever acts, or nobody has opened this part
     */
    public RichText read(PracticeId practice, PracticeSection section) {
        return texts.read(PracticeTextFields.part(practice, section));
    }

    /** The practice follows its texts, in the transaction that stores the words. */
    @EventListener
    @Transactional
    void follow(LiveTextChanged changed) {
        if (changed.ref().item().kind().equals(PracticeService.KIND)) {
            Arrays.stream(PracticeSection.values()).filter(part -> part.field().equals(changed.ref().field()))
                    .findFirst().ifPresent(part -> follow(new PracticeId(changed.ref().item().id()), part, changed));
        }
    }

    private void follow(PracticeId id, PracticeSection section, LiveTextChanged changed) {
        Locked before = lock(id, section);
        if (before.text().equals(changed.text())) {
            return;
        }
        jdbc.sql("update practice set " + section.field() + " = :text, changed_at = :at where id = :id")
                .param("text", changed.text()).param("at", LocalDateTime.ofInstant(changed.at(), ZoneOffset.UTC))
                .param("id", id.value()).update();
        listings.moved(id.value());
        if (before.changedAt().plus(ONE_SITTING).isBefore(changed.at())) {
            changed.writers().stream().min(Comparator.comparing(PersonId::value))
                    .ifPresent(by -> events.publishEvent(new ItemHappened(PracticeService.KIND.name(), id.value(),
                            before.owner(), "updated", by, "")));
        }
    }

    private Locked lock(PracticeId id, PracticeSection section) {
        return jdbc.sql("select owner, author, changed_at, " + section.field() + " from practice where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> new Locked(new SpaceId(row.getObject(1, UUID.class)),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString(4)))
                .optional().orElseThrow(NotVisible::new);
    }
}
