package fr.maillage.discussion;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who was named where, and whether they have written in the thread since. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MentionTable {

    private final JdbcClient jdbc;

    MentionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Comment comment, Collection<PersonId> people) {
        for (PersonId person : people) {
            jdbc.sql("insert ignore into mention (comment, person, thread, item)"
                    + " values (:comment, :person, :thread, :item)")
                    .param("comment", comment.id().value()).param("person", person.value())
                    .param("thread", comment.thread().value()).param("item", comment.item()).update();
        }
    }

    void keepOnly(Comment comment, Collection<PersonId> people) {
        var sql = jdbc.sql("delete from mention where comment = :comment"
                + (people.isEmpty() ? "" : " and person not in (:people)")).param("comment", comment.id().value());
        (people.isEmpty() ? sql : sql.param("people", people.stream().map(PersonId::value).toList())).update();
    }

    /** The person wrote in the thread: what called them there is answered. */
    void answered(CommentId thread, PersonId person, Instant now) {
        jdbc.sql("update mention set answered_at = :now where thread = :thread and person = :person"
                + " and answered_at is null")
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC)).param("thread", thread.value())
                .param("person", person.value()).update();
    }
}
