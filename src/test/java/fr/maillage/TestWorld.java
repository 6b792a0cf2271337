package fr.maillage;

import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.base.Ids;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.Siren;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.member.ColorChoice;
import fr.maillage.member.MemberSeeding;
import fr.maillage.member.MemberSeeding.NewMembership;
import fr.maillage.member.MemberSeeding.NewOrganization;
import fr.maillage.member.MemberSeeding.NewPerson;
import fr.maillage.member.MembershipId;
import fr.maillage.member.OrganizationKind;
import fr.maillage.member.PersonPrincipal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes people, spaces and memberships for tests, each time new ones, so that tests do not meet. Nothing here asks for
 * rights: it is the world as it is when the test begins.
 *
 * <pre>{@code
 * SpaceId vitre = world.territory();
 * PersonId maud = world.person("Maud");
 * world.member(maud, vitre, Profile.ELECTED, Role.COORDINATOR);
 * world.as(maud);                       // from here on, maud acts
 * world.as(maud, () -> service.save()); // or only within
 * }</pre>
 */
@Component
public class TestWorld {

    /** The password of everybody made by {@link #personWithPassword}. */
    public static final String PASSWORD = "Grenier-à-sel-1642";

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final MemberSeeding seeding;
    private final Spaces spaces;
    private final Today today;
    private final TransactionTemplate transaction;
    private final Map<PersonId, PersonPrincipal> principals = new ConcurrentHashMap<>();
    private volatile @Nullable String passwordHash;

    TestWorld(MemberSeeding seeding, Spaces spaces, Today today, TransactionTemplate transaction) {
        this.seeding = seeding;
        this.spaces = spaces;
        this.today = today;
        this.transaction = transaction;
    }

    /** Somebody new, who belongs nowhere and cannot sign in by the form. */
    public PersonId person(String name) {
        return person(name, false, null);
    }

    /** Somebody new who can sign in by the form with {@link #email} and {@link #PASSWORD}. */
    public PersonId personWithPassword(String name) {
        String hash = passwordHash;
        if (hash == null) {
            hash = seeding.hash(PASSWORD);
            passwordHash = hash;
        }
        return person(name, false, hash);
    }

    /** An administrator of the platform, member of nothing. */
    public PersonId administrator(String name) {
        return person(name, true, null);
    }

    private PersonId person(String name, boolean administrator, @Nullable String hash) {
        PersonId id = new PersonId(Ids.next());
        String email = "essai" + SERIAL.incrementAndGet() + '.' + id.value() + "@exemple.fr";
        asNobody(() -> seeding.person(new NewPerson(id, email, name, "", "fr", administrator, null), hash));
        principals.put(id, new PersonPrincipal(id.value(), email, name, "fr", ColorChoice.AUTO, administrator,
                hash == null ? 0 : 1, today.now()));
        return id;
    }

    /** The address under which somebody made here signs in. */
    public String email(PersonId person) {
        return principals.get(person).email();
    }

    /** The space of the territory with this SIREN: registered now if it is not yet, and then shared by all tests. */
    public SpaceId territory(String siren) {
        SpaceId id = SpaceId.ofTerritory(new Siren(siren));
        return spaces.find(id).map(Spaces.Space::id)
                .orElseGet(() -> register(id, SpaceKind.TERRITORY, "Territoire " + siren));
    }

    /** A territory's space of this test's own. It stands in the directory of spaces only, not among territories. */
    public SpaceId territory() {
        return register(new SpaceId(Ids.next()), SpaceKind.TERRITORY, "Territoire " + SERIAL.incrementAndGet());
    }

    /** An alliance's space of this test's own, in the directory of spaces only: nobody is a member of it. */
    public SpaceId allianceSpace() {
        return register(new SpaceId(Ids.next()), SpaceKind.ALLIANCE, "Alliance " + SERIAL.incrementAndGet());
    }

    private SpaceId register(SpaceId id, SpaceKind kind, String name) {
        transaction.executeWithoutResult(status -> spaces.register(new Spaces.Space(id, kind, name, name,
                (kind == SpaceKind.TERRITORY ? "territoires/" : "alliances/") + id.value(),
                SERIAL.get() % 12, "")));
        return id;
    }

    /** An organization at home in a space. */
    public OrganizationId organization(String name, OrganizationKind kind, SpaceId home) {
        OrganizationId id = new OrganizationId(Ids.next());
        asNobody(() -> seeding.organization(
                new NewOrganization(id, kind, name, null, null, home, "", "", "")));
        return id;
    }

    /** Makes somebody a member from the beginning of last year on, without end, for an organization of their own. */
    public MembershipId member(PersonId person, SpaceId space, Profile profile, Role role) {
        return member(person, space, profile, role, null);
    }

    /** The same until that day, which is the last one that counts; a day of the past makes it expired. */
    public MembershipId member(PersonId person, SpaceId space, Profile profile, Role role,
            @Nullable LocalDate until) {
        OrganizationId organization = organization("Organisation " + SERIAL.incrementAndGet(),
                profile == Profile.BUSINESS ? OrganizationKind.COMPANY : OrganizationKind.OTHER, space);
        return member(person, space, organization, profile, role, until);
    }

    public MembershipId member(PersonId person, SpaceId space, OrganizationId organization, Profile profile,
            Role role, @Nullable LocalDate until) {
        MembershipId id = new MembershipId(Ids.next());
        asNobody(() -> seeding.membership(new NewMembership(id, person, space, organization, profile, role,
                today.date().minusYears(1).withDayOfYear(1), until)));
        return id;
    }

    /** From here on, in this thread, this person acts. */
    public void as(PersonId person) {
        PersonPrincipal principal = principals.get(person);
        if (principal == null) {
            throw new IllegalArgumentException("Make people with TestWorld.person: unknown " + person);
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }

    /** This person does that, then whoever acted before goes on. */
    public <T> T as(PersonId person, Supplier<T> act) {
        SecurityContext before = SecurityContextHolder.getContext();
        as(person);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** This person does that, then whoever acted before goes on. */
    public void as(PersonId person, Runnable act) {
        as(person, () -> {
            act.run();
            return UUID.class;
        });
    }

    /** From here on nobody is signed in. */
    public void asAnonymous() {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new AnonymousAuthenticationToken("test", "anonymous",
                AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        SecurityContextHolder.setContext(context);
    }

    private void asNobody(Runnable act) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            act.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
