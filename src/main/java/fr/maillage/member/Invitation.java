package fr.maillage.member;

import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A link that opens an invited membership, once. Only the digest of its secret is kept. */
@Entity
@Table(name = "invitation")
class Invitation {

    static final Duration LIFE = Duration.ofDays(14);

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "id")
    private UUID id;

    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "membership", nullable = false)
    private UUID membership;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "token_hash", nullable = false, length = 32)
    private byte[] tokenHash;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "invited_by")
    private @Nullable UUID invitedBy;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway")
    protected Invitation() {}

    static Invitation to(MembershipId membership, byte[] tokenHash, PersonId by, Instant now) {
        Invitation invitation = new Invitation();
        invitation.id = Ids.next();
        invitation.membership = membership.value();
        invitation.tokenHash = tokenHash;
        invitation.expiresAt = now.plus(LIFE);
        invitation.invitedBy = by.value();
        invitation.createdAt = now;
        return invitation;
    }

    void use(Instant now) {
        InvitationUnusable.Reason reason = reasonAgainst(now);
        if (reason != null) {
            throw new InvitationUnusable(reason);
        }
        this.usedAt = now;
    }

    /** The person answered without the link: it has nothing left to open. */
    void answered(Instant now) {
        if (reasonAgainst(now) == null) {
            this.usedAt = now;
        }
    }

    void revoke(Instant now) {
        if (revokedAt == null && usedAt == null) {
            this.revokedAt = now;
        }
    }

    InvitationUnusable.@Nullable Reason reasonAgainst(Instant now) {
        if (usedAt != null) {
            return InvitationUnusable.Reason.USED;
        }
        if (revokedAt != null) {
            return InvitationUnusable.Reason.REVOKED;
        }
        return now.isBefore(expiresAt) ? null : InvitationUnusable.Reason.EXPIRED;
    }

    MembershipId membership() {
        return new MembershipId(membership);
    }

    @Nullable
    PersonId invitedBy() {
        return invitedBy == null ? null : new PersonId(invitedBy);
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
