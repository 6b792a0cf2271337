package fr.maillage.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.MembershipFacts;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.access.Subject;
import fr.maillage.access.Viewer;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.member.MembershipService.JoinRequest;
import fr.maillage.member.Organizations.Addition;
import fr.maillage.member.People.MemberFilter;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class MembershipServiceTest {

    @Autowired
    TestWorld world;
    @Autowired
    MembershipService memberships;
    @Autowired
    MembershipFacts facts;
    @Autowired
    People people;
    @Autowired
    AccessPolicy policy;
    @Autowired
    AccessScopes scopes;
    @Autowired
    Today today;
    @Autowired
    JdbcClient jdbc;

    SpaceId space;
    PersonId maud;
    MembershipId maudsMembership;

    @BeforeEach
    void aTerritoryThatMaudCoordinates() {
        space = world.territory();
        maud = world.person("Maud Lanoë");
        maudsMembership = world.member(maud, space, Profile.ELECTED, Role.COORDINATOR);
        world.as(maud);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aMembershipCountsOnItsLastDayAndNoLongerAtMidnight() {
        PersonId karim = world.person("Karim Vasseur");
        LocalDate last = today.date().plusDays(3);
        world.member(karim, space, Profile.STAFF, Role.EDITOR, last);

        assertThat(facts.membershipsThatCount(karim, last)).hasSize(1);
        assertThat(facts.membershipsThatCount(karim, last.plusDays(1))).isEmpty();
    }

    @Test
    void anExpiredMembershipOpensNothing() {
        PersonId karim = world.person("Karim Vasseur");
        world.member(karim, space, Profile.STAFF, Role.EDITOR, today.date().minusDays(1));

        assertThat(policy.may(new Viewer.SignedIn(karim, false), Operation.SPACE_PEOPLE, Subject.of(space))).isFalse();
    }

    @Test
    void suspendingClosesTheSpaceAtOnceAndResumingOpensIt() {
        PersonId karim = world.person("Karim Vasseur");
        MembershipId membership = world.member(karim, space, Profile.STAFF, Role.EDITOR);
        assertThat(roleOf(karim)).isEqualTo(Role.EDITOR);

        memberships.suspend(membership);
        assertThat(roleOf(karim)).isNull();

        memberships.resume(membership);
        assertThat(roleOf(karim)).isEqualTo(Role.EDITOR);
    }

    @Test
    void theLastCoordinatorCannotLeaveNorBeDemotedNorExpire() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> memberships.leave(space))
                .satisfies(refused -> assertThat(refused.messageKey()).endsWith("lastCoordinator"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> memberships.changeRole(maudsMembership, Role.EDITOR));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> memberships.setExpiry(maudsMembership, today.date().plusYears(1)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> memberships.suspend(maudsMembership));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> memberships.end(maudsMembership));

        world.member(world.person("Ivan Delmotte"), space, Profile.STAFF, Role.COORDINATOR);
        memberships.leave(space);
        assertThat(roleOf(maud)).isNull();
    }

    @Test
    void twoCoordinatorsCannotBothLeaveInTheSameInstant() {
        PersonId ivan = world.person("Ivan Delmotte");
        world.member(ivan, space, Profile.STAFF, Role.COORDINATOR);
        AtomicInteger refusals = new AtomicInteger();

        CompletableFuture.allOf(leaving(maud, refusals), leaving(ivan, refusals)).join();

        assertThat(refusals).hasValue(1);
        assertThat(jdbc.sql("select count(*) from membership where space = :space and state = 'ACTIVE'"
                + " and role = 'COORDINATOR'").param("space", space.value()).query(Integer.class).single()).isOne();
    }

    private CompletableFuture<Void> leaving(PersonId person, AtomicInteger refusals) {
        return CompletableFuture.runAsync(() -> world.as(person, () -> {
            try {
                memberships.leave(space);
            } catch (Refused | org.springframework.dao.PessimisticLockingFailureException last) {
                refusals.incrementAndGet();
            }
        }));
    }

    @Test
    void onlyElectedOfficialsAndStaffCoordinateATerritory() {
        MembershipId business = world.member(world.person("Solène Brisard"), space, Profile.BUSINESS, Role.READER);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> memberships.changeRole(business, Role.COORDINATOR))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("role"));
        assertThat(memberships.rolesFor(Profile.BUSINESS, space)).doesNotContain(Role.COORDINATOR);
        assertThat(memberships.rolesFor(Profile.STAFF, space)).contains(Role.COORDINATOR);
        assertThat(memberships.rolesFor(Profile.PARTNER, world.allianceSpace())).contains(Role.COORDINATOR);
    }

    @Test
    void somebodyAsksToJoinAndIsLetIn() {
        PersonId solene = world.person("Solène Brisard");
        MembershipId request = world.as(solene, () -> memberships.requestToJoin(new JoinRequest(space,
                Profile.BUSINESS, null, new Addition(OrganizationKind.COMPANY, "Brisard usinage", newSiren()), "")));
        assertThat(roleOf(solene)).isNull();
        assertThat(people.membersOf(space, MemberFilter.present().withStates(Set.of(MembershipState.REQUESTED)), null,
                10)).extracting(People.Member::name).containsExactly("Solène Brisard");

        memberships.approve(request, Role.READER, null);

        assertThat(roleOf(solene)).isEqualTo(Role.READER);
        assertThatExceptionOfType(MembershipMoved.class)
                .isThrownBy(() -> memberships.approve(request, Role.EDITOR, null));
    }

    @Test
    void oneAsksOnlyOnceAndMayAskAgainAfterARefusal() {
        PersonId solene = world.person("Solène Brisard");
        OrganizationId company = world.organization("Brisard usinage", OrganizationKind.COMPANY, space);
        JoinRequest asking = new JoinRequest(space, Profile.BUSINESS, company, null, "Nous cherchons un atelier.");
        MembershipId request = world.as(solene, () -> memberships.requestToJoin(asking));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> world.as(solene, () -> memberships.requestToJoin(asking)));

        memberships.refuse(request);
        assertThat(world.as(solene, () -> memberships.requestToJoin(asking))).isNotEqualTo(request);
    }

    @Test
    void aCompanyComesWithItsSirenAndTheSameSirenIsTheSameCompany() {
        String siren = newSiren();
        PersonId solene = world.person("Solène Brisard");
        PersonId paul = world.person("Paul Hennequin");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ask(solene, ""))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("siren"));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ask(solene, "123456789"))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("siren"));

        ask(solene, siren);
        ask(paul, siren.substring(0, 3) + " " + siren.substring(3));

        assertThat(jdbc.sql("select count(*) from organization where siren = :siren").param("siren", siren)
                .query(Integer.class).single()).isOne();
    }

    private void ask(PersonId person, String siren) {
        world.as(person, () -> memberships.requestToJoin(new JoinRequest(space, Profile.BUSINESS, null,
                new Addition(OrganizationKind.COMPANY, "Brisard usinage", siren), "")));
    }

    @Test
    void whoIsNoCoordinatorDecidesNothingAndWhoIsOutsideFindsNothing() {
        PersonId karim = world.person("Karim Vasseur");
        MembershipId membership = world.member(karim, space, Profile.STAFF, Role.EDITOR);
        PersonId stranger = world.person("Un passant");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> world.as(karim, () -> memberships.changeRole(maudsMembership, Role.READER)));
        assertThatExceptionOfType(NotVisible.class)
                .isThrownBy(() -> world.as(stranger, () -> memberships.end(membership)));
        assertThatExceptionOfType(Refused.class).isThrownBy(
                () -> world.as(stranger, () -> people.membersOf(space, MemberFilter.present(), null, 10)));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> world.as(stranger, () -> people.card(karim)));
    }

    @Test
    void anEndDateInThePastIsRefused() {
        MembershipId membership = world.member(world.person("Karim"), space, Profile.STAFF, Role.EDITOR);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> memberships.setExpiry(membership, today.date().minusDays(1)))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("until"));
    }

    @Test
    void decisionsAreInTheAuditLog() {
        PersonId karim = world.person("Karim Vasseur");
        MembershipId membership = world.member(karim, space, Profile.STAFF, Role.EDITOR);

        memberships.changeRole(membership, Role.READER);
        memberships.end(membership);

        assertThat(jdbc.sql("select operation from audit_entry where subject = :subject order by id")
                .param("subject", karim.value()).query(String.class).list())
                .containsExactly("SET_ROLE", "REMOVE_MEMBER");
    }

    @Test
    void businessesDoNotReadOneAnothersAddress() {
        PersonId solene = world.person("Solène Brisard");
        PersonId paul = world.person("Paul Hennequin");
        world.member(solene, space, Profile.BUSINESS, Role.READER);
        world.member(paul, space, Profile.BUSINESS, Role.READER);

        assertThat(world.as(solene, () -> people.card(paul)).name()).isEqualTo("Paul Hennequin");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> world.as(solene, () -> people.contact(paul)));
        assertThat(world.as(maud, () -> people.contact(paul)).email()).isEqualTo(world.email(paul));
    }

    private Role roleOf(PersonId person) {
        return scopes.of(new Viewer.SignedIn(person, false)).roleIn(space).orElse(null);
    }

    /** A number nobody has used in this run, with a right check digit. */
    static String newSiren() {
        String eight = String.format("%08d", java.util.concurrent.ThreadLocalRandom.current().nextInt(100_000_000));
        for (int check = 0; check < 10; check++) {
            try {
                return fr.maillage.base.Siren.of(eight + check).value();
            } catch (InvalidInput wrong) {
                // The next digit, then.
            }
        }
        throw new IllegalStateException();
    }
}
