package fr.maillage.coediting;

import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.yjs.SharedDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The versions of live texts. Asks nobody for the right: {@link TextHistory} does. */
@Component
class VersionStore {

    private static final String COLUMNS = "id, label, author, at, words, restored";
    /** More people than that are not named for one version. */
    private static final int MOST_WRITERS = 30;
    /** For so long every version is kept; of an older day, the last one, and those somebody named or brought back. */
    static final Duration ALL_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final TextStore texts;
    private final TransactionTemplate transaction;

    VersionStore(JdbcClient jdbc, TextStore texts, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.transaction = transaction;
    }

    List<LiveTextVersion> page(LiveTextId id, @Nullable UUID before, int limit) {
        return withWriters(jdbc.sql("select " + COLUMNS + " from live_text_version where doc = :id"
                + " and (:before is null or id < :before) order by id desc limit :limit").param("id", id.value())
                .param("before", before).param("limit", limit).query(VersionStore::version).list());
    }

    /** One version of a text, and the one before it. */
    List<LiveTextVersion> upTo(LiveTextId id, UUID version) {
        return withWriters(jdbc.sql("select " + COLUMNS + " from live_text_version where doc = :id and id <= :version"
                + " order by id desc limit 2").param("id", id.value()).param("version", version)
                .query(VersionStore::version).list());
    }

    private List<LiveTextVersion> withWriters(List<LiveTextVersion> versions) {
        if (versions.isEmpty()) {
            return versions;
        }
        Map<UUID, List<PersonId>> writers = new HashMap<>();
        jdbc.sql("select version, person from live_text_version_person where version in (:ids) order by version, person")
                .param("ids", versions.stream().map(LiveTextVersion::id).toList()).query(row -> {
                    List<PersonId> of = writers.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>());
                    if (of.size() < MOST_WRITERS) {
                        of.add(new PersonId(row.getObject(2, UUID.class)));
                    }
                });
        return versions.stream().map(version -> new LiveTextVersion(version.id(), version.label(), version.author(),
                writers.getOrDefault(version.id(), List.of()), version.at(), version.words(), version.restored()))
                .toList();
    }

    Optional<byte[]> state(LiveTextId id, UUID version) {
        return jdbc.sql("select state from live_text_version where doc = :id and id = :version").param("id", id.value())
                .param("version", version).query((row, n) -> row.getBytes(1)).optional();
    }

    /** These people wrote since the last version, in the transaction of the caller. */
    void wrote(LiveTextId id, Collection<PersonId> people) {
        people.forEach(person -> jdbc.sql("insert ignore into live_text_writer (doc, person) values (:id, :person)")
                .param("id", id.value()).param("person", person.value()).update());
    }

    /**
     * Keeps what is committed as a version; a new one without a name only if something changed since the last.
     *
     * @param restored the version this is the content of again, or null
     */
    Optional<LiveTextVersion> keep(LiveTextId id, @Nullable String label, @Nullable PersonId author, Instant now,
            @Nullable UUID restored) {
        return keep(id, texts.load(id).updates(), label, author, now, restored);
    }

    /** The same of a content that need not be committed. */
    Optional<LiveTextVersion> keep(LiveTextId id, List<byte[]> updates, @Nullable String label, @Nullable PersonId author,
            Instant now, @Nullable UUID restored) {
        SharedDocument document = SharedDocument.of(updates);
        RichText content = Trees.document(document.read().xml(Trees.ROOT));
        String json = content.toJson();
        return transaction.execute(status -> {
            if (label == null && jdbc.sql("select content from live_text_version where doc = :id order by id desc limit 1")
                    .param("id", id.value()).query(String.class).optional().filter(json::equals).isPresent()) {
                return Optional.empty();
            }
            UUID version = Ids.next();
            jdbc.sql("insert into live_text_version (id, doc, at, label, author, words, restored, state, content)"
                    + " values (:id, :doc, :at, :label, :author, :words, :restored, :state, :content)")
                    .param("id", version).param("doc", id.value()).param("at", TextStore.utc(now)).param("label", label)
                    .param("author", author == null ? null : author.value()).param("words", content.words())
                    .param("restored", restored).param("state", document.encode()).param("content", json).update();
            jdbc.sql("insert into live_text_version_person (version, person)"
                    + " select :version, person from live_text_writer where doc = :id").param("version", version)
                    .param("id", id.value()).update();
            jdbc.sql("delete from live_text_writer where doc = :id").param("id", id.value()).update();
            thinOut(id, now.minus(ALL_KEPT));
            return Optional.of(withWriters(List.of(new LiveTextVersion(version, label, author, List.of(), now,
                    content.words(), restored))).getFirst());
        });
    }

    /**
     * Of each day (UTC) before this moment, leaves the last version and those that somebody named, that brought something
     * back or were brought back. Who wrote in one that goes is said of the next one that stays.
     */
    private void thinOut(LiveTextId id, Instant before) {
        record Superfluous(UUID version, UUID next) {}
        List<Superfluous> old = jdbc.sql("""
                select id, next from (
                  select id, label, restored, lead(id) over (partition by date(at) order by id) as next
                  from live_text_version where doc = :doc and at < :before) day
                where next is not null and label is null and restored is null
                  and not exists (select 1 from live_text_version later where later.doc = :doc and later.restored = day.id)
                order by id""").param("doc", id.value()).param("before", TextStore.utc(before))
                .query((row, n) -> new Superfluous(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list();
        for (Superfluous one : old) {
            jdbc.sql("insert ignore into live_text_version_person (version, person)"
                    + " select :next, person from live_text_version_person where version = :version")
                    .param("next", one.next()).param("version", one.version()).update();
            jdbc.sql("delete from live_text_version where id = :version").param("version", one.version()).update();
        }
    }

    /** A version without a name, by whoever wrote last. */
    void keepQuietly(LiveTextId id, Instant now) {
        PersonId writer = jdbc.sql("select changed_by from live_text where id = :id").param("id", id.value())
                .query((row, n) -> row.getObject(1, UUID.class)).optional().map(PersonId::new).orElse(null);
        keep(id, null, writer, now, null);
    }

    private static LiveTextVersion version(ResultSet row, int n) throws SQLException {
        UUID author = row.getObject(3, UUID.class);
        return new LiveTextVersion(row.getObject(1, UUID.class), row.getString(2),
                author == null ? null : new PersonId(author), List.of(),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getInt(5),
                row.getObject(6, UUID.class));
    }
}
