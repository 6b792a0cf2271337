package fr.maillage.access;

import fr.maillage.base.Ids;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The append-only record of what was decided, disclosed, shared, exported or administered: who, what, on what, when,
 * from where. Written in the transaction of the act, so that there is never one without the other.
 */
@Service
public class AuditLog {

    /** One line of the record. */
    public record Entry(UUID id, java.time.Instant at, @Nullable UUID actor, String operation, String subjectKind,
            @Nullable UUID subject, @Nullable UUID space, String detail, String address) {}

    private static final int LONGEST_DETAIL = 2000;

    private final JdbcClient jdbc;
    private final CurrentViewer viewer;
    private final AccessPolicy policy;
    private final Today today;

    AuditLog(JdbcClient jdbc, CurrentViewer viewer, AccessPolicy policy, Today today) {
        this.jdbc = jdbc;
        this.viewer = viewer;
        this.policy = policy;
        this.today = today;
    }

    /**
     * Adds a line.
     *
     * @param subjectKind a word: {@code space}, {@code person}, the name of an {@link ItemKind}
     * @param detail      what changed, in words for an auditor; never the content itself
     */
    @Transactional
    public void record(Operation operation, String subjectKind, @Nullable UUID subject, @Nullable SpaceId space,
            String detail) {
        record(operation.name(), subjectKind, subject, space, detail);
    }

    /** Adds a line for what is no operation of the matrix: signing in and out, a start-up import. */
    @Transactional
    public void record(String operation, String subjectKind, @Nullable UUID subject, @Nullable SpaceId space,
            String detail) {
        jdbc.sql("""
                insert into audit_entry (id, at, actor, operation, subject_kind, subject, space, detail, address)
                values (:id, :at, :actor, :operation, :kind, :subject, :space, :detail, :address)""")
                .param("id", Ids.next()).param("at", LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC))
                .param("actor", viewer.get() instanceof Viewer.SignedIn signedIn ? signedIn.person().value() : null)
                .param("operation", operation).param("kind", subjectKind).param("subject", subject)
                .param("space", space == null ? null : space.value())
                .param("detail", detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
                .param("address", address()).update();
    }

    /** The latest lines before the given one, newest first, for those who may read the record. */
    @Transactional(readOnly = true)
    public List<Entry> latest(@Nullable UUID before, int limit) {
        policy.require(Operation.READ_AUDIT, Subject.PLATFORM);
        return jdbc.sql("select id, at, actor, operation, subject_kind, subject, space, detail, address"
                + " from audit_entry where id < :before order by id desc limit :limit")
                .param("before", before == null ? new UUID(-1, -1) : before).param("limit", Math.min(limit, 200))
                .query((row, n) -> new Entry(row.getObject(1, UUID.class),
                        row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getObject(3, UUID.class),
                        row.getString(4), row.getString(5), row.getObject(6, UUID.class),
                        row.getObject(7, UUID.class), row.getString(8), row.getString(9)))
                .list();
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr() : "";
    }
}
