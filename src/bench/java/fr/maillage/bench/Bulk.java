package fr.maillage.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of one table, written a few thousand at a time. */
final class Bulk implements AutoCloseable {

    private static final int AT_ONCE = 4_000;

    private final @Nullable PreparedStatement insert;
    private int waiting;

    /** @param write false for rows that stand already: they are counted and thrown away */
    Bulk(Connection connection, boolean write, String table, String... columns) throws SQLException {
        this.insert = !write ? null : connection.prepareStatement("insert into " + table + " ("
                + String.join(", ", columns) + ") values ("
                + Arrays.stream(columns).map(column -> "?").collect(Collectors.joining(", ")) + ")");
    }

    void add(@Nullable Object... values) throws SQLException {
        if (insert == null) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                insert.setNull(i + 1, Types.VARCHAR);
            } else {
                insert.setObject(i + 1, values[i]);
            }
        }
        insert.addBatch();
        if (++waiting >= AT_ONCE) {
            flush();
        }
    }

    private void flush() throws SQLException {
        if (insert != null && waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        if (insert != null) {
            insert.close();
        }
    }
}
