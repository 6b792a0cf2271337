package fr.maillage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.coediting.LiveTextChanged;
import fr.maillage.coediting.LiveTextId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PlanTextsTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private PlanService plans;
    @Autowired
    private PlanPages pages;
    @Autowired
    private PlanTexts texts;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private TransactionTemplate transaction;

    private PlanWorld.Town town;

    @BeforeEach
    void aPlan() {
        town = planWorld.town();
        world.as(town.editor());
    }

    @Test
    void theSummaryBeginsAsItsFormToldIt() {
        assertThat(texts.summary(town.plan())).isEmpty();
        LiveTextId id = texts.openSummary(town.plan());
        assertThat(texts.openSummary(town.plan())).isEqualTo(id);
        assertThat(texts.summary(town.plan())).contains(id);
        assertThat(texts.read(town.plan()).plainText()).isEqualTo("Former et accueillir.");
    }

    @Test
    void thePlanFollowsItsSummaryAndItsFormLeavesItAlone() {
        texts.openSummary(town.plan());
        PlanPage before = pages.page(town.plan());
        transaction.executeWithoutResult(status -> events.publishEvent(new LiveTextChanged(
                PlanTextFields.summary(town.plan()), "Relier les usines au rail.",
                Set.of(town.editor()), Instant.now())));
        assertThat(pages.page(town.plan()).summary()).isEqualTo("Relier les usines au rail.");
        plans.edit(town.plan(), before.version(),
                new PlanDraft("Plan du fret", before.type(), before.start(), before.end(), ""));
        assertThat(pages.page(town.plan()).title()).isEqualTo("Plan du fret");
        assertThat(pages.page(town.plan()).summary()).isEqualTo("Relier les usines au rail.");
    }

    @Test
    void whoMayOnlyReadOpensNothingAndOthersFindNothing() {
        world.as(town.reader());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> texts.openSummary(town.plan()));
        assertThat(texts.summary(town.plan())).isEmpty();
        world.as(planWorld.town().coordinator());
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> texts.summary(town.plan()));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> texts.openSummary(town.plan()));
    }
}
