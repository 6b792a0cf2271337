package fr.maillage.file;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.Checks;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of items: who may see an item may read its files, who may edit it may add and remove them. */
@Service
public class Attachments {

    /** Largest file taken, in bytes. */
    public static final long LARGEST = 20L * 1024 * 1024;
    /** Most files an item carries. */
    public static final int MOST = 30;

    private static final String COLUMNS = "id, item, name, media_type, size, added_by, added_at";

    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final FileStore store;
    private final JdbcClient jdbc;
    private final Today today;

    Attachments(AccessPolicy policy, CurrentViewer viewer, AuditLog audit, FileStore store, JdbcClient jdbc,
            Today today) {
        this.policy = policy;
        this.viewer = viewer;
        this.audit = audit;
        this.store = store;
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * Attaches a file.
     *
     * @param name as the sender calls it; folders are dropped
     * @throws InvalidInput on the field {@code file}: too large, too many, or of a kind that is not taken
     */
    @Transactional
    public Attachment add(ItemRef item, String name, InputStream content) {
        policy.require(Operation.EDIT, Subject.of(item));
        // Locks the files of the item, so that two uploads at once do not both take the last place.
        int present = jdbc.sql("select id from attachment where item = :item and removed_at is null for update")
                .param("item", item.id()).query(UUID.class).list().size();
        if (present >= MOST) {
            throw new InvalidInput("file", "file.tooMany", MOST);
        }
        Path last = Path.of(name.replace('\\', '/').replace('\0', ' ')).getFileName();
        String fileName = Checks.required("file", last == null ? "" : last.toString(), 255);
        try (BufferedInputStream buffered = new BufferedInputStream(new Bounded(content, LARGEST), 1 << 16)) {
            String mediaType = MediaTypes.detect(buffered, fileName);
            FileStore.Stored stored = store.put(buffered);
            Attachment attachment = new Attachment(Ids.next(), item.id(), fileName, mediaType, stored.size(),
                    viewer.person(), today.now().truncatedTo(ChronoUnit.MILLIS));
            jdbc.sql("insert into attachment (id, item, item_kind, name, media_type, size, sha256, added_by, added_at)"
                    + " values (:id, :item, :kind, :name, :type, :size, :sha, :by, :at)")
                    .param("id", attachment.id()).param("item", item.id()).param("kind", item.kind().code())
                    .param("name", fileName).param("type", mediaType).param("size", stored.size())
                    .param("sha", stored.sha256()).param("by", attachment.addedBy().value())
                    .param("at", LocalDateTime.ofInstant(attachment.addedAt(), ZoneOffset.UTC)).update();
            return attachment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of an item, oldest first; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<Attachment> of(ItemRef item) {
        policy.require(Operation.VIEW, Subject.of(item));
        return jdbc.sql("select " + COLUMNS + " from attachment where item = :item and removed_at is null order by id"
                + " limit " + MOST).param("item", item.id()).query(Attachments::attachment).list();
    }

    @Transactional
    public void remove(UUID id) {
        Attachment attachment = find(id);
        policy.require(Operation.EDIT, Subject.item(attachment.item()));
        jdbc.sql("update attachment set removed_at = :now where id = :id and removed_at is null")
                .param("now", LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC)).param("id", id).update();
        audit.record(Operation.EDIT, "attachment", id, null, "removed");
    }

    /** Puts back what was removed by mistake. */
    @Transactional
    public void restore(UUID id) {
        Attachment attachment = find(id);
        policy.require(Operation.EDIT, Subject.item(attachment.item()));
        jdbc.sql("update attachment set removed_at = null where id = :id").param("id", id).update();
    }

    /**
     * One file, for reading.
     *
     * @throws NotVisible when there is none, when it was removed, or when its item is not meant for the reader
     */
    @Transactional(readOnly = true)
    public Attachment get(UUID id) {
        Attachment attachment = find(id);
        policy.require(Operation.VIEW, Subject.item(attachment.item()));
        if (jdbc.sql("select removed_at from attachment where id = :id").param("id", id)
                .query((row, n) -> row.getTimestamp(1) != null).single()) {
            throw new NotVisible();
        }
        return attachment;
    }

    /** The bytes of a file that {@link #get} let through. */
    @Transactional(readOnly = true)
    public InputStream open(Attachment attachment) throws IOException {
        policy.require(Operation.VIEW, Subject.item(attachment.item()));
        return store.open(jdbc.sql("select sha256 from attachment where id = :id").param("id", attachment.id())
                .query(String.class).single());
    }

    private Attachment find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from attachment where id = :id").param("id", id)
                .query(Attachments::attachment).optional().orElseThrow(NotVisible::new);
    }

    private static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3),
                row.getString(4), row.getLong(5), new PersonId(row.getObject(6, UUID.class)),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    /** Stops reading what is larger than allowed, whatever length the sender announced. */
    private static final class Bounded extends java.io.FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new InvalidInput("file", "file.tooLarge", LARGEST / 1024 / 1024);
            }
        }
    }
}
