package fr.maillage.plan;

import fr.maillage.access.Lists;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * Reads plans and their actions for screens: one statement for each question, however many rows. Asks nothing about
 * rights, but for what it counts; what it is given has been let through.
 */
@Component
class PlanQueries {

    /** A plan as it is stored, with its axes in the order of their places. */
    record Head(PlanId id, SpaceId owner, String title, PlanType type, @Nullable LocalDate start,
            @Nullable LocalDate end, String summary, PlanState state, @Nullable LocalDate decidedOn, boolean archived,
            long version, List<PersonId> pilots, List<PersonId> elected, List<AxisLine> axes) {}

    private static final String PEOPLE = """
            (select group_concat(x.person order by x.added_at, x.person) from %1$s_person x
              where x.%1$s = %2$s.id and x.part = '%3$s')""";

    private static final String LINE = """
            select a.id, a.axis, a.parent, a.title, a.status, a.phase, a.priority, a.starts, a.ends, a.done_on,
              a.blocking_cause, a.description <> '' described,
            """ + PEOPLE.formatted("action", "a", "PILOT") + """
             pilots,
              (select sum(b.planned) from budget_line b where b.action = a.id and b.unit = 'EUR') planned,
              (select sum(b.actual) from budget_line b where b.action = a.id and b.unit = 'EUR') actual,
              (select count(*) from step s where s.action = a.id) steps,
              (select count(*) from step s where s.action = a.id and s.done) steps_done,
              f.version status_version, f.changed_at since
            from action a
              left join action_field f on f.action = a.id and f.line = a.id and f.field = 'status'
            """;

    private final JdbcClient jdbc;
    private final Lists lists;

    PlanQueries(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    Optional<Head> head(PlanId plan) {
        List<AxisLine> axes = new ArrayList<>();
        List<Head> heads = jdbc.sql("select p.*, x.id axis_id, x.parent, x.depth, x.title axis_title, "
                + PEOPLE.formatted("plan", "p", "PILOT") + " pilots, " + PEOPLE.formatted("plan", "p", "ELECTED")
                + " elected from plan p left join axis x on x.plan = p.id where p.id = :id order by x.place, x.id")
                .param("id", plan.value()).query((row, n) -> {
                    UUID axis = row.getObject("axis_id", UUID.class);
                    if (axis != null) {
                        UUID parent = row.getObject("parent", UUID.class);
                        axes.add(new AxisLine(new AxisId(axis), parent == null ? null : new AxisId(parent),
                                row.getInt("depth"), "", row.getString("axis_title")));
                    }
                    return head(row, axes);
                }).list();
        return heads.stream().findFirst();
    }

    private static Head head(ResultSet row, List<AxisLine> axes) throws SQLException {
        return new Head(new PlanId(row.getObject("id", UUID.class)), new SpaceId(row.getObject("owner", UUID.class)),
                row.getString("title"), PlanType.valueOf(row.getString("type")),
                row.getObject("starts", LocalDate.class), row.getObject("ends", LocalDate.class),
                row.getString("summary"), PlanState.valueOf(row.getString("state")),
                row.getObject("decided_on", LocalDate.class), row.getObject("archived_at") != null,
                row.getLong("version"), people(row.getString("pilots")), people(row.getString("elected")), axes);
    }

    /** All actions of a plan that are not put away, whoever may see them, by their places. */
    List<ActionLine> actionsOf(PlanId plan) {
        return jdbc.sql(LINE + " where a.plan = :plan and a.archived_at is null order by a.place, a.id limit "
                + ActionService.MOST_ACTIONS).param("plan", plan.value()).query(PlanQueries::line).list();
    }

    /** The actions of a plan that were put away, latest first, whoever may see them. */
    List<UUID> archivedOf(PlanId plan) {
        return jdbc.sql("select id from action where plan = :plan and archived_at is not null"
                + " order by archived_at desc, id limit " + ActionService.MOST_ACTIONS)
                .param("plan", plan.value()).query(UUID.class).list();
    }

    /** These actions, in no order; numbers are empty. */
    Map<UUID, ActionLine> actions(Collection<UUID> ids) {
        Map<UUID, ActionLine> lines = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(LINE + " where a.id in (:ids)").param("ids", List.copyOf(ids)).query(PlanQueries::line).list()
                    .forEach(line -> lines.put(line.id().value(), line));
        }
        return lines;
    }

    private static ActionLine line(ResultSet row, int n) throws SQLException {
        UUID axis = row.getObject("axis", UUID.class);
        UUID parent = row.getObject("parent", UUID.class);
        String phase = row.getString("phase");
        String priority = row.getString("priority");
        LocalDateTime since = row.getObject("since", LocalDateTime.class);
        return new ActionLine(new ActionId(row.getObject("id", UUID.class)), axis == null ? null : new AxisId(axis),
                parent == null ? null : new ActionId(parent), "", row.getString("title"),
                ActionStatus.valueOf(row.getString("status")), row.getLong("status_version"),
                since == null ? null : since.toInstant(ZoneOffset.UTC),
                phase == null ? null : Phase.valueOf(phase), priority == null ? null : Priority.valueOf(priority),
                row.getObject("starts", LocalDate.class), row.getObject("ends", LocalDate.class),
                row.getObject("done_on", LocalDate.class), people(row.getString("pilots")),
                row.getBigDecimal("planned"), row.getBigDecimal("actual"), row.getInt("steps"),
                row.getInt("steps_done"), row.getString("blocking_cause"), row.getBoolean("described"));
    }

