package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.alliance.AllianceDraft;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Charter;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.member.MembershipId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Every operation, for every way of belonging, role, relation and audience, against a file people can read. */
@IntegrationTest
class AccessMatrixTest {

    private static final ItemKind KIND = new ItemKind(200, "test");
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private record Person(String membership, Optional<Role> role, @Nullable PersonId id, SpaceId owner) {

        Viewer viewer() {
            return id == null ? Viewer.ANONYMOUS : new Viewer.SignedIn(id, false);
        }
    }

    @Autowired
    private TestWorld world;
    @Autowired
    private AllianceService alliances;
    @Autowired
    private AccessPolicy policy;
    @Autowired
    private Lists lists;
    @Autowired
    private AccessScopes scopes;
    @Autowired
    private Listings listings;
    @Autowired
    private Today today;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ApplicationEventPublisher events;

    private final AccessMatrix matrix = new AccessMatrix();

    @AfterEach
    void nobodyActs() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyOperationStandsInTheMatrix() {
        assertThat(Operation.values()).allMatch(matrix::tellsOf);
    }

    @Test
    void itemsAnswerAsTheMatrixSays() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Person person : people()) {
            for (String relation : person.id() == null ? List.of("stranger")
                    : List.of("author", "pilot", "named", "stranger")) {
                for (String audience : List.of("space", "other-profile", "read", "network", "public", "private")) {
                    UUID item = item(person, relation, audience);
                    for (Operation operation : Operation.values()) {
                        if (operation.subject == Subject.Item.class) {
                            boolean expected = matrix.allows(operation, person.role(), person.membership(), relation,
                                    audience);
                            boolean answer = policy.may(person.viewer(), operation, Subject.item(item));
                            asked++;
                            if (expected != answer) {
                                wrong.add(operation + " " + person.membership() + ' ' + person.role() + ' ' + relation
                                        + ' ' + audience + ": matrix " + expected + ", policy " + answer);
                            }
                        }
                    }
                    boolean listed = lists.visible(scopes.of(person.viewer()), Set.of(item)).contains(item);
                    if (listed != policy.may(person.viewer(), Operation.VIEW, Subject.item(item))) {
                        wrong.add("list and page disagree: " + person + ' ' + relation + ' ' + audience);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(10_000);
    }

    @Test
    void spacesAnswerAsTheMatrixSays() {
        List<String> wrong = new ArrayList<>();
        for (Person person : people()) {
            for (Operation operation : Operation.values()) {
                if (operation.subject == Subject.Space.class) {
                    boolean expected = matrix.allows(operation, person.role(), person.membership());
                    if (expected != policy.may(person.viewer(), operation, Subject.of(person.owner()))) {
                        wrong.add(operation + " " + person + ": matrix " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void peopleAnswerAsTheMatrixSays() {
        List<String> wrong = new ArrayList<>();
        SpaceId shared = world.territory();
        PersonId partner = world.person("Partenaire");
        world.member(partner, shared, Profile.PARTNER, Role.READER);
        PersonId business = world.person("Entreprise");
        world.member(business, shared, Profile.BUSINESS, Role.READER);
        SpaceId home = world.territory();
        SpaceId hiding = alliance(shared, Role.READER, true, true);
        jdbc.sql("insert into alliance_member (id, alliance, member, member_kind, state, proposed_side, proposed_at,"
                + " version) values (uuid(), :alliance, :member, 'TERRITORY', 'ACTIVE', 'MEMBER', now(), 0)")
                .param("alliance", hiding.value()).param("member", home.value()).update();
        // What they would see of one another by the charter's role alone, were they not hidden.
        world.member(business, hiding, Profile.BUSINESS, Role.READER);
        for (Role role : Role.values()) {
            PersonId hiddenFirm = world.person("Entreprise d’un autre membre");
            world.member(hiddenFirm, home, Profile.BUSINESS, role);
            world.member(hiddenFirm, hiding, Profile.BUSINESS, role);
            PersonId staff = world.person("Agent");
            world.member(staff, shared, Profile.STAFF, role);
            PersonId firm = world.person("Autre entreprise");
            world.member(firm, shared, Profile.BUSINESS, role);
            PersonId elsewhere = world.person("Ailleurs");
            world.member(elsewhere, world.territory(), Profile.STAFF, role);
            for (Operation operation : Operation.values()) {
                if (operation.subject == Subject.Person.class) {
                    check(wrong, operation, role, "shared", staff, partner);
                    Role effective = role == Role.COORDINATOR ? Role.EDITOR : role;
                    check(wrong, operation, effective, "businesses", firm, business);
                    check(wrong, operation, effective, "hidden", hiddenFirm, business);
                    if (policy.may(new Viewer.SignedIn(elsewhere, false), operation, Subject.of(partner))) {
                        wrong.add(operation + " of a person in none of one’s spaces");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void check(List<String> wrong, Operation operation, Role role, String relation, PersonId viewer,
            PersonId subject) {
        boolean expected = relation.equals("businesses") && operation != Operation.VIEW_CONTACT
                ? matrix.allows(operation, Optional.of(role), "shared")
                : matrix.allows(operation, Optional.of(role), relation);
        if (expected != policy.may(new Viewer.SignedIn(viewer, false), operation, Subject.of(subject))) {
            wrong.add(operation + " " + relation + ' ' + role + ": matrix " + expected);
        }
    }

    @Test
    void thePlatformIsForAdministratorsWhoReadNoContent() {
        PersonId admin = world.administrator("Administration");
        PersonId coordinator = world.person("Coordination");
        SpaceId space = world.territory();
        world.member(coordinator, space, Profile.STAFF, Role.COORDINATOR);
        Viewer administrator = new Viewer.SignedIn(admin, true);
        for (Operation operation : Operation.values()) {
            if (operation.subject == Subject.Platform.class) {
                assertThat(policy.may(administrator, operation, Subject.PLATFORM)).as(operation.name())
                        .isEqualTo(operation != Operation.IMPERSONATE);
                assertThat(policy.may(new Viewer.SignedIn(coordinator, false), operation, Subject.PLATFORM)).isFalse();
                assertThat(policy.may(Viewer.ANONYMOUS, operation, Subject.PLATFORM)).isFalse();
            }
        }
        UUID item = open(space, coordinator, Audience.ofSpace(space));
        assertThat(policy.may(administrator, Operation.VIEW, Subject.item(item))).isFalse();
        assertThat(lists.visible(scopes.of(administrator), Set.of(item))).isEmpty();
    }

    // --- the world -----------------------------------------------------------------------------------------------

    private List<Person> people() {
        List<Person> all = new ArrayList<>();
        SpaceId territory = world.territory();
        for (Role role : Role.values()) {
            PersonId active = world.person("Active");
            world.member(active, territory, Profile.STAFF, role);
            all.add(new Person("active", Optional.of(role), active, territory));

            PersonId expired = elsewhere(role);
            world.member(expired, territory, Profile.STAFF, Role.COORDINATOR, today.date().minusDays(1));
            all.add(new Person("expired", Optional.of(role), expired, territory));

            PersonId suspended = elsewhere(role);
            MembershipId membership = world.member(suspended, territory, Profile.STAFF, Role.COORDINATOR);
            jdbc.sql("update membership set state = 'SUSPENDED' where id = :id").param("id", membership.value())
                    .update();
            all.add(new Person("suspended", Optional.of(role), suspended, territory));

            all.add(new Person("none", Optional.of(role), elsewhere(role), territory));

            // Items are shared now: one territory will have left in an hour, two have left before.
            all.add(former("kept", role, true, 60));
            all.add(former("left", role, true, -60));
            all.add(former("left", role, false, 60));

            // A charter gives anything but coordination, which is given by name.
            if (role != Role.COORDINATOR) {
                PersonId member = world.person("Alliée");
                SpaceId home = world.territory();
                world.member(member, home, Profile.STAFF, Role.OBSERVER);
                SpaceId alliance = alliance(home, role);
                all.add(new Person("charter", Optional.of(role), member, alliance));
                PersonId deeper = world.person("Alliée d’une alliée");
                SpaceId deeperHome = world.territory();
                world.member(deeper, deeperHome, Profile.STAFF, Role.OBSERVER);
                SpaceId inner = alliance(deeperHome, Role.OBSERVER);
                all.add(new Person("nested", Optional.of(role), deeper, alliance(inner, role)));
            }
        }
        all.add(new Person("anonymous", Optional.empty(), null, territory));
        return all;
    }

    private Person former(String membership, Role role, boolean readable, int minutes) {
        PersonId person = world.person("Partie");
        SpaceId home = world.territory();
        world.member(person, home, Profile.STAFF, role);
        SpaceId alliance = alliance(home, Role.READER, readable, false);
        jdbc.sql("update alliance_member set state = 'LEFT', until_date = :today, ended_at = :at"
                + " where alliance = :alliance").param("today", today.date())
                .param("at", LocalDateTime.ofInstant(today.now().plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC))
                .param("alliance", alliance.value()).update();
        return new Person(membership, Optional.of(role), person, alliance);
    }

    /** Holds the role in another space, so that the answer is not no for want of any role. */
    private PersonId elsewhere(Role role) {
        PersonId person = world.person("Ailleurs");
        world.member(person, world.territory(), Profile.STAFF, role);
        return person;
    }

    private SpaceId alliance(SpaceId member, Role staff) {
        return alliance(member, staff, true, false);
    }

    private SpaceId alliance(SpaceId member, Role staff, boolean readable, boolean hides) {
        PersonId founder = world.person("Fondatrice");
        world.member(founder, member, Profile.ELECTED, Role.COORDINATOR);
        String name = "Matrice " + SERIAL.incrementAndGet() + ' ' + UUID.randomUUID().toString().substring(0, 8);
        return world.as(founder, () -> alliances.create(new AllianceDraft(name, name, "", "", 2020, ""),
                Charter.of("Charte", Map.of(Profile.STAFF, staff, Profile.ELECTED, Role.OBSERVER), hides,
                        Charter.DefaultAudience.ALLIANCE, readable), member));
    }

    private UUID item(Person person, String relation, String audienceName) {
        SpaceId owner = person.owner();
        AudienceScope space = new AudienceScope.Space(owner);
        Audience audience = switch (audienceName) {
            case "space" -> Audience.ofSpace(owner);
            case "other-profile" -> Audience.none().with(space, Level.COMMENT, Profile.ELECTED);
            case "read" -> Audience.none().with(space, Level.READ);
            case "network" -> Audience.none().with(space, Level.READ).with(new AudienceScope.Network(), Level.READ);
            case "public" -> Audience.none().with(space, Level.READ).with(new AudienceScope.Public(), Level.READ);
            case "private" -> Audience.none();
            default -> throw new IllegalArgumentException(audienceName);
        };
        PersonId other = others.computeIfAbsent(owner, o -> world.person("Autrice"));
        PersonId author = relation.equals("author") ? person.id() : other;
        UUID item = open(owner, author,
                relation.equals("named") ? audience.withPerson(person.id(), Level.EDIT) : audience);
        if (relation.equals("pilot")) {
            whileMember(person, () ->
                    transaction.executeWithoutResult(status -> listings.involve(item, Set.of(person.id()))));
        }
        return item;
    }

    /** Pilots are named while they belong to the space; what they keep afterwards is the question. */
    private void whileMember(Person person, Runnable act) {
        boolean ended = Set.of("expired", "suspended").contains(person.membership());
        if (ended) {
            membership(person, "ACTIVE", null);
        }
        act.run();
        if (ended) {
            membership(person, person.membership().equals("suspended") ? "SUSPENDED" : "ACTIVE",
                    person.membership().equals("expired") ? today.date().minusDays(1) : null);
        }
    }

    private void membership(Person person, String state, @Nullable LocalDate until) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update membership set state = :state, until_date = :until where person = :person and space = :space")
                    .param("state", state).param("until", until).param("person", person.id().value())
                    .param("space", person.owner().value()).update();
            events.publishEvent(new AccessChanged());
        });
    }

    private final Map<SpaceId, PersonId> others = new HashMap<>();

    private UUID open(SpaceId owner, PersonId author, Audience audience) {
        UUID item = Ids.next();
        transaction.executeWithoutResult(status -> listings.open(new ItemRef(KIND, item), owner, author, audience,
                new Listings.Facts(1, 0, EnumSet.noneOf(fr.maillage.base.Theme.class), null)));
        return item;
    }
}
