package fr.maillage.bench;

import fr.maillage.access.Audience;
import fr.maillage.access.Level;
import fr.maillage.base.PersonId;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.Phase;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanState;
import fr.maillage.plan.PlanType;
import fr.maillage.plan.Priority;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plans, their axes, and actions in the order in which they were made. */
final class Plans extends Items {

    private static final int BIG = 20;
    private static final int USUAL = 120;
    /** The first place of a list, as the application gives it: three digits to the base 36 and an “i”. */
    private static final int FIRST_PLACE = Integer.parseInt("i00", 36);

    private static final double[] OVER = Draw.cumulate(0, 0, 12, 64, 2, 8, 2, 12);
    private static final double[] RUNNING = Draw.cumulate(14, 38, 32, 4, 4, 2, 4, 2);

    private static final class Made {
        final UUID id;
        final World.Space owner;
        final Map<Integer, Level> doors;
        final Audience audience;
        final List<UUID> axes = new ArrayList<>();
        final Map<Object, Integer> places = new HashMap<>();
        final Map<Object, UUID> lastTop = new HashMap<>();
        final PersonId author;

        Made(UUID id, World.Space owner, Audience audience, Map<Integer, Level> doors, PersonId author) {
            this.id = id;
            this.owner = owner;
            this.audience = audience;
            this.doors = doors;
            this.author = author;
        }

        String place(Object list) {
            int n = places.merge(list, 1, Integer::sum) - 1;
            return Integer.toString(FIRST_PLACE + n, 36) + 'i';
        }
    }

    private final List<Made> plans = new ArrayList<>();

    Plans(World world, Audiences audiences, LocalDate today, Connection connection, boolean write,
            Consumer<String> say) throws SQLException {
        super("plans", world, audiences, today, connection, write, say);
    }

    @Override
    void make(int count) throws SQLException {
        List<Integer> sizes = sizes(count);
        long[] order = new long[count];
        int at = 0;
        try (Bulk rows = new Bulk(connection, write, "plan", "id", "owner", "title", "type", "starts", "ends",
                "summary", "state", "decided_on", "author", "created_at", "changed_at", "version");
                Bulk people = new Bulk(connection, write, "plan_person", "plan", "part", "person", "added_at");
                Bulk axes = new Bulk(connection, write, "axis", "id", "plan", "parent", "depth", "place", "title")) {
            for (int p = 0; p < sizes.size(); p++) {
                // Plans begin over the first four fifths of the time; their actions come at any moment after.
                double begun = 0.8 * p / sizes.size();
                plan(made((int) (begun * count), count), rows, people, axes);
                for (int i = 0; i < sizes.get(p); i++) {
                    double when = begun + (1 - begun) * draw.below(1_000_000) / 1_000_000.0;
                    order[at++] = (long) (when * (1L << 36)) << 20 | p;
                }
            }
        }
        Arrays.sort(order);
        actions(order);
    }

    private List<Integer> sizes(int count) {
        List<Integer> sizes = new ArrayList<>();
        int left = count;
        while (left > 0) {
            int size = sizes.size() % 400 == 7 && sizes.size() < 400 * BIG && count > 100_000
                    ? ActionService.MOST_ACTIONS : draw.between(20, 2 * USUAL - 20);
            sizes.add(Math.min(size, left));
            left -= sizes.getLast();
        }
        return sizes;
    }

    private void plan(long made, Bulk rows, Bulk people, Bulk axes) throws SQLException {
        World.Space owner = owner();
        Audience audience = audiences.draw(owner, draw);
        World.Member author = audience.isPublic() || draw.chance(60) ? owner.coordinator()
                : Audiences.author(owner, audience, draw);
        long moved = moved(made);
        Made plan = new Made(draw.id(made), owner, audience, doors(audience), author.person());
        PlanType type = draw.one(PlanType.values());
        PlanState state = draw.one(PlanState.values());
        LocalDate starts = day(made).withDayOfMonth(1);
        LocalDate ends = starts.plusYears(draw.between(2, 6));
        rows.add(plan.id, owner.id().value(), Words.plan(draw, owner.name()), type.name(), starts, ends,
                Words.paragraph(draw), state.name(), state == PlanState.DRAFT ? null : day(moved),
                author.person().value(), utc(made), utc(moved), 0);
        people.add(plan.id, "PILOT", author.person().value(), utc(made));
        for (int i = draw.between(3, 6); i > 0; i--) {
            UUID axis = draw.id(made);
            plan.axes.add(axis);
            axes.add(axis, plan.id, null, 1, plan.place("axes"), Words.axis(draw));
        }
        open(PlanService.KIND, plan.id, null, owner, author.person(), plan.doors, null,
                new Facts(state.ordinal(), type.ordinal(), 0, ends), made, moved, false);
        plans.add(plan);
    }

