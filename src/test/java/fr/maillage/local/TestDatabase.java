package fr.maillage.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * Where the tests' database comes from: the one place that decides. One per test process, gone with it.
 * With {@code MAILLAGE_DB_URL} it is a schema of its own on that server, else the embedded MariaDB under {@code target}.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Shared by all tests of the project, so that the server is unpacked once. */
    static final Path PROGRAMS = Path.of("target", "mariadb");

    private static final String MARK = String.valueOf(ProcessHandle.current().pid());
    private static @Nullable Database database;

    private record Database(String url, String user, String password) {
    }

    /** A folder of this test process, deleted when it ends. */
    public static Path folder(String name) {
        return Path.of("target", "test-data", MARK, name);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var shared = shared();
        TestPropertyValues.of("maillage.db.url=" + shared.url, "maillage.db.user=" + shared.user,
                "maillage.db.password=" + shared.password, "maillage.data=" + folder("application")).applyTo(context);
    }

    private static synchronized Database shared() {
        if (database == null) {
            var url = System.getenv("MAILLAGE_DB_URL");
            database = url == null || url.isBlank() ? embedded() : ownSchemaAt(url);
        }
        return database;
    }

    private static Database embedded() {
        var server = EmbeddedMariaDb.start(folder("mariadb"), PROGRAMS, DataSize.ofMegabytes(256), System.out::println);
        atEnd(() -> {
            server.close();
            deleteFolders();
        });
        return new Database(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }

    private static Database ownSchemaAt(String url) {
        var user = System.getenv().getOrDefault("MAILLAGE_DB_USER", "");
        var password = System.getenv().getOrDefault("MAILLAGE_DB_PASSWORD", "");
        var schema = "maillage_test_" + MARK;
        run(url, user, password, "create or replace database " + schema + " character set utf8mb4 collate " + DatabaseAddress.COLLATION);
        atEnd(() -> {
            run(url, user, password, "drop database if exists " + schema);
            deleteFolders();
        });
        var own = url.replaceFirst("^(jdbc:mariadb:(?:[a-z]+:)?//[^/?]+)/?[^?]*", "$1/" + schema);
        return new Database(own, user, password);
    }

    private static void run(String url, String user, String password, String sql) {
        try (var connection = DriverManager.getConnection(url, user, password); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database named by MAILLAGE_DB_URL refuses: " + sql, failed);
        }
    }

    private static void atEnd(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "test database"));
    }

    private static void deleteFolders() {
        try {
            FileSystemUtils.deleteRecursively(Path.of("target", "test-data", MARK));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
