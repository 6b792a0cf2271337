package fr.maillage.plan;

import fr.maillage.access.NotVisible;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what hangs on a plan: its people and its axes. Everything that changes the outline of a plan (axes, places,
 * new actions) first takes the lock on the plan, so that two neighbours never get the same place.
 */
@Component
class PlanStore {

    record Locked(PlanId id, SpaceId owner, String title, boolean archived) {}

    record AxisRow(AxisId id, @Nullable AxisId parent, int depth, String place) {}

    private final JdbcClient jdbc;
    private final Today today;

    PlanStore(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * Locks the outline until the end of the transaction. Called before the rights are asked, because the first
     * ordinary read fixes what the transaction sees: locking afterwards would wait for a change and then not see it.
     */
    Locked lock(PlanId plan) {
        return locked(plan);
    }

    /** Locks an axis's actions, then the plan: actions come before plans wherever both are locked. */
    Locked lock(PlanId plan, AxisId emptied) {
        jdbc.sql("select id from action where plan = :plan and axis = :axis for update").param("plan", plan.value())
                .param("axis", emptied.value()).query(UUID.class).list();
        return locked(plan);
    }

    private Locked locked(PlanId plan) {
        return jdbc.sql("select owner, title, archived_at is not null from plan where id = :id for update")
                .param("id", plan.value())
                .query((row, n) -> new Locked(plan, new SpaceId(row.getObject(1, UUID.class)), row.getString(2),
                        row.getBoolean(3)))
                .optional().orElseThrow(NotVisible::new);
    }

    void addPerson(PlanId plan, Involvement part, PersonId person) {
        jdbc.sql("insert ignore into plan_person (plan, part, person, added_at) values (:plan, :part, :person, :at)")
                .param("plan", plan.value()).param("part", part.name()).param("person", person.value())
                .param("at", LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC)).update();
    }

    void removePerson(PlanId plan, Involvement part, PersonId person) {
        jdbc.sql("delete from plan_person where plan = :plan and part = :part and person = :person")
                .param("plan", plan.value()).param("part", part.name()).param("person", person.value()).update();
    }

    List<PersonId> people(PlanId plan, Involvement part) {
        return jdbc.sql("select person from plan_person where plan = :plan and part = :part order by added_at, person")
                .param("plan", plan.value()).param("part", part.name()).query(UUID.class).list().stream()
                .map(PersonId::new).toList();
    }

    Optional<AxisRow> axis(PlanId plan, AxisId axis) {
        return jdbc.sql("select id, parent, depth, place from axis where id = :id and plan = :plan")
                .param("id", axis.value()).param("plan", plan.value()).query(PlanStore::axisRow).optional();
    }

    /** The axes right under an axis, or right under the plan, in order. */
    List<AxisRow> axes(PlanId plan, @Nullable AxisId parent) {
        return jdbc.sql("select id, parent, depth, place from axis where plan = :plan and parent <=> :parent"
                + " order by place, id").param("plan", plan.value())
                .param("parent", parent == null ? null : parent.value()).query(PlanStore::axisRow).list();
    }

    /** How many levels of axes stand below this one. */
    int heightBelow(AxisId axis) {
        return jdbc.sql("""
                select case when count(b.id) > 0 then 2 when count(a.id) > 0 then 1 else 0 end
                from axis a left join axis b on b.parent = a.id where a.parent = :id""")
                .param("id", axis.value()).query(Integer.class).single();
    }

    private static AxisRow axisRow(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        UUID parent = row.getObject(2, UUID.class);
        return new AxisRow(new AxisId(row.getObject(1, UUID.class)), parent == null ? null : new AxisId(parent),
                row.getInt(3), row.getString(4));
    }

    void insertAxis(AxisId id, PlanId plan, @Nullable AxisId parent, int depth, String place, String title) {
        jdbc.sql("insert into axis (id, plan, parent, depth, place, title)"
                + " values (:id, :plan, :parent, :depth, :place, :title)").param("id", id.value())
                .param("plan", plan.value()).param("parent", parent == null ? null : parent.value())
                .param("depth", depth).param("place", place).param("title", title).update();
    }

    void renameAxis(AxisId id, String title) {
        jdbc.sql("update axis set title = :title where id = :id").param("title", title).param("id", id.value())
                .update();
    }

    void placeAxis(AxisId id, @Nullable AxisId parent, int depth, String place) {
        jdbc.sql("update axis set parent = :parent, place = :place where id = :id")
                .param("parent", parent == null ? null : parent.value()).param("place", place)
                .param("id", id.value()).update();
        jdbc.sql("""
                update axis x left join axis p on p.id = x.parent
                set x.depth = case when x.id = :id then :depth when x.parent = :id then :depth + 1 else :depth + 2 end
                where x.id = :id or x.parent = :id or p.parent = :id""")
                .param("id", id.value()).param("depth", depth).update();
    }

    /** Removes an axis without axes below; what still stands in it moves up. */
    void removeAxis(AxisRow axis) {
        jdbc.sql("update action set axis = :parent where axis = :id")
                .param("parent", axis.parent() == null ? null : axis.parent().value())
                .param("id", axis.id().value()).update();
        jdbc.sql("delete from axis where id = :id").param("id", axis.id().value()).update();
    }
}
