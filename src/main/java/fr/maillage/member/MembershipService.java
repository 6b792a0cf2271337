package fr.maillage.member;

import fr.maillage.access.AccessChanged;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.access.Subject;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who belongs to a space and as what: asking, deciding, changing, ending. A space that has a coordinator never loses
 * its last one, and removing somebody keeps what they wrote.
 */
@Service
// Read committed: what is read after a lock is what is true now, not what was true when the transaction began.
@Transactional(isolation = Isolation.READ_COMMITTED)
public class MembershipService {

    /** A membership of the person who asks for it. */
    public record Mine(MembershipId id, SpaceId space, OrganizationId organization, String organizationName,
            Profile profile, Role role, LocalDate from, @Nullable LocalDate until, MembershipState state) {}

    /**
     * Somebody asks to join.
     *
     * @param organization the organization they act for, when it is known
     * @param addition     else the one to add; exactly one of the two is there
     */
    public record JoinRequest(SpaceId space, Profile profile, @Nullable OrganizationId organization,
            Organizations.@Nullable Addition addition, String message) {}

    private static final int MOST_OPEN_REQUESTS = 20;

    private final MembershipRepository memberships;
    private final Organizations organizations;
    private final AccessPolicy policy;
    private final Spaces spaces;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Today today;

    MembershipService(MembershipRepository memberships, Organizations organizations, AccessPolicy policy,
            Spaces spaces, CurrentViewer viewer, AuditLog audit, ApplicationEventPublisher events, JdbcClient jdbc,
            Today today) {
        this.memberships = memberships;
        this.organizations = organizations;
        this.policy = policy;
        this.spaces = spaces;
        this.viewer = viewer;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** The memberships of whoever is acting that are not over, newest first; expired ones included. */
    @Transactional(readOnly = true)
    public List<Mine> mine() {
        return jdbc.sql("""
                select m.id, m.space, o.id, o.name, m.profile, m.role, m.from_date, m.until_date, m.state
                from membership m join organization o on o.id = m.organization
                where m.person = :person and m.state <> 'ENDED' order by m.id desc limit 500""")
                .param("person", viewer.person().value())
                .query((row, n) -> new Mine(new MembershipId(row.getObject(1, UUID.class)),
                        new SpaceId(row.getObject(2, UUID.class)), new OrganizationId(row.getObject(3, UUID.class)),
                        row.getString(4), Profile.valueOf(row.getString(5)), Role.valueOf(row.getString(6)),
                        row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class),
                        MembershipState.valueOf(row.getString(9))))
                .list();
    }

    /**
     * Asks to join a space; its coordinators decide.
     *
     * @throws InvalidInput when they already belong to it in that way, or have asked
     */
    public MembershipId requestToJoin(JoinRequest request) {
        policy.require(Operation.JOIN, Subject.of(request.space()));
        PersonId person = viewer.person();
        // Two clicks at once: the second waits here, and then finds the request of the first.
        jdbc.sql("select id from person where id = :id for update").param("id", person.value())
                .query((row, n) -> row.getString(1)).single();
        OrganizationId organization = request.organization() != null
                ? organizations.existing(request.organization()) : organizations.findOrAdd(java.util.Objects.requireNonNull(request.addition()), request.space());
        refuseTwice(person, request.space(), organization, request.profile());
        int open = jdbc.sql("select count(*) from membership where person = :person and state = 'REQUESTED'")
                .param("person", person.value()).query(Integer.class).single();
        if (open >= MOST_OPEN_REQUESTS) {
            throw new InvalidInput("message", "member.request.tooMany");
        }
        Membership membership = memberships.save(Membership.requested(person, request.space(), organization,
                request.profile(), request.message(), today.date(), today.now()));
        audit.record(Operation.JOIN, "person", person.value(), request.space(), request.profile().name());
        return membership.id();
    }

    void refuseTwice(PersonId person, SpaceId space, OrganizationId organization, Profile profile) {
        for (Membership living : memberships.living(person.value(), space.value())) {
            if (living.profile() == profile && living.organization().equals(organization)) {
                throw new InvalidInput("organization", living.state() == MembershipState.REQUESTED
                        ? "member.request.already" : "member.already");
            }
        }
    }

    /** The roles a profile may hold in a space, weakest first. */
    @Transactional(readOnly = true)
    public List<Role> rolesFor(Profile profile, SpaceId space) {
        Role strongest = Membership.strongestFor(profile, kind(space));
        return java.util.Arrays.stream(Role.values()).filter(strongest::atLeast).toList();
    }

    /** Lets somebody in who asked to join, with that role and until that day (null: no end). */
    public void approve(MembershipId id, Role role, @Nullable LocalDate until) {
        Membership membership = decidable(id, Operation.APPROVE_REQUEST);
        membership.approve(role, kind(membership.space()), until, viewer.person(), today.date(), today.now());
        changed(Operation.APPROVE_REQUEST, membership, role.name() + until(until));
    }

