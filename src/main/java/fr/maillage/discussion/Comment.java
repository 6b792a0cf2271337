package fr.maillage.discussion;

import fr.maillage.base.Checks;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One comment: it opens a thread on an item, or answers in one. Withdrawn comments keep their place. */
@Entity
@Table(name = "item_comment")
class Comment {

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID id;

    @Column(nullable = false, updatable = false)
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID item;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.UUID)
    private @Nullable UUID parent;

    @Column(nullable = false, updatable = false)
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID author;

    @Column(nullable = false, columnDefinition = "text")
    private String body;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "edited_at")
    private @Nullable Instant editedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "deleted_by")
    @JdbcTypeCode(SqlTypes.UUID)
    private @Nullable UUID deletedBy;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    @Column(name = "resolved_by")
    @JdbcTypeCode(SqlTypes.UUID)
    private @Nullable UUID resolvedBy;

    @Version
    private @Nullable Long version;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Comment() {}

    private Comment(UUID item, String kind, @Nullable UUID parent, PersonId author, String body, Instant now) {
        this.id = Ids.next();
        this.item = item;
        this.kind = kind;
        this.parent = parent;
        this.author = author.value();
        this.body = Checks.required(DiscussionService.TEXT, body, DiscussionService.LONGEST);
        this.createdAt = now;
    }

    static Comment opening(UUID item, String kind, PersonId author, String body, Instant now) {
        return new Comment(item, kind, null, author, body, now);
    }

    /** An answer in this comment's thread; answering an answer stays in the same thread. */
    Comment answer(PersonId author, String body, Instant now) {
        return new Comment(item, kind, thread().value(), author, body, now);
    }

    /** Replaces the words. A withdrawn comment has none to replace. */
    boolean edit(String newBody, Instant now) {
        String checked = Checks.required(DiscussionService.TEXT, newBody, DiscussionService.LONGEST);
        if (isWithdrawn()) {
            throw new CommentWithdrawn();
        }
        if (checked.equals(body)) {
            return false;
        }
        body = checked;
        editedAt = now;
        return true;
    }

    boolean withdraw(PersonId by, Instant now) {
        if (isWithdrawn()) {
            return false;
        }
        deletedAt = now;
        deletedBy = by.value();
        return true;
    }

    /** Undoes a withdrawal, by the one who made it. */
    boolean bringBack(PersonId by) {
        if (!isWithdrawn() || !by.value().equals(deletedBy)) {
            return false;
        }
        deletedAt = null;
        deletedBy = null;
        return true;
    }

    boolean resolve(PersonId by, Instant now) {
        if (parent != null || resolvedAt != null) {
            return false;
        }
        resolvedAt = now;
        resolvedBy = by.value();
        return true;
    }

    boolean reopen() {
        boolean wasResolved = resolvedAt != null;
        resolvedAt = null;
        resolvedBy = null;
        return wasResolved;
    }

    CommentId id() {
        return new CommentId(id);
    }

    UUID item() {
        return item;
    }

    String kind() {
        return kind;
    }

    CommentId thread() {
        return new CommentId(parent == null ? id : parent);
    }

    PersonId author() {
        return new PersonId(author);
    }

    String body() {
        return body;
    }

    boolean isWithdrawn() {
        return deletedAt != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Comment comment && comment.id.equals(id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
