package fr.maillage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Theme;
import fr.maillage.plan.Outcome.Applied;
import fr.maillage.plan.Outcome.Conflict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ActionFieldsTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private ActionService actions;
    @Autowired
    private ActionPages pages;

    private PlanWorld.Town town;
    private ActionId action;

    @BeforeEach
    void anAction() {
        town = planWorld.town();
        action = planWorld.action(town.plan(), "Bâtiment relais");
    }

    @Test
    void aFieldKeepsWhatWasSetAndCountsItsVersions() {
        assertThat(actions.set(action, ActionField.JOBS, 0, 24)).isEqualTo(new Applied<>(1, 24));
        assertThat(actions.set(action, ActionField.JOBS, 1, 26)).isEqualTo(new Applied<>(2, 26));
        Cells own = pages.sheet(action).own();
        assertThat(own.get(ActionField.JOBS)).isEqualTo(26);
        assertThat(own.version(ActionField.JOBS)).isEqualTo(2);
        assertThat(own.change(ActionField.JOBS).by()).isEqualTo(town.coordinator());
        assertThat(own.version(ActionField.TITLE)).isZero();
    }

    @Test
    void everyKindOfFieldComesBackAsItWasSet() {
        actions.set(action, ActionField.END, 0, LocalDate.of(2027, 3, 31));
        actions.set(action, ActionField.YEARLY, 0, true);
        actions.set(action, ActionField.THEMES, 0, Set.of(Theme.FUNDING, Theme.LAND_PREMISES));
        actions.set(action, ActionField.PHASE, 0, Phase.STUDY);
        actions.set(action, ActionField.STATUS, 0, ActionStatus.DONE);
        UUID funding = actions.addLine(action, ActionField.Part.FUNDING);
        actions.set(new FieldRef<>(action, funding, ActionField.FUNDER), 0, "  Région ");
        actions.set(new FieldRef<>(action, funding, ActionField.FUNDING_AMOUNT), 0, new BigDecimal("480000"));
        UUID indicator = actions.addLine(action, ActionField.Part.INDICATOR);
        UUID measure = actions.addMeasure(action, indicator);
        actions.set(new FieldRef<>(action, measure, ActionField.MEASURE_VALUE), 0, new BigDecimal("-1.25"));

        ActionSheet sheet = pages.sheet(action);
        assertThat(sheet.own().get(ActionField.END)).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(sheet.own().value(ActionField.YEARLY)).isTrue();
        assertThat(sheet.own().value(ActionField.THEMES)).containsExactly(Theme.LAND_PREMISES, Theme.FUNDING);
        assertThat(sheet.own().get(ActionField.PHASE)).isEqualTo(Phase.STUDY);
        assertThat(sheet.doneOn()).isNotNull();
        Cells line = sheet.lines(ActionField.Part.FUNDING).get(funding);
        assertThat(line.value(ActionField.FUNDER)).isEqualTo("Région");
        assertThat(line.value(ActionField.FUNDING_AMOUNT)).isEqualByComparingTo("480000");
        Cells value = sheet.lines(ActionField.Part.MEASURE).get(measure);
        assertThat(value.value(ActionField.MEASURE_OF)).isEqualTo(indicator);
        assertThat(value.value(ActionField.MEASURE_VALUE)).isEqualByComparingTo("-1.25");
    }

    @Test
    void ofTwoPeopleOnTheSameFieldTheSecondIsShownBothValues() {
        world.as(town.editor(), () -> actions.set(action, ActionField.JOBS, 0, 24));
        Outcome<Integer> mine = actions.set(action, ActionField.JOBS, 0, 30);
        assertThat(mine).isInstanceOfSatisfying(Conflict.class, conflict -> {
            assertThat(conflict.theirs()).isEqualTo(24);
            assertThat(conflict.author()).isEqualTo(town.editor());
            assertThat(conflict.version()).isEqualTo(1);
        });
        assertThat(pages.sheet(action).own().get(ActionField.JOBS)).isEqualTo(24);
        assertThat(actions.set(action, ActionField.JOBS, 1, 30)).isEqualTo(new Applied<>(2, 30));
    }

    @Test
    void theSameValueTwiceIsNoConflict() {
        world.as(town.editor(), () -> actions.set(action, ActionField.JOBS, 0, 24));
        assertThat(actions.set(action, ActionField.JOBS, 0, 24)).isEqualTo(new Applied<>(1, 24));
    }

    @Test
    void twoPeopleOnDifferentFieldsNeverMeet() {
        world.as(town.editor(), () -> actions.set(action, ActionField.JOBS, 0, 24));
        assertThat(actions.set(action, ActionField.SITE, 0, "Haut-Bocage")).isEqualTo(new Applied<>(1, "Haut-Bocage"));
        UUID line = planWorld.budget(action, 2027, "10000", null);
        world.as(town.editor(), () -> actions.set(new FieldRef<>(action, line, ActionField.BUDGET_ACTUAL), 0,
                new BigDecimal("400")));
        assertThat(actions.set(new FieldRef<>(action, line, ActionField.BUDGET_YEAR), 1, 2028))
                .isEqualTo(new Applied<>(2, 2028));
    }

    @Test
    void ofManyAtOnceOnOneFieldExactlyOneIsAppliedToEachVersion() throws Exception {
        List<Outcome<Integer>> outcomes = atOnce(8, n -> actions.set(action, ActionField.JOBS, 0, 100 + n));
        assertThat(outcomes).filteredOn(Applied.class::isInstance).singleElement()
                .isEqualTo(new Applied<>(1, pages.sheet(action).own().get(ActionField.JOBS)));
        assertThat(outcomes).filteredOn(Conflict.class::isInstance).hasSize(7)
                .allSatisfy(outcome -> assertThat(((Conflict<?>) outcome).version()).isEqualTo(1));
    }

    @Test
    void manyAtOnceOnDifferentFieldsAreAllApplied() throws Exception {
        List<ActionField<String>> texts = List.of(ActionField.TITLE, ActionField.SITE, ActionField.TARGETS,
                ActionField.LEAD_SERVICE, ActionField.GOVERNANCE, ActionField.RISKS, ActionField.MEANS,
                ActionField.OBJECTIVES);
        List<Outcome<String>> outcomes = atOnce(texts.size(), n -> actions.set(action, texts.get(n), 0, "texte " + n));
        assertThat(outcomes).allMatch(Applied.class::isInstance);
        Cells own = pages.sheet(action).own();
        for (int n = 0; n < texts.size(); n++) {
            assertThat(own.value(texts.get(n))).isEqualTo("texte " + n);
        }
    }

    private interface Numbered<T> {
        T call(int n);
    }

    private <T> List<T> atOnce(int people, Numbered<T> act) throws Exception {
        CyclicBarrier start = new CyclicBarrier(people);
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int n = i;
            calls.add(() -> {
                start.await();
                return world.as(n % 2 == 0 ? town.coordinator() : town.editor(), () -> act.call(n));
            });
        }
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> future : threads.invokeAll(calls)) {
                outcomes.add(future.get());
            }
        }
        return outcomes;
    }

    @Test
    void whatCannotBeTakenIsRefusedAtItsField() {
        assertRefused(ActionField.TITLE, " ", "base.required");
        assertRefused(ActionField.TITLE, "x".repeat(301), "base.tooLong");
        assertRefused(ActionField.DESCRIPTION, "x".repeat(10_000_000), "base.tooLong");
        assertRefused(ActionField.JOBS, -1, "plan.outOfRange");
        assertRefused(ActionField.STATUS, null, "base.required");
        assertRefused(ActionField.END, LocalDate.of(20226, 1, 1), "base.implausibleDate");
        actions.set(action, ActionField.START, 0, LocalDate.of(2026, 5, 1));
        assertRefused(ActionField.END, LocalDate.of(2026, 4, 30), "base.endBeforeStart");
        actions.set(action, ActionField.END, 0, LocalDate.of(2026, 6, 30));
        assertRefused(ActionField.START, LocalDate.of(2026, 7, 1), "plan.startAfterEnd");
        UUID line = actions.addLine(action, ActionField.Part.BUDGET);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> actions.set(new FieldRef<>(action, line, ActionField.BUDGET_PLANNED), 0,
                        new BigDecimal("-5")))
                .satisfies(error -> assertThat(error.messageKey()).isEqualTo("base.negative"));
    }

    private <T> void assertRefused(ActionField<T> field, T value, String messageKey) {
        long base = pages.sheet(action).own().version(field);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> actions.set(action, field, base, value))
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo(field.name());
                    assertThat(error.messageKey()).isEqualTo(messageKey);
                });
    }

    @Test
    void markupIsKeptAsItWasWritten() {
        String script = "<script>alert(1)</script> & <b>";
        actions.set(action, ActionField.DESCRIPTION, 0, script);
        actions.set(action, ActionField.TITLE, 0, script);
        assertThat(pages.sheet(action).own().value(ActionField.DESCRIPTION)).isEqualTo(script);
        assertThat(pages.sheet(action).own().value(ActionField.TITLE)).isEqualTo(script);
    }

    @Test
    void aLineThatWasRemovedSaysSo() {
        UUID line = actions.addLine(action, ActionField.Part.STEP);
        world.as(town.editor(), () -> actions.removeLine(action, ActionField.Part.STEP, line));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> actions.set(new FieldRef<>(action, line, ActionField.STEP_TITLE), 0, "Visiter"))
                .satisfies(error -> assertThat(error.messageKey()).isEqualTo("plan.line.gone"));
        actions.removeLine(action, ActionField.Part.STEP, line);
    }

    @Test
    void aLineOfAnotherActionCannotBeReached() {
        ActionId other = planWorld.action(town.plan(), "Autre");
        UUID line = actions.addLine(other, ActionField.Part.STEP);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> actions.set(new FieldRef<>(action, line, ActionField.STEP_TITLE), 0, "Visiter"));
        actions.removeLine(action, ActionField.Part.STEP, line);
        assertThat(pages.sheet(other).lines(ActionField.Part.STEP)).containsKey(line);
    }
}
