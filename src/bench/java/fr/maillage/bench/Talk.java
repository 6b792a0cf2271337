package fr.maillage.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Comments, answers and mentions on some opportunities and actions of the last two months. */
final class Talk implements AutoCloseable {

    private static final int DAYS = 60;

    private record Item(UUID id, String kind, UUID author) {}

    private final Connection connection;
    private final Draw draw = new Draw("talk");
    private final Bulk comments;
    private final Bulk mentions;
    private final long end;

    Talk(Connection connection, boolean write, LocalDate today) throws SQLException {
        this.connection = connection;
        this.comments = new Bulk(connection, write, "item_comment", "id", "item", "kind", "parent", "author", "body",
                "created_at", "version");
        this.mentions = new Bulk(connection, write, "mention", "comment", "person", "thread", "item");
        this.end = today.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    void make(int count) throws SQLException {
        List<Item> items = new ArrayList<>();
        read("opportunity", items, count / 4);
        read("action", items, count / 2);
        for (int n = 0; n < count && !items.isEmpty(); n++) {
            Item item = draw.one(items);
            long at = end - (long) (DAYS * 86_400_000.0 * (count - n) / count);
            UUID thread = draw.id(at);
            comments.add(thread, item.id(), item.kind(), null, draw.one(items).author(), Words.sentence(draw),
                    Items.utc(at), 0);
            if (draw.chance(30) && ++n < count) {
                UUID answer = draw.id(at + 60_000);
                UUID called = draw.one(items).author();
                boolean calls = draw.chance(30);
                comments.add(answer, item.id(), item.kind(), thread, item.author(),
                        (calls ? "@[" + called + "] " : "") + Words.sentence(draw), Items.utc(at + 60_000), 0);
                if (calls) {
                    mentions.add(answer, called, thread, item.id());
                }
            }
        }
    }

    private void read(String table, List<Item> items, int limit) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement
                .executeQuery("select id, author from " + table + " order by id desc limit " + limit)) {
            while (row.next()) {
                items.add(new Item(row.getObject(1, UUID.class), table, row.getObject(2, UUID.class)));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        comments.close();
        mentions.close();
    }
}
