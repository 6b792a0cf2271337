package fr.maillage.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whichever server the tests run on, the application's own connections are set as the project needs them. */
@IntegrationTest
class DatabaseTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void connections_are_set_as_the_project_needs_them() {
        var row = jdbc.sql("""
                select @@collation_database as collation_database, @@collation_connection as collation_connection,
                       @@innodb_snapshot_isolation as snapshot, @@in_predicate_conversion_threshold as threshold,
                       @@transaction_isolation as isolation""").query().singleRow();
        assertThat(row.get("collation_database")).isEqualTo(DatabaseAddress.COLLATION);
        assertThat(row.get("collation_connection")).isEqualTo(DatabaseAddress.COLLATION);
        assertThat(row.get("snapshot")).isIn(1L, 1, true, "1");
        assertThat(String.valueOf(row.get("threshold"))).isEqualTo("0");
        assertThat(row.get("isolation")).isEqualTo("REPEATABLE-READ");
    }
}
