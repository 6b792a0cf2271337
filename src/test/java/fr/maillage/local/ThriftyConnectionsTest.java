package fr.maillage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import fr.maillage.IntegrationTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ThriftyConnectionsTest {

    @Autowired DataSource source;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private TransactionTemplate writing;
    private TransactionTemplate reading;
    private String table;

    @BeforeEach
    void aTable() {
        writing = new TransactionTemplate(transactions);
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        table = "thrifty_" + UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("create table " + table + " (n int primary key)").update();
    }

    @AfterEach
    void noTable() {
        jdbc.sql("drop table " + table).update();
    }

    private void put(int n) {
        jdbc.sql("insert into " + table + " values (:n)").param("n", n).update();
    }

    /** As another connection sees it. */
    private long kept() throws SQLException {
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        try (Connection fresh = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                var rows = fresh.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long told(String what) {
        return jdbc.sql("show session status like '" + what + "'").query((row, n) -> row.getLong(2)).single();
    }

    @Test
    void aTransactionIsOneAndWhatFailsInItLeavesNothing() throws SQLException {
        writing.executeWithoutResult(status -> {
            put(1);
            put(2);
        });
        assertThat(kept()).isEqualTo(2);
        writing.executeWithoutResult(status -> {
            put(3);
            status.setRollbackOnly();
        });
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void outsideOfTransactionsEachStatementStandsWhateverTheConnectionDidBefore() throws SQLException {
        for (int n = 0; n < 20; n++) {
            reading.executeWithoutResult(status -> told("Com_select"));
            put(n);
            assertThat(kept()).isEqualTo(n + 1);
        }
    }

    @Test
    void aTransactionForReadingCannotWrite() throws SQLException {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(
                () -> reading.executeWithoutResult(status -> put(1))).withMessageContaining("READ ONLY");
        assertThat(kept()).isZero();
        writing.executeWithoutResult(status -> put(2));
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aTransactionIsNotSeenBeforeItIsCommittedAndSeesItsOwnMomentOnly() {
        writing.executeWithoutResult(status -> {
            put(1);
            assertThat(count()).isZero();
        });
        reading.executeWithoutResult(status -> {
            long before = jdbc.sql("select count(*) from " + table).query(Long.class).single();
            try {
                Thread other = Thread.ofVirtual().start(() -> writing.executeWithoutResult(inner -> put(2)));
                other.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single()).isEqualTo(before);
        });
    }

    private long count() {
        try {
            return kept();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void whatIsClosedWithoutBeingCommittedIsNotKept() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().executeUpdate("insert into " + table + " values (1)");
        }
        assertThat(kept()).isZero();
        try (Connection connection = source.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            connection.setAutoCommit(false);
            connection.createStatement().executeUpdate("insert into " + table + " values (1)");
            connection.setAutoCommit(true);
        }
        assertThat(kept()).as("to commit by itself again commits, as JDBC says").isEqualTo(1);
    }

    @Test
    void transactionsForReadingOneAfterTheOtherTellTheServerNothingButTheirEnd() throws SQLException {
        try (Connection connection = source.getConnection()) {
            List<Long> told = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                try (var rows = connection.createStatement().executeQuery("show session status like 'Com_set_option'")) {
                    rows.next();
                    told.add(rows.getLong(2));
                }
                connection.commit();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
            assertThat(told).hasSize(10).containsOnly(told.getFirst());
        }
    }
}
