package fr.maillage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.coediting.LiveTextChanged;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.LiveTexts;
import fr.maillage.coediting.RichText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ActionTextsTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private ActionService actions;
    @Autowired
    private ActionPages pages;
    @Autowired
    private ActionTexts texts;
    @Autowired
    private LiveTexts liveTexts;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private TransactionTemplate transaction;

    private PlanWorld.Town town;
    private ActionId action;
    private LiveTextRef description;

    @BeforeEach
    void anActionWithAText() {
        town = planWorld.town();
        action = planWorld.action(town.plan(), "Bâtiment relais");
        actions.set(action, ActionField.DESCRIPTION, 0, "La halle est **vide**.\n\n- Racheter\n- Louer");
        description = new LiveTextRef(new ItemRef(ActionService.KIND, action.value()), "description");
    }

    @Test
    void aTextBeginsAsWhatWasWrittenBefore() {
        LiveTextId id = world.as(town.reader(), () -> texts.open(action, ActionField.DESCRIPTION));
        assertThat(texts.open(action, ActionField.DESCRIPTION)).isEqualTo(id);
        RichText read = liveTexts.read(description);
        assertThat(read.plainText()).isEqualTo("La halle est vide.\nRacheter\nLouer");
        assertThat(read.toJson()).contains("\"bold\"", "bulletList");
        assertThat(jdbc.sql("select created_by from live_text where id = :id").param("id", id.value())
                .query(java.util.UUID.class).single()).as("not the reader's").isEqualTo(town.coordinator().value());
    }

    @Test
    void manyWhoOpenItFirstAtOnceMeetInOneText() throws Exception {
        int people = 8;
        CyclicBarrier start = new CyclicBarrier(people);
        List<Callable<LiveTextId>> calls = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            var who = i % 2 == 0 ? town.editor() : town.reader();
            calls.add(() -> {
                start.await();
                return world.as(who, () -> texts.open(action, ActionField.DESCRIPTION));
            });
        }
        List<LiveTextId> opened = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<LiveTextId> future : threads.invokeAll(calls)) {
                opened.add(future.get());
            }
        }
        assertThat(opened).hasSize(people).containsOnly(opened.getFirst());
        assertThat(liveTexts.text(description)).isEqualTo("La halle est vide.\nRacheter\nLouer");
    }

    @Test
    void theFieldFollowsItsTextAndIsNotSetAnyMore() {
        texts.open(action, ActionField.DESCRIPTION);
        transaction.executeWithoutResult(status -> events.publishEvent(
                new LiveTextChanged(description, "La halle est louée.", Set.of(town.editor()), Instant.now())));
        Cells own = pages.sheet(action).own();
        assertThat(own.value(ActionField.DESCRIPTION)).isEqualTo("La halle est louée.");
        assertThat(own.version(ActionField.DESCRIPTION)).isEqualTo(2);
        assertThat(own.change(ActionField.DESCRIPTION).by()).isEqualTo(town.editor());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> actions.set(action, ActionField.DESCRIPTION, 2, "autre"));
    }

    @Test
    void whoMayOnlyReadFollowsAndOthersFindNothing() {
        world.as(town.reader(), () -> {
            texts.open(action, ActionField.DESCRIPTION);
            assertThat(texts.mayWrite(action)).isFalse();
            return null;
        });
        assertThat(texts.mayWrite(action)).isTrue();
        PlanWorld.Town elsewhere = planWorld.town();
        world.as(elsewhere.coordinator());
        assertThatExceptionOfType(NotVisible.class)
                .isThrownBy(() -> texts.open(action, ActionField.DESCRIPTION));
        assertThatExceptionOfType(NotVisible.class)
                .isThrownBy(() -> texts.read(action, ActionField.DESCRIPTION));
    }
}
