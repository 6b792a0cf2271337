package fr.maillage.discussion;

import fr.maillage.access.CurrentViewer;
import fr.maillage.base.Today;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When a person last looked at home: what is later is marked as new. */
@Service
public class HomeSeen {

    private final JdbcClient jdbc;
    private final CurrentViewer viewer;
    private final Today today;

    HomeSeen(JdbcClient jdbc, CurrentViewer viewer, Today today) {
        this.jdbc = jdbc;
        this.viewer = viewer;
        this.today = today;
    }

    /** The time of the visit before this one, if there was one; this one is kept for the next. */
    @Transactional
    public Optional<Instant> visit() {
        var person = viewer.person().value();
        Optional<Instant> before = jdbc.sql("select at from home_seen where person = :person").param("person", person)
                .query((row, n) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC)).optional();
        jdbc.sql("insert into home_seen (person, at) values (:person, :at) on duplicate key update at = values(at)")
                .param("person", person).param("at", LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC)).update();
        return before;
    }
}
