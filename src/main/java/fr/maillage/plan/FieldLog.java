package fr.maillage.plan;

import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the fields, lines and people of actions, change by change. Asks nobody for the right. */
@Component
class FieldLog {

    /** The field under which it is kept that somebody was named; the line is the person. */
    static final String PERSON = "person.";
    /** The field of the partners' names. */
    static final String PARTNER = "partner";

    /** One change, as it is stored. */
    record Entry(UUID id, UUID line, String field, Instant at, PersonId by, @Nullable String was,
            @Nullable String became) {}

    private final JdbcClient jdbc;
    private final Today today;

    FieldLog(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    void add(ActionId action, UUID line, String field, PersonId by, @Nullable String was, @Nullable String became) {
        jdbc.sql("insert into action_field_change (id, action, line, field, at, person, was, became)"
                + " values (:id, :action, :line, :field, :at, :person, :was, :became)").param("id", Ids.next())
                .param("action", action.value()).param("line", line).param("field", field)
                .param("at", FieldStore.utc(today.now())).param("person", by.value()).param("was", was)
                .param("became", became).update();
    }

    /** Newest first. */
    List<Entry> page(ActionId action, @Nullable UUID before, int limit) {
        return entries("(:before is null or id < :before) order by id desc limit :limit", action)
                .param("before", before).param("limit", limit).query(FieldLog::entry).list();
    }

    /** Oldest first. */
    List<Entry> between(ActionId action, Instant from, Instant to, int limit) {
        return entries("at >= :from and at < :to order by at, id limit :limit", action).param("from", FieldStore.utc(from))
                .param("to", FieldStore.utc(to)).param("limit", limit).query(FieldLog::entry).list();
    }

    private JdbcClient.StatementSpec entries(String where, ActionId action) {
        return jdbc.sql("select id, line, field, at, person, was, became from action_field_change where action = :action"
                + " and " + where).param("action", action.value());
    }

    private static Entry entry(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new PersonId(row.getObject(5, UUID.class)), row.getString(6), row.getString(7));
    }
}
