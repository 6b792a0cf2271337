package fr.maillage.coediting;

import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.yjs.SharedDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The versions of live texts. Asks nobody for the right: {@link LiveTexts} does. */
@Component
class VersionStore {

    private static final String COLUMNS = "id, label, author, at, words";

    private final JdbcClient jdbc;
    private final TextStore texts;
    private final TransactionTemplate transaction;

    VersionStore(JdbcClient jdbc, TextStore texts, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.transaction = transaction;
    }

    List<LiveTextVersion> page(LiveTextId id, @Nullable UUID before, int limit) {
        return jdbc.sql("select " + COLUMNS + " from live_text_version where doc = :id"
                + " and (:before is null or id < :before) order by id desc limit :limit").param("id", id.value())
                .param("before", before).param("limit", limit).query(VersionStore::version).list();
    }

    Optional<byte[]> state(LiveTextId id, UUID version) {
        return jdbc.sql("select state from live_text_version where doc = :id and id = :version").param("id", id.value())
                .param("version", version).query((row, n) -> row.getBytes(1)).optional();
    }

    /** Keeps what is committed as a version; a new one without a name only if something changed since the last. */
    Optional<LiveTextVersion> keep(LiveTextId id, @Nullable String label, @Nullable PersonId author, Instant now) {
        SharedDocument document = SharedDocument.of(texts.load(id).updates());
        RichText content = Trees.document(document.read().xml(Trees.ROOT));
        String json = content.toJson();
        return transaction.execute(status -> {
            if (label == null && jdbc.sql("select content from live_text_version where doc = :id order by id desc limit 1")
                    .param("id", id.value()).query(String.class).optional().filter(json::equals).isPresent()) {
                return Optional.empty();
            }
            LiveTextVersion version = new LiveTextVersion(Ids.next(), label, author, now, content.words());
            jdbc.sql("insert into live_text_version (id, doc, at, label, author, words, state, content)"
                    + " values (:id, :doc, :at, :label, :author, :words, :state, :content)").param("id", version.id())
                    .param("doc", id.value()).param("at", TextStore.utc(now)).param("label", label)
                    .param("author", author == null ? null : author.value()).param("words", version.words())
                    .param("state", document.encode()).param("content", json).update();
            return Optional.of(version);
        });
    }

    /** A version without a name, by whoever wrote last. */
    void keepQuietly(LiveTextId id, Instant now) {
        PersonId writer = jdbc.sql("select changed_by from live_text where id = :id").param("id", id.value())
                .query((row, n) -> row.getObject(1, UUID.class)).optional().map(PersonId::new).orElse(null);
        keep(id, null, writer, now);
    }

    private static LiveTextVersion version(ResultSet row, int n) throws SQLException {
        UUID author = row.getObject(3, UUID.class);
        return new LiveTextVersion(row.getObject(1, UUID.class), row.getString(2),
                author == null ? null : new PersonId(author),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getInt(5));
    }
}
