package fr.maillage.bench;

import fr.maillage.access.Attention;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.access.ListQuery.Sort;
import fr.maillage.alliance.Alliances;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.bench.BenchLists.Case;
import fr.maillage.discussion.ActivityLog;
import fr.maillage.member.People;
import fr.maillage.opportunity.OpportunityFilter;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityKind;
import fr.maillage.opportunity.OpportunityQuery;
import fr.maillage.opportunity.OpportunityQuery.Position;
import fr.maillage.opportunity.OpportunityStatus;
import fr.maillage.plan.ActionFilter;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionPages;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.PlanFilter;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanPages;
import fr.maillage.plan.PlanService;
import fr.maillage.practice.PracticeFilter;
import fr.maillage.practice.PracticeQuery;
import fr.maillage.practice.PracticeService;
import fr.maillage.territory.Territories;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is timed: every list of the product, and every part of a screen that a million rows could slow down. */
@Component
@ConditionalOnProperty(name = "maillage.bench", havingValue = "lists")
class BenchCases {

    private final OpportunityQuery opportunities;
    private final ActionPages actions;
    private final PlanPages plans;
    private final PracticeQuery practices;
    private final ActivityLog activity;
    private final People people;
    private final Alliances alliances;
    private final Territories territories;
    private final List<Attention> attention;
    private final AccessScopes scopes;
    private final JdbcClient jdbc;

    BenchCases(OpportunityQuery opportunities, ActionPages actions, PlanPages plans, PracticeQuery practices,
            ActivityLog activity, People people, Alliances alliances, Territories territories,
            List<Attention> attention, AccessScopes scopes, JdbcClient jdbc) {
        this.opportunities = opportunities;
        this.actions = actions;
        this.plans = plans;
        this.practices = practices;
        this.activity = activity;
        this.people = people;
        this.alliances = alliances;
        this.territories = territories;
        this.attention = attention;
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    List<Case> all() {
        List<Case> all = new ArrayList<>();
        ItemKind opportunity = OpportunityId.KIND;
        int open = OpportunityStatus.OPEN.code();
        all.add(new Case("opportunities, most urgent", BenchLists.soonest(BenchLists.query(opportunity, open)),
                (person, after) -> opportunities.page(OpportunityFilter.open(), position(after))));
        all.add(new Case("opportunities, newest", BenchLists.query(opportunity, open),
                (person, after) -> opportunities.page(OpportunityFilter.open().sort(Sort.NEWEST), position(after))));
        all.add(new Case("opportunities, closed", BenchLists.query(opportunity, OpportunityStatus.CLOSED.code()),
                (person, after) -> opportunities.page(OpportunityFilter.open().status(OpportunityStatus.CLOSED)
                        .sort(Sort.NEWEST), position(after))));
        all.add(new Case("opportunities, theme and kind", null, (person, after) -> opportunities.page(
                OpportunityFilter.open().themes(Set.of(Theme.SHARED_PLACES)).kinds(Set.of(OpportunityKind.PREMISES)),
                null)));
        all.add(new Case("opportunities, numbers of facets", null,
                (person, after) -> opportunities.counts(OpportunityFilter.open())));
        all.add(new Case("opportunities, words", null, (person, after) -> opportunities
                .page(OpportunityFilter.open().text("soudeurs recrute"), null)));
        all.add(new Case("actions, newest", BenchLists.query(ActionService.KIND),
                (person, after) -> actions.list(ActionFilter.all(), after)));
        all.add(new Case("actions, blocked", BenchLists.query(ActionService.KIND, ActionStatus.BLOCKED.code()),
                (person, after) -> actions.list(ActionFilter.all().statuses(Set.of(ActionStatus.BLOCKED)), after)));
        all.add(new Case("actions, of my spaces", null,
                (person, after) -> actions.list(ActionFilter.all().owners(mine()), after)));
        all.add(new Case("plans", BenchLists.query(PlanService.KIND),
                (person, after) -> plans.list(PlanFilter.all(), after)));
        all.add(new Case("plans of my spaces, on home", null,
                (person, after) -> plans.ofSpaces(mine(), null, 2)));
        all.add(new Case("practices", BenchLists.query(PracticeService.KIND),
                (person, after) -> practices.page(PracticeFilter.NONE, after, 30)));
        all.add(new Case("activity of my spaces", null, (person, after) -> activity.ofMySpaces(30)));
        all.add(new Case("activity of a space", null, (person, after) -> activity.ofSpace(mine().iterator().next(), 30)));
        all.add(new Case("activity of the largest territory", null, (person, after) -> activity.ofSpace(largest(), 30)));
        for (Attention module : attention) {
            all.add(new Case("waiting: " + module.getClass().getSimpleName().replaceAll("\\$.*", ""), null,
                    (person, after) -> module.pointsFor(person, 8)));
        }
        all.add(new Case("plan of 2,000 actions", null, (person, after) -> big(person)));
        all.add(new Case("action in it", null, (person, after) -> sheet()));
        all.add(new Case("numbers on a space's tabs", null, (person, after) -> List.of(plans.count(mine()),
                actions.count(mine()), opportunities.count(OpportunityFilter.open().owners(mine())),
                practices.count(PracticeFilter.NONE.owners(mine()), 100))));
        all.add(new Case("people of a space", null, (person, after) -> people
                .membersOf(mine().iterator().next(), People.MemberFilter.present(), null, 30)));
        all.add(new Case("alliances", null, (person, after) -> alliances.list("", null, 30)));
        all.add(new Case("territories of a region", null, (person, after) -> territories.inRegion("53", 200)));
        all.add(new Case("territories by letters", null, (person, after) -> territories.search("vit", 20)));
        all.add(new Case("territories on the map", null, (person, after) -> territories.allPoints()));
        return all;
    }

    private Set<SpaceId> mine() {
        return new java.util.LinkedHashSet<>(scopes.current().directSpaces());
    }

    private static @Nullable Position position(@Nullable Cursor after) {
        return after == null ? null : new Position(after, 0);
    }

    private @Nullable SpaceId largest;
    private @Nullable PlanId big;
    private @Nullable ActionId inBig;

    private SpaceId largest() {
        if (largest == null) {
            largest = new SpaceId(jdbc.sql("select owner from plan group by owner order by count(*) desc limit 1")
                    .query(UUID.class).single());
        }
        return largest;
    }

    /** One everybody may open: shown to the network. */
    private @Nullable Object big(PersonId person) {
        if (big == null) {
            big = new PlanId(jdbc.sql("""
                    select p.id from plan p join listing l on l.item = p.id and l.door = 8
                    join action a on a.plan = p.id group by p.id order by count(*) desc limit 1""")
                    .query(UUID.class).single());
        }
        return plans.page(big);
    }

    private @Nullable Object sheet() {
        if (inBig == null) {
            inBig = new ActionId(jdbc.sql("select a.id from action a join listing l on l.item = a.id and l.door = 8"
                    + " where a.plan = :plan limit 1").param("plan", big.value()).query(UUID.class).single());
        }
        return actions.sheet(inBig);
    }
}
