package fr.maillage.bench;

import fr.maillage.access.Audience;
import fr.maillage.access.Listings;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.opportunity.Details;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.OpportunityContent;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityKind;
import fr.maillage.opportunity.OpportunityService;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionPeople;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.Involvement;
import fr.maillage.plan.Phase;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.Priority;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes some of the items of the benchmark again, through the services and in their authors' names, and compares the
 * rows of lists. Nothing of it stays.
 */
@Component
@ConditionalOnProperty("maillage.bench")
class Sample {

    private static final int EACH = 40;

    private static final String ROWS = "select door, kind, archived, level, status, facet, themes, owner, deadline,"
            + " due_slot, container from listing where item = :item order by door";

    private record Opportunity(UUID id, UUID owner, UUID author, Direction direction, OpportunityKind kind,
            String title, String summary, int themes, LocalDate deadline) {}

    private record Action(UUID id, UUID plan, UUID author, ActionStatus status, Phase phase, Priority priority,
            LocalDate ends, int themes, UUID pilot) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Listings listings;
    private final OpportunityService opportunities;
    private final ActionService actions;
    private final ActionPeople people;
    private final Acting acting;

    Sample(JdbcClient jdbc, TransactionTemplate transaction, Listings listings, OpportunityService opportunities,
            ActionService actions, ActionPeople people, Acting acting) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.listings = listings;
        this.opportunities = opportunities;
        this.actions = actions;
        this.people = people;
        this.acting = acting;
    }

    /** @return whether every row of lists of the sample is as the application writes it */
    boolean compare(Connection connection, Consumer<String> say) throws SQLException {
        connection.commit();
        AtomicInteger same = new AtomicInteger();
        AtomicInteger rows = new AtomicInteger();
        List<Opportunity> some = jdbc.sql("""
                select id, owner, author, direction, kind, title, summary, themes, deadline from opportunity
                where status = 'OPEN' and archived = 0 and (deadline is null or deadline >= current_date)
                order by crc32(id) limit :limit""").param("limit", EACH).query(Opportunity.class).list();
        some.forEach(one -> compare(one.id(), one.author(), audience -> again(one, audience), same, rows));
        List<Action> others = jdbc.sql("""
                select a.id, a.plan, a.author, a.status, a.phase, a.priority, a.ends, a.themes, x.person pilot
                from action a join plan p on p.id = a.plan and p.author = a.author
                  left join action_person x on x.action = a.id and x.part = 'PILOT'
                where a.archived_at is null and a.parent is null and a.ends > a.created_at
                  and (select count(*) from action other where other.plan = a.plan) < :most
                order by crc32(a.id) limit :limit""").param("most", ActionService.MOST_ACTIONS).param("limit", EACH).query(Action.class).list();
        others.forEach(one -> compare(one.id(), one.author(), audience -> again(one, audience), same, rows));
        int all = some.size() + others.size();
        say.accept("Made again through the services: %d of %d items have the same rows of lists (%d rows)."
                .formatted(same.get(), all, rows.get()));
        return same.get() == all;
    }

    private void compare(UUID item, UUID author, Function<Audience, UUID> again, AtomicInteger same,
            AtomicInteger rows) {
        List<List<Object>> written = rows(item);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Audience audience = listings.audienceOf(item);
            List<List<Object>> made = acting.as(new PersonId(author), () -> rows(again.apply(audience)));
            if (made.equals(written)) {
                same.incrementAndGet();
                rows.addAndGet(made.size());
            } else {
                System.err.println("Differs: " + item + "\n  written " + written + "\n  service " + made);
            }
        });
    }

    private UUID again(Opportunity one, Audience audience) {
        return opportunities.post(OpportunityId.next(), new SpaceId(one.owner()), null,
                new OpportunityContent(one.direction(), one.kind(), one.title(), one.summary(), "", Details.none(),
                        Theme.ofMask(one.themes()), one.deadline()),
                audience).value();
    }

    private UUID again(Action one, Audience audience) {
        ActionId id = actions.create(new PlanId(one.plan()), null, "Encore une fois");
        if (one.status() != ActionStatus.TO_COME) {
            actions.set(id, ActionField.STATUS, 0, one.status());
        }
        actions.set(id, ActionField.PHASE, 0, one.phase());
        actions.set(id, ActionField.PRIORITY, 0, one.priority());
        actions.set(id, ActionField.END, 0, one.ends());
        actions.set(id, ActionField.THEMES, 0, Theme.ofMask(one.themes()));
        if (one.pilot() != null) {
            people.add(id, Involvement.PILOT, new PersonId(one.pilot()));
        }
        actions.share(id, audience);
        return id.value();
    }

    private List<List<Object>> rows(UUID item) {
        return jdbc.sql(ROWS).param("item", item).query((row, n) -> {
            List<Object> values = new java.util.ArrayList<>();
            for (int i = 1; i <= 11; i++) {
                values.add(row.getString(i));
            }
            return values;
        }).list();
    }
}
