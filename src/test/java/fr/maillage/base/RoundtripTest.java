package fr.maillage.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Audience;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.PlanWorld;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class RoundtripTest {

    @Autowired
    private Roundtrip roundtrip;
    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private ActionService actions;
    @Autowired
    private AccessPolicy policy;
    @Autowired
    private TransactionTemplate transaction;

    private final AtomicInteger read = new AtomicInteger();

    @AfterEach
    void end() {
        roundtrip.end();
        world.asAnonymous();
    }

    private int ask() {
        return roundtrip.once("how often", read::incrementAndGet);
    }

    @Test
    void whatWasReadInARequestIsRememberedUntilItsAnswerIsMade() {
        assertThat(ask()).isEqualTo(1);
        assertThat(ask()).as("outside of a request").isEqualTo(2);
        roundtrip.begin();
        assertThat(ask()).isEqualTo(3);
        assertThat(ask()).isEqualTo(3);
        assertThat(CompletableFuture.supplyAsync(this::ask).join()).as("in another thread").isEqualTo(4);
        roundtrip.end();
        assertThat(ask()).isEqualTo(5);
    }

    @Test
    void whatWasWrittenInTheRequestIsReadAnew() {
        roundtrip.begin();
        assertThat(ask()).isEqualTo(1);
        transaction.executeWithoutResult(status -> {
            assertThat(ask()).isEqualTo(2);
            assertThat(ask()).isEqualTo(3);
        });
        assertThat(ask()).isEqualTo(4);
        assertThat(ask()).isEqualTo(4);
    }

    @Test
    void aRightThatSomebodyTakesAwayIsGoneInARequestThatHasAskedForIt() {
        PlanWorld.Town town = planWorld.town();
        ActionId action = planWorld.action(town.plan(), "Partagée");
        Subject subject = Subject.item(action.value());
        world.as(town.reader());
        roundtrip.begin();
        assertThat(policy.may(Operation.VIEW, subject)).isTrue();
        CompletableFuture.runAsync(() -> world.as(town.coordinator(), () -> {
            actions.share(action, Audience.none());
        })).join();
        assertThat(policy.may(Operation.VIEW, subject)).isFalse();
    }
}