    private void actions(long[] order) throws SQLException {
        try (Bulk rows = new Bulk(connection, write, "action", "id", "plan", "owner", "axis", "parent", "place",
                "title", "description", "objectives", "status", "done_on", "phase", "priority", "starts", "ends",
                "site", "themes", "author", "created_at", "archived_at");
                Bulk people = new Bulk(connection, write, "action_person", "action", "part", "person", "added_at");
                Bulk fields = new Bulk(connection, write, "action_field", "action", "line", "field", "version",
                        "changed_by", "changed_at", "previous");
                Bulk budgets = new Bulk(connection, write, "budget_line", "id", "action", "kind", "unit", "year",
                        "planned", "actual");
                Bulk steps = new Bulk(connection, write, "step", "id", "action", "title", "done", "due")) {
            for (int n = 0; n < order.length; n++) {
                long made = made(0, 1) + (long) ((made(1, 1) - made(0, 1)) * ((double) (order[n] >>> 20) / (1L << 36)));
                action(plans.get((int) (order[n] & 0xFFFFF)), made, rows, people, fields, budgets, steps);
                progress("actions", n, order.length);
            }
        }
    }

    private void action(Made plan, long made, Bulk rows, Bulk people, Bulk fields, Bulk budgets, Bulk steps)
            throws SQLException {
        boolean own = draw.chance(15);
        Audience audience = own ? audiences.draw(plan.owner, draw) : plan.audience;
        PersonId author = audience.isPublic() || draw.chance(50) ? plan.author
                : Audiences.author(plan.owner, audience, draw).person();
        UUID id = draw.id(made);
        long moved = moved(made);
        UUID axis = draw.chance(96) ? draw.one(plan.axes) : null;
        UUID parent = draw.chance(15) ? plan.lastTop.get(String.valueOf(axis)) : null;
        if (parent == null) {
            plan.lastTop.put(String.valueOf(axis), id);
        }
        LocalDate starts = draw.chance(60) ? day(made) : null;
        LocalDate ends = draw.chance(75) ? day(made).plusDays(draw.between(60, 900)) : null;
        ActionStatus status = ActionStatus.values()[draw.weighted(ends != null && ends.isBefore(today) ? OVER : RUNNING)];
        Phase phase = draw.chance(70) ? draw.one(Phase.values()) : null;
        Priority priority = draw.chance(60) ? draw.one(Priority.values()) : null;
        int themes = themes();
        boolean archived = draw.chance(6);
        PersonId pilot = draw.chance(90) ? draw.one(plan.owner.members()).person() : null;
        rows.add(id, plan.id, plan.owner.id().value(), parent == null ? axis : null, parent,
                plan.place(parent == null ? String.valueOf(axis) : parent), Words.action(draw), Words.paragraph(draw),
                Words.sentence(draw), status.name(), status == ActionStatus.DONE ? day(moved) : null, name(phase),
                name(priority), starts, ends, draw.one(Words.PLACES), themes, author.value(), utc(made),
                archived ? utc(moved) : null);
        if (pilot != null) {
            people.add(id, "PILOT", pilot.value(), utc(made));
        }
        if (status != ActionStatus.TO_COME && draw.chance(60)) {
            fields.add(id, id, "status", 1, author.value(), utc(moved), "TO_COME");
        }
        if (draw.chance(50)) {
            budgets.add(draw.id(made), id, draw.one("INVESTMENT", "OPERATING"), "EUR", day(made).getYear() + 1,
                    draw.between(2, 400) * 1_000, status == ActionStatus.DONE ? draw.between(2, 400) * 1_000 : null);
        }
        for (int i = draw.chance(25) ? draw.between(1, 3) : 0; i > 0; i--) {
            steps.add(draw.id(made), id, Words.action(draw), draw.chance(50), ends);
        }
        open(ActionService.KIND, id, plan.id, plan.owner, author, own ? doors(audience) : plan.doors, pilot,
                new Facts(status.code(), number(phase) * 4 + number(priority), themes, ends), made, moved, archived);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static int number(@Nullable Enum<?> value) {
        return value == null ? 0 : value.ordinal() + 1;
    }
}
