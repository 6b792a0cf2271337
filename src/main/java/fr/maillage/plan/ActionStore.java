package fr.maillage.plan;

import fr.maillage.access.Listings;
import fr.maillage.access.NotVisible;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes actions: their rows, their places, who is named on them. Their fields are {@link FieldStore}'s. */
@Component
class ActionStore {

    record Locked(ActionId id, PlanId plan, SpaceId owner, @Nullable AxisId axis, @Nullable ActionId parent,
            String place) {}

    private record Sibling(UUID id, String place) {}

    private final JdbcClient jdbc;
    private final Today today;

    ActionStore(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * Locks the action until the end of the transaction; before the rights are asked, as with a plan, and before the
     * plan where both are locked. Only the action is: two people in two actions never wait for each other.
     */
    Locked lock(ActionId action) {
        return jdbc.sql("select plan, owner, axis, parent, place from action where id = :id for update")
                .param("id", action.value()).query((row, n) -> {
                    UUID axis = row.getObject(3, UUID.class);
                    UUID parent = row.getObject(4, UUID.class);
                    return new Locked(action, new PlanId(row.getObject(1, UUID.class)),
                            new SpaceId(row.getObject(2, UUID.class)), axis == null ? null : new AxisId(axis),
                            parent == null ? null : new ActionId(parent), row.getString(5));
                }).optional().orElseThrow(NotVisible::new);
    }

    /** The sub-actions, archived ones too. */
    List<ActionId> below(ActionId id) {
        return jdbc.sql("select id from action where parent = :id").param("id", id.value())
                .query((row, n) -> new ActionId(row.getObject(1, UUID.class))).list();
    }

    void insert(ActionId id, PlanStore.Locked plan, @Nullable AxisId axis, @Nullable ActionId parent, String place,
            String title, String description, @Nullable UUID origin, PersonId author) {
        jdbc.sql("""
                insert into action (id, plan, owner, axis, parent, place, title, description, status, origin_practice,
                  author, created_at)
                values (:id, :plan, :owner, :axis, :parent, :place, :title, :description, :status, :origin, :author,
                  :at)""")
                .param("id", id.value()).param("plan", plan.id().value()).param("owner", plan.owner().value())
                .param("axis", axis == null ? null : axis.value())
                .param("parent", parent == null ? null : parent.value()).param("place", place).param("title", title)
                .param("description", description).param("status", ActionStatus.TO_COME.name())
                .param("origin", origin).param("author", author.value())
                .param("at", FieldStore.utc(today.now())).update();
    }

    /**
     * A place among the actions of an axis (or of the plan itself, or of an action), visible or not.
     *
     * @param before the action before which it is, or null for the end
     */
    String place(PlanId plan, @Nullable AxisId axis, @Nullable ActionId parent, @Nullable ActionId before) {
        List<Sibling> siblings = siblings(plan, axis, parent);
        String high = siblings.stream().filter(other -> before != null && other.id().equals(before.value()))
                .map(Sibling::place).findFirst().orElse(null);
        String low = siblings.stream().map(Sibling::place).filter(place -> high == null || place.compareTo(high) < 0)
                .reduce((a, b) -> b).orElse(null);
        String place = Rank.between(low, high);
        if (place.length() <= Rank.LONGEST) {
            return place;
        }
        spaceAnew(siblings);
        return place(plan, axis, parent, before);
    }

    private List<Sibling> siblings(PlanId plan, @Nullable AxisId axis, @Nullable ActionId parent) {
        return jdbc.sql("select id, place from action where plan = :plan and axis <=> :axis and parent <=> :parent"
                + " order by place, id").param("plan", plan.value())
                .param("axis", axis == null ? null : axis.value())
                .param("parent", parent == null ? null : parent.value())
                .query((row, n) -> new Sibling(row.getObject(1, UUID.class), row.getString(2))).list();
    }

    private void spaceAnew(List<Sibling> siblings) {
        String last = null;
        for (Sibling sibling : siblings) {
            last = Rank.between(last, null);
            jdbc.sql("update action set place = :place where id = :id").param("place", last)
                    .param("id", sibling.id()).update();
        }
    }

    void move(ActionId action, @Nullable AxisId axis, String place) {
        jdbc.sql("update action set axis = :axis, place = :place where id = :id")
                .param("axis", axis == null ? null : axis.value()).param("place", place)
                .param("id", action.value()).update();
    }

    /** Who wrote last what a field of the action holds. */
    PersonId writer(ActionId action, ActionField<?> field) {
        return new PersonId(jdbc.sql("select coalesce((select changed_by from action_field where action = :id"
                + " and line = :id and field = :field), author) from action where id = :id")
                .param("id", action.value()).param("field", field.name()).query(UUID.class).single());
    }

    int countIn(PlanId plan) {
        return jdbc.sql("select count(*) from action where plan = :plan").param("plan", plan.value())
                .query(Integer.class).single();
    }

    void done(ActionId action, @Nullable LocalDate on) {
        jdbc.sql("update action set done_on = :on where id = :id").param("on", on).param("id", action.value())
                .update();
    }

    void archived(ActionId action, boolean archived) {
        jdbc.sql("update action set archived_at = :at where id = :id")
                .param("at", archived ? FieldStore.utc(today.now()) : null).param("id", action.value()).update();
    }

    /** What lists filter on, as it stands now. */
    Listings.Facts facts(ActionId action) {
        return jdbc.sql("select status, phase, priority, themes, ends from action where id = :id")
                .param("id", action.value())
                .query((row, n) -> facts(ActionStatus.valueOf(row.getString(1)),
                        row.getString(2) == null ? null : Phase.valueOf(row.getString(2)),
                        row.getString(3) == null ? null : Priority.valueOf(row.getString(3)),
                        row.getInt(4), row.getObject(5, LocalDate.class)))
                .single();
    }

    private static Listings.Facts facts(ActionStatus status, @Nullable Phase phase, @Nullable Priority priority,
            int themes, @Nullable LocalDate end) {
        return new Listings.Facts(status.code(), ActionFacet.of(phase, priority), Theme.ofMask(themes), end);
    }

    static Listings.Facts factsOfNew() {
        return facts(ActionStatus.TO_COME, null, null, 0, null);
    }

    boolean addPerson(ActionId action, Involvement part, PersonId person) {
        return jdbc.sql("insert ignore into action_person (action, part, person, added_at)"
                + " values (:action, :part, :person, :at)").param("action", action.value())
                .param("part", part.name()).param("person", person.value())
                .param("at", FieldStore.utc(today.now())).update() > 0;
    }

    boolean removePerson(ActionId action, Involvement part, PersonId person) {
        return jdbc.sql("delete from action_person where action = :action and part = :part and person = :person")
                .param("action", action.value()).param("part", part.name()).param("person", person.value())
                .update() > 0;
    }

    List<PersonId> pilots(ActionId action) {
        return jdbc.sql("select person from action_person where action = :action and part = 'PILOT'")
                .param("action", action.value()).query(UUID.class).list().stream().map(PersonId::new).toList();
    }

    boolean addPartner(ActionId action, UUID id, @Nullable OrganizationId organization, String name) {
        return jdbc.sql("insert ignore into action_partner (id, action, organization, name)"
                + " values (:id, :action, :organization, :name)").param("id", id).param("action", action.value())
                .param("organization", organization == null ? null : organization.value()).param("name", name)
                .update() > 0;
    }

    /** The name of a partner, or null when the line is gone. */
    @Nullable String partner(ActionId id, UUID partner) {
        return jdbc.sql("select name from action_partner where id = :partner and action = :id").param("partner", partner)
                .param("id", id.value()).query(String.class).optional().orElse(null);
    }

    boolean removePartner(ActionId action, UUID id) {
        return jdbc.sql("delete from action_partner where id = :id and action = :action").param("id", id)
                .param("action", action.value()).update() > 0;
    }
}