    private static List<PersonId> people(@Nullable String concatenated) {
        return concatenated == null ? List.of()
                : Arrays.stream(concatenated.split(",")).map(id -> new PersonId(UUID.fromString(id))).toList();
    }

    /** What these actions add up to; actions that are not among them count for nothing. */
    Totals totals(Collection<UUID> visible) {
        Map<ActionStatus, Totals.Share> byStatus = new EnumMap<>(ActionStatus.class);
        List<Totals.Year> years = new ArrayList<>();
        Map<FundingState, BigDecimal> funding = new EnumMap<>(FundingState.class);
        BigDecimal[] fte = {BigDecimal.ZERO};
        if (!visible.isEmpty()) {
            jdbc.sql("""
                    select 'STATUS' what, t.status a, null b, count(*) n, coalesce(sum(t.planned), 0) x, 0 y from (
                        select coalesce(p.id, a.id) id, coalesce(p.status, a.status) status,
                          sum((select sum(b.planned) from budget_line b where b.action = a.id and b.unit = 'EUR'))
                            planned
                        from action a left join action p on p.id = a.parent and p.id in (:ids)
                        where a.id in (:ids) group by 2, 1) t group by t.status
                    union all
                    select b.unit, b.kind, b.year, count(*), coalesce(sum(b.planned), 0), coalesce(sum(b.actual), 0)
                      from budget_line b where b.action in (:ids) group by b.unit, b.kind, b.year
                    union all
                    select 'FUNDING', f.state, null, count(*), coalesce(sum(f.amount), 0), 0
                      from funding_line f where f.action in (:ids) group by f.state
                    order by what, b is null, b, a""").param("ids", List.copyOf(visible)).query(row -> {
                        String key = row.getString("a");
                        BigDecimal planned = row.getBigDecimal("x");
                        switch (row.getString("what")) {
                            case "STATUS" -> byStatus.put(ActionStatus.valueOf(key),
                                    new Totals.Share(row.getInt("n"), planned));
                            case "FUNDING" -> funding.put(FundingState.valueOf(key), planned);
                            case "FTE" -> fte[0] = fte[0].add(planned);
                            default -> years.add(new Totals.Year(row.getObject("b", Integer.class),
                                    BudgetKind.valueOf(key), planned, row.getBigDecimal("y")));
                        }
                    });
        }
        return new Totals(byStatus, years, fte[0], funding);
    }

    /** What the actions of a plan add up to on its card. */
    record Count(Map<ActionStatus, Integer> byStatus, BigDecimal planned) {

        static final Count NOTHING = new Count(Map.of(), BigDecimal.ZERO);
    }

    /**
     * What those actions of these plans add up to that whoever acts may see, exactly; a sub-action whose action they
     * do not see stands for itself.
     */
    Map<UUID, Count> counts(Collection<UUID> plans) {
        Map<UUID, Count> counts = new HashMap<>();
        if (!plans.isEmpty()) {
            jdbc.sql("select straight_join a.plan, a.status, sum(a.parent is null or not " + lists.sees("a.parent")
                    + ") n, coalesce(sum((select sum(b.planned) from budget_line b force index(of_action)"
                    + " where b.action = a.id and b.unit = 'EUR')), 0) planned from action a force index(of_plan) join "
                    + lists.inside(":plans") + " s on s.item = a.id where a.plan in (:plans) and a.archived_at is null"
                    + " group by a.plan, a.status").param("plans", List.copyOf(plans)).query(row -> {
                        Count count = counts.getOrDefault(row.getObject(1, UUID.class), Count.NOTHING);
                        Map<ActionStatus, Integer> byStatus = new EnumMap<>(ActionStatus.class);
                        byStatus.putAll(count.byStatus());
                        if (row.getInt(3) > 0) {
                            byStatus.put(ActionStatus.valueOf(row.getString(2)), row.getInt(3));
                        }
                        counts.put(row.getObject(1, UUID.class),
                                new Count(byStatus, count.planned().add(row.getBigDecimal(4))));
                    });
        }
        return counts;
    }

    /** These plans as cards, in no order, with what was counted of them. */
    Map<UUID, PlanCard> cards(Collection<UUID> plans, Map<UUID, Count> counts) {
        Map<UUID, PlanCard> cards = new HashMap<>();
        if (!plans.isEmpty()) {
            jdbc.sql("select p.id, p.owner, p.title, p.type, p.state, p.starts, p.ends, "
                    + PEOPLE.formatted("plan", "p", "PILOT") + " pilots from plan p where p.id in (:ids)")
                    .param("ids", List.copyOf(plans)).query(row -> {
                        UUID id = row.getObject(1, UUID.class);
                        Count count = counts.getOrDefault(id, Count.NOTHING);
                        cards.put(id, new PlanCard(new PlanId(id), new SpaceId(row.getObject(2, UUID.class)),
                                row.getString(3), PlanType.valueOf(row.getString(4)),
                                PlanState.valueOf(row.getString(5)), row.getObject(6, LocalDate.class),
                                row.getObject(7, LocalDate.class), people(row.getString(8)),
                                count.byStatus(), count.planned()));
                    });
        }
        return cards;
    }
}
