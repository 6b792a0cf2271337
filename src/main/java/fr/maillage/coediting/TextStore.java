package fr.maillage.coediting;

import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.base.PersonId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Live texts in the database: a state, and the log of what came after it. */
@Component
class TextStore {

    /** A text as far as it is known without its content. */
    record Known(LiveTextId id, LiveTextRef ref, int format) {}

    /** A batch of changes of one text. */
    record Row(LiveTextId text, long seq, @Nullable PersonId person, Instant at, byte[] payload) {}

    /** From this clock on, what this client writes was sent by this person. */
    record Author(LiveTextId text, long client, int fromClock, PersonId person) {}

    /** State and log, in no particular order, and how many rows the log had. */
    record Content(List<byte[]> updates, int rows) {}

    /** Rows younger than this stay when their content has gone into the state: other nodes may not have read them. */
    private static final int KEPT_SECONDS = 30;
    private static final int ROWS_AT_ONCE = 200;
    /**
     * Bytes of a row, and of all rows of a statement: a server takes sixteen MiB at once where nobody says otherwise, and
     * a byte may need two of them.
     */
    static final int LARGEST_ROW = 8_000_000;

    private final StoringLine line;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    /** Reads what is committed at each question: a log that grows meanwhile makes nothing fail. */
    private final TransactionTemplate compaction;

