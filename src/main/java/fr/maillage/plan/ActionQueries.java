package fr.maillage.plan;

import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one action for its page, and short facts of several. Asks nothing about rights. */
@Component
class ActionQueries {

    /** What stands in the row of an action beside its fields. */
    record Head(ActionId id, PlanId plan, SpaceId owner, @Nullable AxisId axis, @Nullable ActionId parent,
            @Nullable LocalDate doneOn, @Nullable UUID origin, PersonId author, Instant createdAt, boolean archived) {}

    /** An action near another: beside it, above it or under it. */
    record Near(UUID id, @Nullable UUID parent, String title) {}

    /** A date that comes near for a pilot. */
    record Due(UUID id, String title, SpaceId owner, ActionStatus status, LocalDate end) {}

    private final JdbcClient jdbc;

    ActionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Head> head(ActionId action) {
        return jdbc.sql("select plan, owner, axis, parent, done_on, origin_practice, author, created_at,"
                + " archived_at is not null from action where id = :id").param("id", action.value())
                .query((row, n) -> {
                    UUID axis = row.getObject(3, UUID.class);
                    UUID parent = row.getObject(4, UUID.class);
                    return new Head(action, new PlanId(row.getObject(1, UUID.class)),
                            new SpaceId(row.getObject(2, UUID.class)), axis == null ? null : new AxisId(axis),
                            parent == null ? null : new ActionId(parent), row.getObject(5, LocalDate.class),
                            row.getObject(6, UUID.class), new PersonId(row.getObject(7, UUID.class)),
                            FieldStore.instant(row, 8), row.getBoolean(9));
                }).optional();
    }

    /** Those of the same axis, those of the same action, the action above and those under, by their places. */
    List<Near> near(Head of) {
        return jdbc.sql("""
                select a.id, a.parent, a.title from action a left join action p on p.id = :parent
                where a.plan = :plan and a.archived_at is null
                  and (a.parent is null and a.axis <=> case when p.id is null then :axis else p.axis end
                    or a.parent = :parent or a.parent = :id)
                order by a.place, a.id limit\s""" + ActionService.MOST_ACTIONS)
                .param("plan", of.plan().value()).param("id", of.id().value())
                .param("axis", of.axis() == null ? null : of.axis().value())
                .param("parent", of.parent() == null ? null : of.parent().value())
                .query((row, n) -> new Near(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getString(3)))
                .list();
    }

    /** The axis of an action. */
    @Nullable
    AxisId axisOf(ActionId action) {
        return jdbc.sql("select axis from action where id = :id").param("id", action.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class))).optional()
                .flatMap(axis -> axis).map(AxisId::new).orElse(null);
    }

    Map<Involvement, List<PersonId>> people(ActionId action) {
        Map<Involvement, List<PersonId>> people = new EnumMap<>(Involvement.class);
        jdbc.sql("select part, person from action_person where action = :id order by added_at, person")
                .param("id", action.value()).query(row -> {
                    people.computeIfAbsent(Involvement.valueOf(row.getString(1)), part -> new ArrayList<>())
                            .add(new PersonId(row.getObject(2, UUID.class)));
                });
        return people;
    }

    List<ActionSheet.Partner> partners(ActionId action) {
        return jdbc.sql("select id, organization, name from action_partner where action = :id order by id limit 200")
                .param("id", action.value()).query((row, n) -> {
                    UUID organization = row.getObject(2, UUID.class);
                    return new ActionSheet.Partner(row.getObject(1, UUID.class),
                            organization == null ? null : new OrganizationId(organization), row.getString(3));
                }).list();
    }

    /** The plans of these actions, with what they are called. */
    Map<UUID, Map.Entry<UUID, String>> plans(Collection<UUID> actions) {
        Map<UUID, Map.Entry<UUID, String>> plans = new HashMap<>();
        if (!actions.isEmpty()) {
            jdbc.sql("select a.id, p.id, p.title from action a join plan p on p.id = a.plan where a.id in (:ids)")
                    .param("ids", List.copyOf(actions)).query(row -> {
                        plans.put(row.getObject(1, UUID.class),
                                Map.entry(row.getObject(2, UUID.class), row.getString(3)));
                    });
        }
        return plans;
    }

    /** What a person pilots that is open and ends up to and including a day, soonest first. */
    List<Due> dueFor(PersonId pilot, LocalDate until, int limit) {
        return jdbc.sql("""
                select a.id, a.title, a.owner, a.status, a.ends from action_person x join action a on a.id = x.action
                where x.person = :pilot and x.part = 'PILOT' and a.ends <= :until and a.archived_at is null
                  and a.status not in ('DONE', 'ABANDONED') order by a.ends, a.id limit :limit""")
                .param("pilot", pilot.value()).param("until", until).param("limit", limit)
                .query((row, n) -> new Due(row.getObject(1, UUID.class), row.getString(2),
                        new SpaceId(row.getObject(3, UUID.class)), ActionStatus.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class)))
                .list();
    }
}
