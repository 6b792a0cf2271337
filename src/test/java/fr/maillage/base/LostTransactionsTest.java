package fr.maillage.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.Outcome;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanWorld;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class LostTransactionsTest {

    @Autowired
    private Wavering wavering;
    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private ActionService actions;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private DataSource source;
    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void forget() {
        wavering.forget();
    }

    @AfterEach
    void nobodyActs() {
        world.asAnonymous();
    }

    @Test
    void aWriteThatLosesADeadlockArrivesAllTheSame() throws Exception {
        PlanId elsewhere = planWorld.town().plan();
        planWorld.more(planWorld.action(elsewhere, "Ailleurs"), 80);
        PlanWorld.Town town = planWorld.town();
        ActionId action = planWorld.action(town.plan(), "Disputée");
        long deadlocks = deadlocks();
        try (Connection other = source.getConnection()) {
            other.setAutoCommit(false);
            // It writes much, so that the server ends the other one; and it holds the rows of lists of the action.
            update(other, "update action force index (of_plan) set site = 'ailleurs' where plan = ?", elsewhere.value());
            update(other, "update listing set moved = moved + 1 where item = ?", action.value());
            var written = CompletableFuture.supplyAsync(() -> world.as(town.coordinator(),
                    () -> actions.set(action, ActionField.STATUS, 0, ActionStatus.DONE)));
            awaitSomebodyWaiting();
            // The service holds the action and waits for its rows of lists; now each waits for the other.
            update(other, "update action set site = 'ici' where id = ?", action.value());
            other.rollback();
            assertThat(written.get(30, TimeUnit.SECONDS)).isEqualTo(new Outcome.Applied<>(1, ActionStatus.DONE));
        }
        assertThat(deadlocks()).isEqualTo(deadlocks + 1);
        assertThat(jdbc.sql("select distinct status from listing where item = :id").param("id", action.value())
                .query(Integer.class).list()).containsExactly(ActionStatus.DONE.code());
        assertThat(jdbc.sql("select status from action where id = :id").param("id", action.value())
                .query(String.class).single()).isEqualTo("DONE");
        assertThat(jdbc.sql("select count(*) from activity where item = :id and verb = 'status.DONE'")
                .param("id", action.value()).query(Integer.class).single()).isEqualTo(1);
    }

    private static void update(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    private long deadlocks() {
        return status("Innodb_deadlocks");
    }

    private long status(String name) {
        return jdbc.sql("show global status like '" + name + "'").query((row, n) -> row.getLong(2)).single();
    }

    private void awaitSomebodyWaiting() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (status("Innodb_row_lock_current_waits") == 0) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1213, 1205, 1020})
    void aCallThatLosesItsTransactionBeginsAgainOnce(int code) {
        assertThat(wavering.<String>write(() -> {
            if (wavering.begun() == 1) {
                throw lost(code);
            }
            return "arrived";
        })).isEqualTo("arrived");
        assertThat(wavering.begun()).isEqualTo(2);

        wavering.forget();
        assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> wavering.write(() -> {
            throw lost(code);
        }));
        assertThat(wavering.begun()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedOrWrongIsNotTriedAgain() {
        for (RuntimeException refusal : new RuntimeException[] {new InvalidInput("title", "plan.tooManyActions", 1),
            new IllegalStateException("no"), new DuplicateKeyException("twice", new SQLException("twice", "23000", 1062))}) {
            wavering.forget();
            Supplier<String> refuse = () -> {
                throw refusal;
            };
            assertThatExceptionOfType(refusal.getClass()).isThrownBy(() -> wavering.write(refuse));
            assertThat(wavering.begun()).isEqualTo(1);
        }
    }

    @Test
    void aCallInsideAnOpenTransactionLeavesItToTheOneThatOpenedIt() {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> transaction.executeWithoutResult(
                status -> wavering.write(() -> {
                    throw lost(1213);
                })));
        assertThat(wavering.begun()).isEqualTo(1);

        wavering.forget();
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> wavering.read(() -> {
            throw lost(1213);
        }));
        assertThat(wavering.begun()).isEqualTo(1);
    }

    private static DataAccessException lost(int code) {
        return new CannotAcquireLockException("lost", new SQLException("lost", "40001", code));
    }
}
