package fr.maillage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The embedded database keeps what it acknowledged, and lets in nobody without a password. */
class EmbeddedMariaDbTest {

    /** A space in the path, for people have such folders. */
    private static final Path FOLDER = TestDatabase.folder("embedded database");
    private static EmbeddedMariaDb server;

    @BeforeAll
    static void start() {
        server = open();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_connection_speaks_the_collation_of_the_project() throws SQLException {
        assertThat(value("select @@collation_database")).isEqualTo("utf8mb4_uca1400_ai_ci");
        assertThat(value("select @@collation_connection")).isEqualTo("utf8mb4_uca1400_ai_ci");
        assertThat(value("select 'cœur été' = 'COEUR ETE'")).isEqualTo("1");
    }

    @Test
    void a_commit_is_on_disk_before_it_is_acknowledged() throws SQLException {
        assertThat(value("select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(value("select @@innodb_doublewrite")).isEqualTo("ON");
    }

    @Test
    void isolation_is_repeatable_read_with_stale_writes_refused() throws SQLException {
        assertThat(value("select @@transaction_isolation")).isEqualTo("REPEATABLE-READ");
        assertThat(value("select @@innodb_snapshot_isolation")).isEqualTo("1");
        assertThat(value("select @@in_predicate_conversion_threshold")).isEqualTo("0");
    }

    @Test
    void nobody_enters_without_the_password_and_root_not_at_all() {
        var url = server.getJdbcUrl();
        assertThatThrownBy(() -> DriverManager.getConnection(url, "maillage", "").close()).hasMessageContaining("Access denied");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "root", "").close()).hasMessageContaining("Access denied");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "", "").close()).hasMessageContaining("Access denied");
    }

    @Test
    void it_listens_on_the_loopback_address_only() throws SQLException {
        assertThat(value("select @@bind_address")).isEqualTo("127.0.0.1");
    }

    @Test
    void the_password_can_be_read_by_its_owner_only() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.resolve("client.cnf")))).isEqualTo("rw-------");
        assertThat(FOLDER.resolve("account.sql")).doesNotExist();
    }

    @Test
    void a_second_one_on_the_same_folder_is_refused_in_words() {
        assertThatThrownBy(EmbeddedMariaDbTest::open).isInstanceOf(StartFailure.class)
                .hasMessageContaining("in use by another Maillage");
    }

    @Test
    void a_restart_keeps_the_rows_and_the_password() throws SQLException {
        execute("create table kept(id int primary key)");
        execute("insert into kept values (1)");
        var password = server.getPassword();
        server.close();
        server = open();
        assertThat(value("select count(*) from kept")).isEqualTo("1");
        assertThat(server.getPassword()).isEqualTo(password);
    }

    @Test
    void a_killed_server_comes_back_with_every_committed_row() throws Exception {
        execute("create table survived(id int primary key)");
        try (var connection = connect(); var insert = connection.prepareStatement("insert into survived values (?)")) {
            for (var id = 1; id <= 200; id++) {
                insert.setInt(1, id);
                insert.executeUpdate();
            }
        }
        var killed = server.pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        assertThat(countWhenBack("survived")).isEqualTo("200");
        assertThat(server.pid()).isNotEqualTo(killed);
    }

    @Test
    void a_server_that_ends_on_a_folder_it_cannot_use_is_started_again_once_it_can() throws Exception {
        execute("create table waited(id int primary key)");
        execute("insert into waited values (1)");
        var away = FOLDER.resolve("data.away");
        var killed = server.pid();
        Files.move(FOLDER.resolve("data"), away);
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        TimeUnit.SECONDS.sleep(3);
        assertThatThrownBy(EmbeddedMariaDbTest::connect).as("it is down").isInstanceOf(SQLException.class);
        Files.move(away, FOLDER.resolve("data"));
        assertThat(countWhenBack("waited")).isEqualTo("1");
    }

    @Test
    void a_server_left_over_by_a_killed_application_is_stopped_before_the_next_one_starts() throws Exception {
        execute("create table adopted(id int primary key)");
        execute("insert into adopted values (1)");
        var orphan = server.pid();
        server.abandon();
        assertThat(ProcessHandle.of(orphan)).isPresent();
        server = open();
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(value("select count(*) from adopted")).isEqualTo("1");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named_with_the_remedy() throws IOException {
        var file = Files.createFile(TestDatabase.folder("a file"));
        assertThatThrownBy(() -> EmbeddedMariaDb.start(file.resolve("mariadb"), TestDatabase.PROGRAMS, DataSize.ofMegabytes(64), said -> { }))
                .isInstanceOfSatisfying(StartFailure.class, failure -> {
                    assertThat(failure.remedy()).contains("--data DIR");
                    assertThat(failure).hasMessageNotContaining("Exception");
                });
    }

    private static EmbeddedMariaDb open() {
        return EmbeddedMariaDb.start(FOLDER, TestDatabase.PROGRAMS, DataSize.ofMegabytes(64), System.out::println);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(String query) throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement(); var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String countWhenBack(String table) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return value("select count(*) from " + table);
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("The database did not come back", notYet);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }
}
