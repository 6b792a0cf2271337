package fr.maillage.alliance;

import fr.maillage.access.SpaceKind;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The membership of a space in an alliance, from the proposal to the leave. A new attempt is a new row. */
@Entity
@Table(name = "alliance_member")
class AllianceMember {

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID id;
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "alliance")
    private UUID alliance;
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "member")
    private UUID member;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "member_kind")
    private SpaceKind memberKind;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "state")
    private MemberState state;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "proposed_side")
    private Side proposedSide;
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "proposed_by")
    private @Nullable UUID proposedBy;
    @Column(name = "proposed_at")
    private Instant proposedAt;
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "answered_by")
    private @Nullable UUID answeredBy;
    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;
    @Column(name = "from_date")
    private @Nullable LocalDate from;
    @Column(name = "until_date")
    private @Nullable LocalDate until;
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "ended_by")
    private @Nullable UUID endedBy;
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;
    @Version
    @Column(name = "version")
    private @Nullable Long version;

    @SuppressWarnings({"unused", "NullAway.Init"})
    private AllianceMember() {}

    private AllianceMember(UUID id, SpaceId alliance, SpaceId member, SpaceKind memberKind, MemberState state,
            Side proposedSide, @Nullable PersonId proposedBy, Instant at) {
        this.id = id;
        this.alliance = alliance.value();
        this.member = member.value();
        this.memberKind = memberKind;
        this.state = state;
        this.proposedSide = proposedSide;
        this.proposedBy = proposedBy == null ? null : proposedBy.value();
        this.proposedAt = at;
    }

    /** One side asks the other. */
    static AllianceMember propose(SpaceId alliance, SpaceId member, SpaceKind kind, Side side, PersonId by,
            Instant at) {
        if (alliance.equals(member)) {
            throw new InvalidInput("member", "alliance.member.itself");
        }
        return new AllianceMember(Ids.next(), alliance, member, kind, MemberState.PROPOSED, side, by, at);
    }

    /** A membership there from the start: that of the founder, or one known from public sources. */
    static AllianceMember founding(SpaceId alliance, SpaceId member, SpaceKind kind, @Nullable PersonId by,
            @Nullable LocalDate from, Instant at) {
        AllianceMember founding =
                new AllianceMember(Ids.next(), alliance, member, kind, MemberState.ACTIVE, Side.MEMBER, by, at);
        founding.answeredAt = at;
        founding.from = from;
        return founding;
    }

    /** The other side agrees: from today on the two are allied. Doing it again changes nothing. */
    void accept(PersonId by, Instant at, LocalDate today) {
        if (state == MemberState.ACTIVE) {
            return;
        }
        answer(MemberState.ACTIVE, by, at);
        from = today;
    }

    /** The other side does not agree. Doing it again changes nothing. */
    void decline(PersonId by, Instant at) {
        if (state != MemberState.DECLINED) {
            answer(MemberState.DECLINED, by, at);
        }
    }

    /** The side that proposed takes it back. Doing it again changes nothing. */
    void withdraw(PersonId by, Instant at) {
        if (state != MemberState.WITHDRAWN) {
            answer(MemberState.WITHDRAWN, by, at);
        }
    }

    private void answer(MemberState answer, PersonId by, Instant at) {
        if (state != MemberState.PROPOSED) {
            throw new InvalidInput("member", "alliance.proposal.closed");
        }
        state = answer;
        answeredBy = by.value();
        answeredAt = at;
    }

    /** The two part, at once. Doing it again changes nothing. */
    void leave(PersonId by, Instant at, LocalDate today) {
        if (state == MemberState.LEFT) {
            return;
        }
        if (state != MemberState.ACTIVE) {
            throw new InvalidInput("member", "alliance.member.notActive");
        }
        state = MemberState.LEFT;
        until = today;
        endedBy = by.value();
        endedAt = at;
    }

    UUID id() {
        return id;
    }

    SpaceId alliance() {
        return new SpaceId(alliance);
    }

    SpaceId member() {
        return new SpaceId(member);
    }

    SpaceKind memberKind() {
        return memberKind;
    }

    MemberState state() {
        return state;
    }

    Side proposedSide() {
        return proposedSide;
    }

    /** The space of that side. */
    SpaceId spaceOf(Side side) {
        return side == Side.ALLIANCE ? alliance() : member();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllianceMember that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