    TextStore(StoringLine line, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.line = line;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.compaction = new TransactionTemplate(transactions);
        compaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    int registerNode(Instant now) {
        return transaction.execute(status -> {
            jdbc.sql("delete from collab_node where alive_at < :longAgo and not exists"
                    + " (select 1 from collab_update where node = collab_node.id)")
                    .param("longAgo", utc(now.minusSeconds(86_400))).update();
            jdbc.sql("insert into collab_node (started_at, alive_at) values (:now, :now)").param("now", utc(now)).update();
            return jdbc.sql("select last_insert_id()").query(Integer.class).single();
        });
    }

    Optional<Known> find(LiveTextRef ref) {
        return jdbc.sql("select id, format from live_text where item = :item and field = :field")
                .param("item", ref.item().id()).param("field", ref.field())
                .query((row, n) -> new Known(new LiveTextId(row.getObject(1, UUID.class)), ref, row.getInt(2))).optional();
    }

    Optional<Known> find(LiveTextId id) {
        return jdbc.sql("select item, item_kind, kind_name, field, format from live_text where id = :id")
                .param("id", id.value())
                .query((row, n) -> new Known(id, new LiveTextRef(new ItemRef(
                        new ItemKind(row.getInt(2), row.getString(3)), row.getObject(1, UUID.class)), row.getString(4)),
                        row.getInt(5))).optional();
    }

    /** The texts of an item that have been opened, by the names of their fields. */
    Map<String, LiveTextId> ofItem(ItemRef item) {
        Map<String, LiveTextId> texts = new TreeMap<>();
        jdbc.sql("select field, id from live_text where item = :item").param("item", item.id())
                .query(row -> {
                    texts.put(row.getString(1), new LiveTextId(row.getObject(2, UUID.class)));
                });
        return texts;
    }

    /**
     * Adds a text, in the transaction of the caller.
     *
     * @param client the Yjs client that wrote the content in the author's name
     */
    void insert(LiveTextId id, LiveTextRef ref, byte[] state, RichText content, long client, PersonId author,
            Instant now) {
        jdbc.sql("""
                insert into live_text (id, item, item_kind, kind_name, field, state, plain, words, created_by, created_at,
                  changed_at, changed_by)
                values (:id, :item, :kind, :kindName, :field, :state, :plain, :words, :author, :now, :now, :author)""")
                .param("id", id.value()).param("item", ref.item().id()).param("kind", ref.item().kind().code())
                .param("kindName", ref.item().kind().name()).param("field", ref.field()).param("state", state)
                .param("plain", content.plainText()).param("words", content.words()).param("author", author.value())
                .param("now", utc(now)).update();
        jdbc.sql("insert into collab_author (doc, client, from_clock, person) values (:doc, :client, 0, :person)")
                .param("doc", id.value()).param("client", client).param("person", author.value()).update();
    }

    void raiseFormat(LiveTextId id, int format) {
        jdbc.sql("update live_text set format = :format where id = :id and format < :format")
                .param("format", format).param("id", id.value()).update();
    }

    /** Everything that was ever committed of a text. */
    Content load(LiveTextId id) {
        return transaction.execute(status -> {
            List<byte[]> updates = new ArrayList<>();
            updates.add(jdbc.sql("select state from live_text where id = :id").param("id", id.value())
                    .query((row, n) -> row.getBytes(1)).single());
            List<byte[]> log = jdbc.sql("select payload from collab_update where doc = :id order by node, seq")
                    .param("id", id.value()).query((row, n) -> row.getBytes(1)).list();
            updates.addAll(log);
            return new Content(updates, log.size());
        });
    }

    /** Who wrote what: for each client, by the clocks from which on what it wrote is somebody's. */
    Map<Long, NavigableMap<Integer, PersonId>> writers(LiveTextId id) {
        Map<Long, NavigableMap<Integer, PersonId>> writers = new HashMap<>();
        jdbc.sql("select client, from_clock, person from collab_author where doc = :id").param("id", id.value())
                .query(row -> {
                    writers.computeIfAbsent(row.getLong(1), client -> new TreeMap<>())
                            .put(row.getInt(2), new PersonId(row.getObject(3, UUID.class)));
                });
        return writers;
    }

    /** Who sent last what each client wrote. */
    Map<Long, PersonId> authors(LiveTextId id) {
        Map<Long, PersonId> authors = new HashMap<>();
        jdbc.sql("select client, person from collab_author where doc = :id order by client, from_clock")
                .param("id", id.value())
                .query(row -> {
                    authors.put(row.getLong(1), new PersonId(row.getObject(2, UUID.class)));
                });
        return authors;
    }

    /**
     * Appends batches and commits them, all or none. The same batch twice is there once, so that an append whose answer
     * was lost may be repeated.
     */
    void append(int node, List<Row> rows, List<Author> authors) throws SQLException {
        try (Connection connection = line.open()) {
            // Who wrote comes first: without the text it says nothing, the text without it would have no author.
            for (int from = 0; from < authors.size(); from += ROWS_AT_ONCE) {
                insert(connection, authors.subList(from, Math.min(authors.size(), from + ROWS_AT_ONCE)));
            }
            if (end(rows, 0) == rows.size()) {
                insert(connection, node, rows);
                return;
            }
            connection.setAutoCommit(false);
            try {
                for (int from = 0, end; from < rows.size(); from = end) {
                    end = end(rows, from);
                    insert(connection, node, rows.subList(from, end));
                }
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Where a statement ends that begins with this row. */
    private static int end(List<Row> rows, int from) {
        int most = Math.min(rows.size(), from + ROWS_AT_ONCE);
        int end = from + 1;
        for (long bytes = rows.get(from).payload.length; end < most; end++) {
            bytes += rows.get(end).payload.length;
            if (bytes > LARGEST_ROW) {
                break;
            }
        }
        return end;
    }

    private static void insert(Connection connection, int node, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into collab_update (doc, node, seq, person, at, payload) values (?,?,?,?,?,?)"
                        + ",(?,?,?,?,?,?)".repeat(rows.size() - 1) + " on duplicate key update node = values(node)")) {
            int at = 1;
            for (Row row : rows) {
                insert.setObject(at++, row.text.value());
                insert.setInt(at++, node);
                insert.setLong(at++, row.seq);
                insert.setObject(at++, row.person == null ? null : row.person.value());
                insert.setObject(at++, utc(row.at));
                insert.setBytes(at++, row.payload);
            }
            insert.executeUpdate();
        }
    }

    private static void insert(Connection connection, List<Author> authors) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert ignore into collab_author (doc, client, from_clock, person) values (?,?,?,?)"
                        + ",(?,?,?,?)".repeat(authors.size() - 1))) {
            int at = 1;
            for (Author author : authors) {
                insert.setObject(at++, author.text.value());
                insert.setLong(at++, author.client);
                insert.setInt(at++, author.fromClock);
                insert.setObject(at++, author.person.value());
            }
            insert.executeUpdate();
        }
    }

    /**
     * Puts the log into the state, in one transaction; {@code derive} gets both and says what the new state and its
     * words are, in the same transaction.
     */
    void compact(LiveTextId id, Instant now, Function<List<byte[]>, Derived> derive) {
        compaction.executeWithoutResult(status -> {
            // Others who compact this text wait here, and then read what this one leaves.
            byte[] state = jdbc.sql("select state from live_text where id = :id for update").param("id", id.value())
                    .query((row, n) -> row.getBytes(1)).single();
            List<byte[]> updates = new ArrayList<>(List.of(state));
            Map<Integer, Long> read = new HashMap<>();
            jdbc.sql("select node, seq, payload from collab_update where doc = :id order by node, seq")
                    .param("id", id.value()).query(row -> {
                        read.merge(row.getInt(1), row.getLong(2), Math::max);
                        updates.add(row.getBytes(3));
                    });
            Derived derived = derive.apply(updates);
            jdbc.sql("""
                    update live_text set state = :state, plain = :plain, words = :words where id = :id""")
                    .param("state", derived.state).param("plain", derived.plain).param("words", derived.words)
                    .param("id", id.value()).update();
            read.forEach((node, seq) -> jdbc.sql("delete from collab_update where doc = :id and node = :node"
                    + " and seq <= :seq and at < :before").param("id", id.value()).param("node", node)
                    .param("seq", seq).param("before", utc(now.minusSeconds(KEPT_SECONDS))).update());
        });
    }

    /** What is computed from a document. */
    record Derived(byte[] state, String plain, int words) {}

    /** Replaces what is derived, in the transaction of the caller. */
    void saveWords(LiveTextId id, RichText content, Instant now, @Nullable PersonId writer) {
        jdbc.sql("update live_text set plain = :plain, words = :words, changed_at = :now,"
                + " changed_by = coalesce(:writer, changed_by) where id = :id")
                .param("plain", content.plainText()).param("words", content.words()).param("now", utc(now))
                .param("writer", writer == null ? null : writer.value()).param("id", id.value()).update();
    }

    /** Texts whose log is not empty: after a crash their words may be behind. */
    List<LiveTextId> withLog(int most) {
        return jdbc.sql("select distinct doc from collab_update limit :most").param("most", most)
                .query((row, n) -> new LiveTextId(row.getObject(1, UUID.class))).list();
    }

    /** Says that this node is alive; returns the others that said so within these seconds. */
    List<Integer> heartbeat(int node, Instant now, int seconds) {
        jdbc.sql("update collab_node set alive_at = :now where id = :node").param("now", utc(now)).param("node", node)
                .update();
        return jdbc.sql("select id from collab_node where id <> :node and alive_at > :since").param("node", node)
                .param("since", utc(now.minusSeconds(seconds))).query(Integer.class).list();
    }

    /** The number of the last batch that a node committed before this moment, 0 when there is none. */
    long lastSeq(int node, Instant before) {
        // Backwards through the newest, which are few: at worst the batches since that moment are looked at.
        return jdbc.sql("select seq from collab_update force index (of_node) where node = :node and at < :before"
                + " order by seq desc limit 1").param("node", node).param("before", utc(before))
                .query(Long.class).optional().orElse(0L);
    }

    /** What a node committed after a batch, in its order. */
    List<Row> after(int node, long seq) {
        return jdbc.sql("select doc, seq, payload, at from collab_update where node = :node and seq > :seq"
                + " order by seq limit 500").param("node", node).param("seq", seq)
                .query((row, n) -> new Row(new LiveTextId(row.getObject(1, UUID.class)), row.getLong(2), null,
                        row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getBytes(3))).list();
    }
}
