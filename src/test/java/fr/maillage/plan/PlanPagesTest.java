package fr.maillage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PlanPagesTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private PlanService plans;
    @Autowired
    private ActionService actions;
    @Autowired
    private ActionPages actionPages;
    @Autowired
    private ActionPeople actionPeople;
    @Autowired
    private AxisService axes;
    @Autowired
    private PlanPages pages;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private PlanWorld.Town town;

    @BeforeEach
    void aTown() {
        town = planWorld.town();
    }

    @Test
    void totalsCountOnlyWhatWhoeverReadsSees() {
        ActionId open = planWorld.action(town.plan(), "Ouverte");
        ActionId secret = planWorld.action(town.plan(), "Confidentielle");
        actions.share(secret, Audience.none());
        planWorld.budget(open, 2026, "1000", "250.50");
        planWorld.budget(secret, 2026, "70000", null);
        actions.set(open, ActionField.STATUS, 0, ActionStatus.DONE);

        Totals mine = pages.page(town.plan()).totals();
        assertThat(mine.actions()).isEqualTo(2);
        assertThat(mine.planned()).isEqualByComparingTo("71000");
        assertThat(mine.progress()).isEqualTo(0.5);
        assertThat(mine.progressByBudget()).isCloseTo(1 / 71.0, org.assertj.core.data.Offset.offset(0.001));

        world.as(town.reader());
        PlanPage page = pages.page(town.plan());
        assertThat(page.actions()).extracting(ActionLine::title).containsExactly("Ouverte");
        assertThat(page.actions()).extracting(ActionLine::number).containsExactly("1");
        assertThat(page.totals().actions()).isEqualTo(1);
        assertThat(page.totals().planned()).isEqualByComparingTo("1000");
        assertThat(page.totals().actual()).isEqualByComparingTo("250.50");
        assertThat(page.totals().progress()).isEqualTo(1.0);
        assertThat(page.mayEdit()).isFalse();
        assertThat(page.mayAdd()).isFalse();
        assertThat(pages.ofSpaces(List.of(town.space()), null, 5).plans()).singleElement().satisfies(card -> {
            assertThat(card.planned()).isEqualByComparingTo("1000");
            assertThat(card.actions()).isEqualTo(1);
        });
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> actionPages.sheet(secret));
        assertThat(actionPages.list(ActionFilter.all().owners(List.of(town.space())), null).actions())
                .extracting(listed -> listed.line().title()).containsExactly("Ouverte");
    }

    @Test
    void totalsAddUpByYearKindUnitAndState() {
        ActionId action = planWorld.action(town.plan(), "Bâtiment");
        ActionId sub = actions.createUnder(action, "Toiture");
        planWorld.budget(action, 2026, "1000", "900");
        planWorld.budget(action, 2027, "3000", null);
        planWorld.budget(sub, 2027, "500", null);
        var fte = actions.addLine(action, ActionField.Part.BUDGET);
        actions.set(new FieldRef<>(action, fte, ActionField.BUDGET_UNIT), 0, BudgetUnit.FTE);
        actions.set(new FieldRef<>(action, fte, ActionField.BUDGET_PLANNED), 0, new BigDecimal("0.5"));
        var funding = actions.addLine(action, ActionField.Part.FUNDING);
        actions.set(new FieldRef<>(action, funding, ActionField.FUNDING_AMOUNT), 0, new BigDecimal("2000"));
        actions.set(new FieldRef<>(action, funding, ActionField.FUNDING_STATE), 0, FundingState.GRANTED);

        Totals totals = pages.page(town.plan()).totals();
        assertThat(totals.actions()).isEqualTo(1);
        assertThat(totals.byStatus().get(ActionStatus.TO_COME).planned()).isEqualByComparingTo("4500");
        assertThat(totals.budget()).extracting(Totals.Year::year).containsExactly(2026, 2027);
        assertThat(totals.budget()).extracting(year -> year.planned().intValue()).containsExactly(1000, 3500);
        assertThat(totals.fte()).isEqualByComparingTo("0.5");
        assertThat(totals.secured()).isEqualByComparingTo("2000");
    }

    @Test
    void aPlanOfFiveHundredActionsIsReadInAsManyStatementsAsASmallOne() {
        axes.add(town.plan(), null, "Foncier");
        planWorld.budget(planWorld.action(town.plan(), "Première"), 2026, "10", null);
        int few = selects(() -> pages.page(town.plan()));
        for (int i = 0; i < 499; i++) {
            planWorld.action(town.plan(), "Fiche " + i);
        }
        long start = System.nanoTime();
        int many = selects(() -> pages.page(town.plan()));
        System.out.println("plan of 500 actions: " + many + " statements, " + (System.nanoTime() - start) / 1_000_000
                + " ms");
        assertThat(pages.page(town.plan()).actions()).hasSize(500);
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(6);
        world.as(town.reader());
        assertThat(selects(() -> pages.page(town.plan()))).isLessThanOrEqualTo(6);
        assertThat(selects(() -> pages.list(PlanFilter.all(), null))).isLessThanOrEqualTo(8);
        assertThat(selects(() -> actionPages.list(ActionFilter.all(), null))).isLessThanOrEqualTo(6);
    }

    @Test
    void cardsCountEveryActionThatWhoeverReadsSeesHoweverManyThereAre() {
        List<PlanId> three = new ArrayList<>(List.of(town.plan()));
        three.add(plans.create(town.space(), PlanWorld.draft("Plan deux"), Audience.ofSpace(town.space())));
        three.add(plans.create(town.space(), PlanWorld.draft("Plan trois"), Audience.ofSpace(town.space())));
        for (PlanId plan : three) {
            ActionId open = planWorld.action(plan, "Ouverte");
            planWorld.budget(open, 2026, "3", null);
            ActionId secret = planWorld.action(plan, "Confidentielle");
            actions.share(secret, Audience.none());
            planWorld.budget(secret, 2026, "7", null);
            planWorld.more(open, 1_850);
            planWorld.more(secret, 140);
        }
        ActionId first = planWorld.action(three.getFirst(), "Au-dessus");
        ActionId below = actions.createUnder(first, "En dessous");
        actions.set(below, ActionField.STATUS, 0, ActionStatus.DONE);
        actions.share(first, Audience.none());
        actionPeople.add(below, Involvement.PILOT, town.reader());
        ActionId away = planWorld.action(three.getFirst(), "Rangée");
        actions.archive(away);

        // 1,851 open ones and 141 confidential ones in each of the three; the sub-action stands for itself to its
        // pilot, who does not see the action above it.
        assertThat(counted()).containsOnly(Map.entry(three.get(0), "{TO_COME=1993} 10"),
                Map.entry(three.get(1), "{TO_COME=1992} 10"), Map.entry(three.get(2), "{TO_COME=1992} 10"));
        world.as(town.reader());
        assertThat(counted()).containsOnly(Map.entry(three.get(0), "{TO_COME=1851, DONE=1} 3"),
                Map.entry(three.get(1), "{TO_COME=1851} 3"), Map.entry(three.get(2), "{TO_COME=1851} 3"));
    }

    private Map<PlanId, String> counted() {
        return pages.ofSpaces(List.of(town.space()), null, 30).plans().stream().collect(Collectors.toMap(PlanCard::id,
                card -> card.byStatus() + " " + card.planned().toBigInteger()));
    }

    private int selects(Supplier<?> act) {
        act.get();
        return transaction.execute(status -> {
            int before = count();
            act.get();
            return count() - before;
        });
    }

    private int count() {
        return jdbc.sql("show session status like 'Com_select'").query((row, n) -> row.getInt(2)).single();
    }

    @Test
    void anActionOfOnePlanOnlyShowsNothingOfThePlanToItsPilotFromElsewhere() {
        PersonId outside = planWorld.member(world.territory(), "Karim Vasseur", Role.CONTRIBUTOR);
        AxisId axis = axes.add(town.plan(), null, "Foncier secret");
        ActionId action = actions.create(town.plan(), axis, "Toiture");
        world.as(outside);
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> actionPages.sheet(action));
        world.as(town.coordinator(), () -> actionPeople.add(action, Involvement.PILOT, outside));
        ActionSheet sheet = actionPages.sheet(action);
        assertThat(sheet.planTitle()).isNull();
        assertThat(sheet.trail()).isEmpty();
        assertThat(sheet.number()).isEmpty();
        assertThat(sheet.mayEdit()).isTrue();
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> pages.page(town.plan()));
    }

    @Test
    void theNumberOfAnActionIsTheSameOnItsPageAndInItsPlan() {
        AxisId land = axes.add(town.plan(), null, "Foncier");
        AxisId premises = axes.add(town.plan(), land, "Locaux");
        actions.create(town.plan(), land, "a");
        actions.create(town.plan(), premises, "b");
        ActionId c = actions.create(town.plan(), premises, "c");
        actions.createUnder(c, "c un");
        actions.createUnder(c, "c deux");
        planWorld.action(town.plan(), "sans axe");
        List<ActionLine> lines = pages.page(town.plan()).actions();
        assertThat(lines).extracting(line -> line.number() + ' ' + line.title()).containsExactly("0.1 sans axe",
                "1.2 a", "1.1.1 b", "1.1.2 c", "1.1.2.1 c un", "1.1.2.2 c deux");
        assertThat(lines).allSatisfy(line -> assertThat(actionPages.sheet(line.id()).number())
                .isEqualTo(line.number()));
    }

    @Test
    void listsFilterByStatusPhasePriorityAndDate() {
        ActionId soon = planWorld.action(town.plan(), "bientôt");
        actions.set(soon, ActionField.END, 0, LocalDate.now().plusDays(3));
        actions.set(soon, ActionField.PRIORITY, 0, Priority.HIGH);
        ActionId late = planWorld.action(town.plan(), "plus tard");
        actions.set(late, ActionField.END, 0, LocalDate.now().plusDays(90));
        actions.set(late, ActionField.STATUS, 0, ActionStatus.BLOCKED);
        ActionFilter here = ActionFilter.all().owners(List.of(town.space()));
        assertThat(titles(here.dueUntil(LocalDate.now().plusDays(14)))).containsExactly("bientôt");
        assertThat(titles(here.priorities(Set.of(Priority.HIGH)))).containsExactly("bientôt");
        assertThat(titles(here.statuses(Set.of(ActionStatus.BLOCKED)))).containsExactly("plus tard");
        assertThat(titles(here)).containsExactly("plus tard", "bientôt");
    }

    private List<String> titles(ActionFilter filter) {
        return actionPages.list(filter, null).actions().stream().map(listed -> listed.line().title()).toList();
    }
}
