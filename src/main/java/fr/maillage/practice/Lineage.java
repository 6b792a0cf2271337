package fr.maillage.practice;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Lists;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of practices elsewhere: who is interested, who took them up. Tells each reader only what they may see. */
@Service
public class Lineage {

    /** A practice taken up in another space, as an item the reader may see. */
    public record TakenUp(UUID item, SpaceId space, Instant at) {}

    /** How a practice is received, as far as the reader may know. */
    public record Reception(int interested, boolean interestedMyself, List<TakenUp> takenUp) {}

    private static final int MOST = 100;

    private final AccessPolicy policy;
    private final AccessScopes scopes;
    private final Lists lists;
    private final CurrentViewer viewer;
    private final ObjectProvider<TakeUpTarget> targets;
    private final PracticeRepository practices;
    private final JdbcClient jdbc;
    private final Today today;

    Lineage(AccessPolicy policy, AccessScopes scopes, Lists lists, CurrentViewer viewer,
            ObjectProvider<TakeUpTarget> targets, PracticeRepository practices, JdbcClient jdbc, Today today) {
        this.policy = policy;
        this.scopes = scopes;
        this.lists = lists;
        this.viewer = viewer;
        this.targets = targets;
        this.practices = practices;
        this.jdbc = jdbc;
        this.today = today;
    }

    @Transactional(readOnly = true)
    public Reception reception(PracticeId id) {
        policy.require(Operation.VIEW, Subject.of(id.ref()));
        List<TakenUp> all = jdbc.sql("select item, space, at from practice_taken_up where practice = :id"
                + " order by at limit " + MOST).param("id", id.value())
                .query((row, n) -> new TakenUp(row.getObject(1, UUID.class), new SpaceId(row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
        Set<UUID> visible = new HashSet<>(lists.visible(all.stream().map(TakenUp::item).toList()));
        List<UUID> interested = jdbc.sql("select person from practice_interest where practice = :id limit " + MOST)
                .param("id", id.value()).query(UUID.class).list();
        boolean myself = scopes.current().viewer() instanceof fr.maillage.access.Viewer.SignedIn signedIn
                && interested.contains(signedIn.person().value());
        return new Reception(interested.size(), myself,
                all.stream().filter(taken -> visible.contains(taken.item())).toList());
    }

    /** Says, or takes back, « Ça nous intéresse ». Saying it twice is saying it once. */
    @Transactional
    public void interested(PracticeId id, boolean interested) {
        policy.require(Operation.EXPRESS_INTEREST, Subject.of(id.ref()));
        PersonId person = viewer.person();
        if (interested) {
            List<SpaceId> spaces = scopes.current().directSpaces();
            jdbc.sql("insert ignore into practice_interest (practice, person, space, at)"
                    + " values (:id, :person, :space, :at)")
                    .param("id", id.value()).param("person", person.value())
                    .param("space", spaces.isEmpty() ? person.value() : spaces.getFirst().value())
                    .param("at", LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC)).update();
        } else {
            jdbc.sql("delete from practice_interest where practice = :id and person = :person")
                    .param("id", id.value()).param("person", person.value()).update();
        }
    }

    /** The places where whoever is acting may take practices up. */
    @Transactional(readOnly = true)
    public List<TakeUpTarget.Place> places() {
        viewer.person();
        return targets.stream().flatMap(target -> target.places(50).stream()).toList();
    }

    /** The spaces in which whoever is acting may make a new place for them. */
    @Transactional(readOnly = true)
    public List<SpaceId> homes() {
        viewer.person();
        return targets.stream().flatMap(target -> target.homes().stream()).toList();
    }

    /**
     * Takes a practice up in a place made for it.
     *
     * @throws fr.maillage.base.InvalidInput on {@code title}, that of the new place
     */
    @Transactional
    public TakeUpTarget.Made takeUpInNew(PracticeId id, SpaceId home, String title) {
        policy.require(Operation.VIEW, Subject.of(id.ref()));
        TakeUpTarget target = targets.stream().filter(candidate -> candidate.homes().contains(home)).findFirst()
                .orElseThrow(NotVisible::new);
        return takeUp(id, target.open(home, title));
    }

    /** Takes a practice up: makes an action there that keeps the link, and remembers it. */
    @Transactional
    public TakeUpTarget.Made takeUp(PracticeId id, UUID place) {
        policy.require(Operation.VIEW, Subject.of(id.ref()));
        Practice practice = practices.findById(id.value()).orElseThrow(NotVisible::new);
        TakeUpTarget target = targets.stream()
                .filter(candidate -> candidate.places(200).stream().anyMatch(known -> known.id().equals(place)))
                .findFirst().orElseThrow(NotVisible::new);
        PracticeDraft story = practice.draft();
        String description = story.summary() + "\n\n" + story.section(PracticeSection.DONE);
        TakeUpTarget.Made made = target.takeUp(place, id, story.title(), description);
        PersonId person = viewer.person();
        jdbc.sql("insert into practice_taken_up (practice, item, space, person, at)"
                + " values (:id, :item, :space, :person, :at)")
                .param("id", id.value()).param("item", made.item().id()).param("space", made.owner().value())
                .param("person", person.value()).param("at", LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC))
                .update();
        // No event on the practice: its readers would learn of an action that may not be meant for them.
        return made;
    }
}
