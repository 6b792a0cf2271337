package fr.maillage.discussion;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.access.Viewer;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people follow. Following shows more of what one may see already and never opens anything: what is followed
 * passes the access module again each time it is told.
 */
@Service
@Transactional
public class Follows {

    /** Following tells what is new; muting keeps silent even about what one takes part in. */
    public enum State { FOLLOWING, MUTED }

    static final String SPACE = "space";

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final Today today;

    Follows(JdbcClient jdbc, AccessPolicy policy, CurrentViewer viewer, Today today) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.viewer = viewer;
        this.today = today;
    }

    /** How whoever is acting stands towards an item; empty when they never said. */
    @Transactional(readOnly = true)
    public Optional<State> of(ItemRef item) {
        return state(item.id());
    }

    @Transactional(readOnly = true)
    public Optional<State> of(SpaceId space) {
        return state(space.value());
    }

    public void set(ItemRef item, State state) {
        policy.require(Operation.VIEW, Subject.of(item));
        set(viewer.person(), item.id(), item.kind().name(), state);
    }

    public void set(SpaceId space, State state) {
        policy.require(Operation.SPACE_VIEW, Subject.of(space));
        set(viewer.person(), space.value(), SPACE, state);
    }

    public void forget(ItemRef item) {
        forget(item.id());
    }

    public void forget(SpaceId space) {
        forget(space.value());
    }

    /** The spaces whoever is acting follows or mutes beside being a member; at most two hundred. */
    @Transactional(readOnly = true)
    public Set<SpaceId> spaces(State state) {
        if (!(viewer.get() instanceof Viewer.SignedIn(var person, var _))) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select target from follow where person = :person and state = :state"
                + " and kind = 'space' limit 200").param("person", person.value()).param("state", state.ordinal())
                .query((row, n) -> new SpaceId(row.getObject(1, UUID.class))).list());
    }

    /** Who writes or comments follows, unless they said otherwise before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void followAsTakingPart(ItemRef item, PersonId person) {
        LocalDateTime now = now();
        jdbc.sql("insert into follow (person, target, kind, state, since, read_at)"
                + " values (:person, :target, :kind, 0, :now, :now) on duplicate key update read_at = values(read_at)")
                .param("person", person.value()).param("target", item.id()).param("kind", item.kind().name())
                .param("now", now).update();
    }

    /** The item was on the screen of whoever is acting: nothing said in it is new to them any more. */
    public void read(ItemRef item) {
        if (viewer.get() instanceof Viewer.SignedIn(var person, var _)) {
            jdbc.sql("update follow set read_at = :now where person = :person and target = :target")
                    .param("now", now()).param("person", person.value()).param("target", item.id()).update();
            jdbc.sql("update text_mention set seen_at = :now where item = :target and person = :person"
                    + " and seen_at is null")
                    .param("now", now()).param("person", person.value()).param("target", item.id()).update();
        }
    }

    private Optional<State> state(UUID target) {
        return viewer.get() instanceof Viewer.SignedIn(var person, var _)
                ? jdbc.sql("select state from follow where person = :person and target = :target")
                        .param("person", person.value()).param("target", target)
                        .query((row, n) -> State.values()[row.getInt(1)]).optional()
                : Optional.empty();
    }

    private void set(PersonId person, UUID target, String kind, State state) {
        jdbc.sql("insert into follow (person, target, kind, state, since, read_at)"
                + " values (:person, :target, :kind, :state, :now, :now)"
                + " on duplicate key update state = values(state)")
                .param("person", person.value()).param("target", target).param("kind", kind)
                .param("state", state.ordinal()).param("now", now()).update();
    }

    private void forget(UUID target) {
        jdbc.sql("delete from follow where person = :person and target = :target")
                .param("person", viewer.person().value()).param("target", target).update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC);
    }
}
