package fr.maillage.member;

import fr.maillage.access.AccessChanged;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.access.Spaces;
import fr.maillage.access.Subject;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.member.InvitationUnusable.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations by a link that works once. This service only keeps them; {@link InvitationMails} sends the link, after
 * the transaction, so that no fault of a mail server loses one.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Invitations {

    /**
     * Whom to invite, as what.
     *
     * @param name         how to greet them; may be empty
     * @param organization the organization they act for, when it is known
     * @param addition     else the one to add; exactly one of the two is there
     * @param until        the last day that counts, or null
     */
    public record Invite(SpaceId space, String email, String name, @Nullable OrganizationId organization,
            Organizations.@Nullable Addition addition, Profile profile, Role role, @Nullable LocalDate until) {}

    /** An invitation just made. The secret is told here and never again. */
    record Made(MembershipId membership, String secret, Instant expiresAt, String email, String name, String locale,
            SpaceId space, boolean hasAccount) {}

    /**
     * What the holder of a link learns.
     *
     * @param hasAccount whether to ask for signing in rather than for a new password
     */
    public record Opened(String email, String name, SpaceId space, String organization, Profile profile, Role role,
            @Nullable LocalDate until, String invitedBy, boolean hasAccount, Instant expiresAt) {}

    private final InvitationRepository invitations;
    private final MembershipRepository memberships;
    private final MembershipService membershipService;
    private final PersonRepository people;
    private final Organizations organizations;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final AccessPolicy policy;
    private final Spaces spaces;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Today today;

    Invitations(InvitationRepository invitations, MembershipRepository memberships,
            MembershipService membershipService, PersonRepository people, Organizations organizations,
            PasswordHashing hashing, PasswordRules rules, AccessPolicy policy, Spaces spaces, CurrentViewer viewer,
            AuditLog audit, ApplicationEventPublisher events, JdbcClient jdbc, Today today) {
        this.invitations = invitations;
        this.memberships = memberships;
        this.membershipService = membershipService;
        this.people = people;
        this.organizations = organizations;
        this.hashing = hashing;
        this.rules = rules;
        this.policy = policy;
        this.spaces = spaces;
        this.viewer = viewer;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Keeps an invitation; a coordinator invites, and an administrator the first coordinator of a space. */
    Made invite(Invite invite) {
        boolean first = invite.role() == Role.COORDINATOR && mayAppointFirst(invite.space());
        if (!first) {
            policy.require(Operation.INVITE, Subject.of(invite.space()));
        }
        Spaces.Space space = spaces.find(invite.space()).orElseThrow(NotVisible::new);
        Email email = Email.of(invite.email());
        Person person = people.findByEmail(email.value())
                .orElseGet(() -> people.save(Person.expected(Ids.next(), email, invite.name(), today.now())));
        OrganizationId organization = invite.organization() != null
                ? organizations.existing(invite.organization()) : organizations.findOrAdd(Objects.requireNonNull(invite.addition()), invite.space());
        if (first) {
            // Nobody in the space could send them a new link: inviting them again does.
            var before = memberships.living(person.id().value(), invite.space().value()).stream()
                    .filter(living -> living.state() == MembershipState.INVITED && living.role() == Role.COORDINATOR)
                    .findFirst();
            if (before.isPresent()) {
                return relink(before.get(), person);
            }
        }
        membershipService.refuseTwice(person.id(), invite.space(), organization, invite.profile());
        Membership membership = memberships.save(Membership.invited(person.id(), invite.space(), space.kind(),
                organization, invite.profile(), invite.role(), invite.until(), today.date(), today.now()));
        audit.record(Operation.INVITE, "person", person.id().value(), invite.space(),
                invite.profile() + " " + invite.role());
        return link(membership, person);
    }

    /**
     * Whether whoever acts may invite the first coordinator of a space: an administrator, who may not enter it, where
     * nobody coordinates.
     */
    @Transactional(readOnly = true)
    public boolean mayAppointFirst(SpaceId space) {
        return policy.may(Operation.MANAGE_ACCOUNTS, Subject.PLATFORM) && jdbc.sql("""
                select not exists (select 1 from membership m join person p on p.id = m.person
                where m.space = :space and m.state = 'ACTIVE' and m.role = 'COORDINATOR'
                  and (m.until_date is null or m.until_date >= :today) and not p.disabled)""")
                .param("space", space.value()).param("today", today.date()).query(Boolean.class).single();
    }

    /** A new link for an invitation that was not answered; the links before open nothing any more. */
    Made renew(MembershipId id) {
        Membership membership = invited(id);
        return relink(membership, people.findById(membership.person().value()).orElseThrow());
    }

    private Made relink(Membership membership, Person person) {
        invitations.findByMembershipOrderById(membership.id().value())
                .forEach(invitation -> invitation.revoke(today.now()));
        return link(membership, person);
    }

    /** Takes an invitation back. */
    public void revoke(MembershipId id) {
        Membership membership = invited(id);
        invitations.findByMembershipOrderById(id.value()).forEach(invitation -> invitation.revoke(today.now()));
        membership.end(viewer.person(), today.now());
        audit.record(Operation.INVITE, "person", membership.person().value(), membership.space(), "revoked");
    }

    private Membership invited(MembershipId id) {
        Membership membership = memberships.lock(id.value()).orElseThrow(NotVisible::new);
        if (!policy.may(Operation.INVITE, Subject.of(membership.space()))) {
            throw new NotVisible();
        }
        if (membership.state() != MembershipState.INVITED) {
            throw new MembershipMoved();
        }
        return membership;
    }

    private Made link(Membership membership, Person person) {
        String secret = Secrets.next();
        Invitation invitation = invitations.save(
                Invitation.to(membership.id(), Secrets.digest(secret), viewer.person(), today.now()));
        return new Made(membership.id(), secret, invitation.expiresAt(), person.email(), person.name(),
                person.locale(), membership.space(), person.passwordHash() != null);
    }

    /**
     * What the link opens, for whoever holds it.
     *
     * @throws InvitationUnusable when it opens nothing
     */
    @Transactional(readOnly = true)
    public Opened open(String secret) {
        Invitation invitation = invitations.findByTokenHash(Secrets.digest(secret))
                .orElseThrow(() -> new InvitationUnusable(Reason.UNKNOWN));
        Reason against = invitation.reasonAgainst(today.now());
        if (against != null) {
            throw new InvitationUnusable(against);
        }
        Membership membership = memberships.findById(invitation.membership().value()).orElseThrow();
        if (membership.state() != MembershipState.INVITED) {
            throw new InvitationUnusable(Reason.REVOKED);
        }
        Person person = people.findById(membership.person().value()).orElseThrow();
        String inviter = invitation.invitedBy() == null ? ""
                : people.findById(invitation.invitedBy().value()).map(Person::name).orElse("");
        String organization = jdbc.sql("select name from organization where id = :id")
                .param("id", membership.organization().value()).query(String.class).single();
        return new Opened(person.email(), person.name(), membership.space(), organization, membership.profile(),
                membership.role(), membership.until(), inviter, person.passwordHash() != null,
                invitation.expiresAt());
    }

    /**
     * Accepts as somebody new: gives their name and password, and the account is theirs.
     *
     * @param language           the one the invitation was read in, which the account begins with
     * @throws InvitationUnusable when the link opens nothing any more, or somebody was faster
     * @throws InvalidInput       on {@code name} or {@code password}
     */
    public PersonId accept(String secret, String name, String functionTitle, String password, Locale language) {
        Invitation invitation = invitations.lockByTokenHash(Secrets.digest(secret))
                .orElseThrow(() -> new InvitationUnusable(Reason.UNKNOWN));
        invitation.use(today.now());
        Membership membership = memberships.lock(invitation.membership().value()).orElseThrow();
        Person person = people.lock(membership.person().value()).orElseThrow();
        if (person.passwordHash() != null) {
            throw new InvitationUnusable(Reason.FOR_ANOTHER);
        }
        person.present(name, functionTitle);
        person.speak(language.getLanguage());
        rules.check("password", password, person.name(), person.email());
        person.protectWith(hashing.hash(password));
        join(membership, person);
        return person.id();
    }

    /** Accepts as the person who is signed in, who must be the one invited. */
    public void acceptAsMyself(String secret) {
        PersonId me = viewer.person();
        Invitation invitation = invitations.lockByTokenHash(Secrets.digest(secret))
                .orElseThrow(() -> new InvitationUnusable(Reason.UNKNOWN));
        Membership membership = memberships.lock(invitation.membership().value()).orElseThrow();
        if (!membership.person().equals(me)) {
            throw new InvitationUnusable(Reason.FOR_ANOTHER);
        }
        invitation.use(today.now());
        join(membership, people.findById(me.value()).orElseThrow());
    }

    /** Accepts without the mail, from one's own account. */
    public void acceptAsMyself(MembershipId id) {
        PersonId me = viewer.person();
        Membership membership = memberships.lock(id.value()).filter(found -> found.person().equals(me))
                .orElseThrow(NotVisible::new);
        if (membership.state() != MembershipState.INVITED) {
            throw new MembershipMoved();
        }
        invitations.findByMembershipOrderById(id.value()).forEach(invitation -> invitation.answered(today.now()));
        join(membership, people.findById(me.value()).orElseThrow());
    }

    private void join(Membership membership, Person person) {
        if (person.disabled()) {
            throw new InvitationUnusable(Reason.DISABLED);
        }
        if (membership.state() != MembershipState.INVITED) {
            throw new InvitationUnusable(Reason.REVOKED);
        }
        membership.accept(today.date(), today.now());
        audit.record("ACCEPT_INVITATION", "person", person.id().value(), membership.space(),
                membership.profile() + " " + membership.role());
        events.publishEvent(new AccessChanged());
    }
}