    /** Refuses a request to join. The person may ask again. */
    public void refuse(MembershipId id) {
        Membership membership = decidable(id, Operation.APPROVE_REQUEST);
        if (membership.state() != MembershipState.REQUESTED) {
            throw new MembershipMoved();
        }
        membership.end(viewer.person(), today.now());
        changed(Operation.APPROVE_REQUEST, membership, "refused");
    }

    /** @throws Refused when it would leave the space without a coordinator */
    public void changeRole(MembershipId id, Role role) {
        Membership membership = decidable(id, Operation.SET_ROLE);
        Role before = membership.role();
        if (role != Role.COORDINATOR) {
            keepACoordinator(membership, Operation.SET_ROLE);
        }
        membership.give(role, kind(membership.space()));
        changed(Operation.SET_ROLE, membership, before + " → " + role);
    }

    /**
     * Sets the last day that counts, or none.
     *
     * @throws Refused when the last coordinator would one day be gone
     */
    public void setExpiry(MembershipId id, @Nullable LocalDate until) {
        Membership membership = decidable(id, Operation.SET_EXPIRY);
        if (until != null) {
            keepACoordinator(membership, Operation.SET_EXPIRY);
        }
        membership.expire(until, today.date());
        changed(Operation.SET_EXPIRY, membership, until(until));
    }

    /** Closes the space to somebody for a time. */
    public void suspend(MembershipId id) {
        Membership membership = decidable(id, Operation.REMOVE_MEMBER);
        keepACoordinator(membership, Operation.REMOVE_MEMBER);
        membership.suspend(viewer.person(), today.now());
        changed(Operation.REMOVE_MEMBER, membership, "suspended");
    }

    public void resume(MembershipId id) {
        Membership membership = decidable(id, Operation.REMOVE_MEMBER);
        membership.resume(viewer.person(), today.now());
        changed(Operation.REMOVE_MEMBER, membership, "resumed");
    }

    /** Removes somebody from the space. What they wrote stays. */
    public void end(MembershipId id) {
        Membership membership = decidable(id, Operation.REMOVE_MEMBER);
        keepACoordinator(membership, Operation.REMOVE_MEMBER);
        membership.end(viewer.person(), today.now());
        changed(Operation.REMOVE_MEMBER, membership, "ended");
    }

    /** Whoever is acting withdraws their request, or declines an invitation. */
    public void withdraw(MembershipId id) {
        Membership membership = memberships.lock(id.value())
                .filter(found -> found.person().equals(viewer.person())).orElseThrow(NotVisible::new);
        if (membership.state() != MembershipState.REQUESTED && membership.state() != MembershipState.INVITED) {
            throw new MembershipMoved();
        }
        membership.end(viewer.person(), today.now());
        changed(Operation.LEAVE, membership, "withdrawn");
    }

    /**
     * Whoever is acting leaves a space, with every membership they hold in it.
     *
     * @throws Refused when they are its last coordinator, or belong to it only through an alliance
     */
    public void leave(SpaceId space) {
        policy.require(Operation.LEAVE, Subject.of(space));
        memberships.lockCoordinators(space.value());
        List<Membership> mine = memberships.living(viewer.person().value(), space.value());
        if (mine.isEmpty()) {
            throw new Refused(Operation.LEAVE, "member.leave.notDirect");
        }
        for (Membership membership : mine) {
            keepACoordinator(membership, Operation.LEAVE);
            membership.end(viewer.person(), today.now());
            changed(Operation.LEAVE, membership, membership.profile().name());
        }
    }

    /** The membership, if whoever is acting may decide on it; what they may not know of is not found. */
    private Membership decidable(MembershipId id, Operation operation) {
        UUID in = memberships.spaceOf(id.value()).orElseThrow(NotVisible::new);
        // Always the coordinators first, then the membership: two decisions wait for one another and never both.
        memberships.lockCoordinators(in);
        Membership membership = memberships.lock(id.value()).orElseThrow(NotVisible::new);
        Subject space = Subject.of(membership.space());
        if (!policy.may(Operation.SPACE_PEOPLE, space)
                || membership.state() != MembershipState.ACTIVE && !policy.may(operation, space)) {
            throw new NotVisible();
        }
        policy.require(operation, space);
        return membership;
    }

    /** Stops what would take the last coordinator away. Locks them all, so that two cannot go in the same instant. */
    private void keepACoordinator(Membership leaving, Operation operation) {
        if (leaving.role() != Role.COORDINATOR || !leaving.counts(today.date())) {
            return;
        }
        boolean another = memberships.lockCoordinators(leaving.space().value()).stream()
                .anyMatch(other -> !other.person().equals(leaving.person()) && other.counts(today.date())
                        && (other.until() == null || leaving.until() != null));
        if (!another) {
            throw new Refused(operation, "member.refused.lastCoordinator");
        }
    }

    private SpaceKind kind(SpaceId space) {
        return spaces.find(space).orElseThrow(NotVisible::new).kind();
    }

    private void changed(Operation operation, Membership membership, String detail) {
        audit.record(operation, "person", membership.person().value(), membership.space(), detail);
        events.publishEvent(new AccessChanged());
    }

    private static String until(@Nullable LocalDate until) {
        return until == null ? "" : " until " + until;
    }
}
