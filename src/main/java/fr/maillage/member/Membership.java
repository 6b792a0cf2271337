package fr.maillage.member;

import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.access.SpaceKind;
import fr.maillage.base.Checks;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
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
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person in a space, for an organization, under a profile, with a role, from a day until an optional day. */
@Entity
@Table(name = "membership")
class Membership {

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "id")
    private UUID id;

    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "person", nullable = false)
    private UUID person;

    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "space", nullable = false)
    private UUID space;

    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "organization", nullable = false)
    private UUID organization;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "profile", nullable = false)
    private Profile profile;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "role", nullable = false)
    private Role role;

    @Column(name = "from_date", nullable = false)
    private LocalDate from;

    @Column(name = "until_date")
    private @Nullable LocalDate until;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "state", nullable = false)
    private MembershipState state;

    @Column(name = "message", nullable = false)
    private String message;

    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "decided_by")
    private @Nullable UUID decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    private Long version;

    @SuppressWarnings("NullAway")
    protected Membership() {}

    private Membership(UUID id, PersonId person, SpaceId space, OrganizationId organization, Profile profile,
            Role role, LocalDate from, Instant now, MembershipState state) {
        this.id = id;
        this.person = person.value();
        this.space = space.value();
        this.organization = organization.value();
        this.profile = profile;
        this.role = role;
        this.from = from;
        this.state = state;
        this.message = "";
        this.createdAt = now;
    }

    /** Somebody asks to join; the role is decided by whoever approves. */
    static Membership requested(PersonId person, SpaceId space, OrganizationId organization, Profile profile,
            String message, LocalDate today, Instant now) {
        Membership membership = new Membership(Ids.next(), person, space, organization, profile, Role.READER, today,
                now, MembershipState.REQUESTED);
        membership.message = Checks.optional("message", message, 2000);
        return membership;
    }

    /** A coordinator invites; it counts once the person accepts. */
    static Membership invited(PersonId person, SpaceId space, SpaceKind kind, OrganizationId organization,
            Profile profile, Role role, @Nullable LocalDate until, LocalDate today, Instant now) {
        Membership membership = new Membership(Ids.next(), person, space, organization, profile, role, today, now,
                MembershipState.INVITED);
        membership.give(role, kind);
        membership.expire(until, today);
        return membership;
    }

    /** Set up by the platform itself: reference and demonstration data. */
    static Membership settled(UUID id, PersonId person, SpaceId space, OrganizationId organization, Profile profile,
            Role role, LocalDate from, @Nullable LocalDate until, Instant now) {
        Membership membership = new Membership(id, person, space, organization, profile, role, from, now,
                MembershipState.ACTIVE);
        membership.until = until;
        return membership;
    }

    /**
     * The strongest role a profile may hold: only elected officials and staff coordinate a territory, and a business
     * coordinates nothing.
     */
    static Role strongestFor(Profile profile, SpaceKind kind) {
        boolean mayCoordinate = kind == SpaceKind.TERRITORY ? profile.mayCoordinateTerritory()
                : profile != Profile.BUSINESS;
        return mayCoordinate ? Role.COORDINATOR : Role.EDITOR;
    }

    void give(Role newRole, SpaceKind kind) {
        if (!strongestFor(profile, kind).atLeast(newRole)) {
            throw new InvalidInput("role", "member.role.aboveProfile");
        }
        this.role = newRole;
    }

    /** Sets the last day that counts, today at the earliest; null for no end. */
    void expire(@Nullable LocalDate newUntil, LocalDate today) {
        if (newUntil != null && newUntil.isBefore(today)) {
            throw new InvalidInput("until", "member.until.past");
        }
        this.until = Checks.plausible("until", newUntil);
    }

    void accept(LocalDate today, Instant now) {
        require(MembershipState.INVITED);
        this.state = MembershipState.ACTIVE;
        this.from = today;
        this.decidedAt = now;
        this.decidedBy = person;
    }

    void approve(Role newRole, SpaceKind kind, @Nullable LocalDate newUntil, PersonId by, LocalDate today,
            Instant now) {
        require(MembershipState.REQUESTED);
        give(newRole, kind);
        expire(newUntil, today);
        this.state = MembershipState.ACTIVE;
        this.from = today;
        decided(by, now);
    }

    void suspend(PersonId by, Instant now) {
        require(MembershipState.ACTIVE);
        this.state = MembershipState.SUSPENDED;
        decided(by, now);
    }

    void resume(PersonId by, Instant now) {
        require(MembershipState.SUSPENDED);
        this.state = MembershipState.ACTIVE;
        decided(by, now);
    }

    /** Refused, withdrawn, left or removed: over for good. What the person wrote stays. */
    void end(PersonId by, Instant now) {
        if (state == MembershipState.ENDED) {
            throw new MembershipMoved();
        }
        this.state = MembershipState.ENDED;
        decided(by, now);
    }

    private void decided(PersonId by, Instant now) {
        this.decidedBy = by.value();
        this.decidedAt = now;
    }

    private void require(MembershipState expected) {
        if (state != expected) {
            throw new MembershipMoved();
        }
    }

    /** Whether it counts on that day. */
    boolean counts(LocalDate on) {
        return state == MembershipState.ACTIVE && !from.isAfter(on) && (until == null || !until.isBefore(on));
    }

    MembershipId id() {
        return new MembershipId(id);
    }

    PersonId person() {
        return new PersonId(person);
    }

    SpaceId space() {
        return new SpaceId(space);
    }

    OrganizationId organization() {
        return new OrganizationId(organization);
    }

    Profile profile() {
        return profile;
    }

    Role role() {
        return role;
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    MembershipState state() {
        return state;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Membership membership && id.equals(membership.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }
}
