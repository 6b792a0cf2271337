package fr.maillage.member;

import fr.maillage.access.AccessChanged;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.access.Viewer;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.Siren;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts people, organizations and memberships in place at start-up: the demonstration set, and the first
 * administrator. Each call does nothing when the identifier is already there, so that it can be repeated. Answers no
 * one who is signed in.
 */
@Service
@Transactional(propagation = Propagation.REQUIRED)
public class MemberSeeding {

    /** Somebody to put in place, with the password they sign in with, or null for nobody's password. */
    public record NewPerson(PersonId id, String email, String name, String functionTitle, String locale,
            boolean administrator, @Nullable String password) {}

    public record NewOrganization(OrganizationId id, OrganizationKind kind, String name, @Nullable Siren siren,
            @Nullable String nafDivision, @Nullable SpaceId home, String summary, String looksFor, String offers) {}

    public record NewMembership(MembershipId id, PersonId person, SpaceId space, OrganizationId organization,
            Profile profile, Role role, LocalDate from, @Nullable LocalDate until) {}

    private final PersonRepository people;
    private final OrganizationRepository organizations;
    private final MembershipRepository memberships;
    private final PasswordHashing hashing;
    private final CurrentViewer viewer;
    private final ApplicationEventPublisher events;
    private final Today today;

    MemberSeeding(PersonRepository people, OrganizationRepository organizations, MembershipRepository memberships,
            PasswordHashing hashing, CurrentViewer viewer, ApplicationEventPublisher events, Today today) {
        this.people = people;
        this.organizations = organizations;
        this.memberships = memberships;
        this.hashing = hashing;
        this.viewer = viewer;
        this.events = events;
        this.today = today;
    }

    /** The digest of a password, to give to several people: hashing is slow on purpose. */
    public String hash(String password) {
        return hashing.hash(password);
    }

    public PersonId person(NewPerson person) {
        return person(person, null);
    }

    /** Like {@link #person(NewPerson)} with a digest made by {@link #hash} instead of the password. */
    public PersonId person(NewPerson wanted, @Nullable String passwordHash) {
        requireNobody();
        if (people.findById(wanted.id().value()).isEmpty()) {
            Person person = Person.expected(wanted.id().value(), Email.of(wanted.email()), wanted.name(), today.now());
            person.present(wanted.name(), wanted.functionTitle());
            person.prefer(wanted.locale(), ColorChoice.AUTO);
            person.administer(wanted.administrator());
            if (passwordHash != null) {
                person.protectWith(passwordHash);
            } else if (wanted.password() != null) {
                person.protectWith(hashing.hash(wanted.password()));
            }
            people.save(person);
        }
        return wanted.id();
    }

    public OrganizationId organization(NewOrganization wanted) {
        requireNobody();
        if (organizations.findById(wanted.id().value()).isPresent()) {
            return wanted.id();
        }
        if (wanted.siren() != null) {
            java.util.Optional<Organization> known = organizations.findBySiren(wanted.siren().value());
            if (known.isPresent()) {
                return known.get().id();
            }
        }
        Organization organization = Organization.named(wanted.id().value(), wanted.kind(), wanted.name(),
                wanted.siren(), null, wanted.home());
        organization.describe(wanted.summary(), wanted.looksFor(), wanted.offers(), wanted.nafDivision());
        return organizations.save(organization).id();
    }

    public MembershipId membership(NewMembership wanted) {
        requireNobody();
        UUID id = wanted.id().value();
        if (memberships.findById(id).isEmpty()) {
            memberships.save(Membership.settled(id, wanted.person(), wanted.space(), wanted.organization(),
                    wanted.profile(), wanted.role(), wanted.from(), wanted.until(), today.now()));
            events.publishEvent(new AccessChanged());
        }
        return wanted.id();
    }

    private void requireNobody() {
        if (viewer.get() instanceof Viewer.SignedIn) {
            throw new IllegalStateException("Seeding is done at start-up, by nobody");
        }
    }
}
