package fr.maillage.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceReach;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.access.SignInNeeded;
import fr.maillage.access.Spaces;
import fr.maillage.access.Subject;
import fr.maillage.alliance.Charter.DefaultAudience;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** The rules of alliances, on the real database, seen through the rights they give. */
@IntegrationTest
class AllianceServiceTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    private TestWorld world;
    @Autowired
    private AllianceService service;
    @Autowired
    private Alliances alliances;
    @Autowired
    private AccessPolicy policy;
    @Autowired
    private AccessScopes scopes;
    @Autowired
    private AudienceReach reach;
    @Autowired
    private Spaces spaces;
    @Autowired
    private Today today;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private AllianceSeeds seeds;

    private SpaceId vitre;
    private SpaceId vendome;
    private PersonId maud;
    private PersonId paul;
    private PersonId agent;

    @BeforeEach
    void peopleOfTwoTerritories() {
        vitre = world.territory();
        vendome = world.territory();
        maud = world.person("Maud");
        world.member(maud, vitre, Profile.ELECTED, Role.COORDINATOR);
        paul = world.person("Paul");
        world.member(paul, vendome, Profile.STAFF, Role.COORDINATOR);
        agent = world.person("Agnès");
        world.member(agent, vendome, Profile.STAFF, Role.READER);
    }

    @AfterEach
    void nobodyActsAnyMore() {
        SecurityContextHolder.clearContext();
    }

    private SpaceId founded(PersonId founder, SpaceId member) {
        String name = "Essai " + SERIAL.incrementAndGet() + ' ' + UUID.randomUUID().toString().substring(0, 8);
        SpaceId alliance = world.as(founder, () -> service.create(
                new AllianceDraft(name, name, "", "", 2020, ""), Charter.usual("Texte"), member));
        if (!world.as(founder, () -> policy.may(Operation.EDIT_CHARTER, Subject.of(alliance)))) {
            world.member(founder, alliance, Profile.STAFF, Role.COORDINATOR);
        }
        return alliance;
    }

    private Role roleOf(PersonId person, SpaceId space) {
        return world.as(person, () -> scopes.current().roleIn(space).orElse(null));
    }

    private UUID membershipOf(SpaceId alliance, SpaceId member) {
        return alliances.members(alliance).stream().filter(one -> one.member().equals(member)).findFirst()
                .orElseThrow().id();
    }

    private static void assertRefused(String messageKey, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(InvalidInput.class,
                error -> assertThat(error.messageKey()).isEqualTo(messageKey));
    }

    @Test
    void acceptingGivesTheRightsOfTheCharterAtOnce() {
        SpaceId alliance = founded(maud, vitre);
        assertThat(roleOf(agent, alliance)).isNull();
        UUID proposal = world.as(maud, () -> service.propose(alliance, vendome, Side.ALLIANCE));
        assertThat(roleOf(agent, alliance)).isNull();
        world.as(paul, () -> service.accept(proposal));
        assertThat(roleOf(agent, alliance)).isEqualTo(Role.CONTRIBUTOR);
        assertThat(alliances.members(alliance)).extracting(Membership::member).containsExactly(vitre, vendome);
        assertThat(alliances.alliancesOf(vendome)).extracting(AllianceSummary::id).contains(alliance);
    }

    @Test
    void whoFoundsAnAllianceCoordinatesIt() {
        String name = "Fondée " + UUID.randomUUID();
        SpaceId alliance = world.as(maud, () -> service.create(new AllianceDraft(name, name, "", "", null, ""),
                Charter.usual("Texte"), vitre));
        assertThat(roleOf(maud, alliance)).isEqualTo(Role.COORDINATOR);
        assertThatThrownBy(() -> world.as(agent, () -> service.create(
                new AllianceDraft(name, name, "", "", null, ""), Charter.usual("Texte"), vendome)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void leavingEndsTheRightsTheSameSecond() {
        SpaceId alliance = founded(maud, vitre);
        UUID proposal = world.as(paul, () -> service.propose(alliance, vendome, Side.MEMBER));
        world.as(maud, () -> service.accept(proposal));
        assertThat(roleOf(agent, alliance)).isEqualTo(Role.CONTRIBUTOR);
        world.as(paul, () -> service.leave(proposal));
        assertThat(roleOf(agent, alliance)).isNull();
        assertThat(alliances.members(alliance)).extracting(Membership::member).containsExactly(vitre);
        assertThatCode(() -> world.as(paul, () -> service.leave(proposal))).as("a second click")
                .doesNotThrowAnyException();
    }

    @Test
    void theAudienceOfANewItemIsTheOneTheCharterProposes() {
        for (DefaultAudience proposed : DefaultAudience.values()) {
            String name = "Proposée " + SERIAL.incrementAndGet() + ' ' + UUID.randomUUID().toString().substring(0, 8);
            SpaceId alliance = world.as(maud, () -> service.create(new AllianceDraft(name, name, "", "", 2020, ""),
                    Charter.of("Charte", Map.of(Profile.STAFF, Role.EDITOR), false, proposed, true), vitre));
            Audience audience = reach.proposed(alliance);
            assertThat(audience.grantTo(new AudienceScope.Network()).isPresent())
                    .isEqualTo(proposed == DefaultAudience.NETWORK);
            assertThat(audience.grantTo(new AudienceScope.Space(alliance)).orElseThrow().profiles())
                    .hasSize(proposed == DefaultAudience.ELECTED_AND_STAFF ? 2 : 4);
        }
        assertThat(reach.proposed(vitre)).isEqualTo(Audience.ofSpace(vitre));
    }

    @Test
    void aCharterThatChangesChangesRolesAtOnce() {
        SpaceId alliance = founded(maud, vitre);
        UUID proposal = world.as(paul, () -> service.propose(alliance, vendome, Side.MEMBER));
        world.as(maud, () -> service.accept(proposal));
        Charter stricter = Charter.of("Nouveau texte", Map.of(Profile.ELECTED, Role.EDITOR, Profile.STAFF,
                Role.OBSERVER), true, DefaultAudience.NETWORK, false);
        int no = world.as(maud, () -> service.editCharter(alliance, 1, stricter, today.date()));
        assertThat(no).isEqualTo(2);
        assertThat(roleOf(agent, alliance)).isEqualTo(Role.OBSERVER);
        AdoptedCharter inForce = alliances.find(alliance).orElseThrow().charter();
        assertThat(inForce.charter()).isEqualTo(stricter);
        assertThat(inForce.author()).isEqualTo(maud);
        assertThat(alliances.charterHistory(alliance, 10)).extracting(AdoptedCharter::no).containsExactly(2, 1);
    }

    @Test
    void aCharterForTomorrowDoesNotChangeToday() {
        SpaceId alliance = founded(maud, vitre);
        UUID proposal = world.as(paul, () -> service.propose(alliance, vendome, Side.MEMBER));
        world.as(maud, () -> service.accept(proposal));
        Charter none = Charter.of("Plus rien", Map.of(), false, DefaultAudience.ALLIANCE, true);
        world.as(maud, () -> service.editCharter(alliance, 1, none, today.date().plusDays(1)));
        assertThat(roleOf(agent, alliance)).isEqualTo(Role.CONTRIBUTOR);
        assertThat(alliances.find(alliance).orElseThrow().charter().no()).isEqualTo(1);
    }

    @Test
    void twoPeopleDoNotAdoptTheSameVersion() {
        SpaceId alliance = founded(maud, vitre);
        Charter one = Charter.usual("Un");
        world.as(maud, () -> service.editCharter(alliance, 1, one, today.date()));
        assertThat(world.as(maud, () -> service.editCharter(alliance, 1, one, today.date()))).as("a second click")
                .isEqualTo(2);
        assertRefused("alliance.charter.changedMeanwhile", () -> world.as(maud,
                () -> service.editCharter(alliance, 1, Charter.usual("Deux"), today.date())));
    }

    @Test
    void theSideThatProposedDoesNotAccept() {
        SpaceId alliance = founded(maud, vitre);
        UUID proposal = world.as(maud, () -> service.propose(alliance, vendome, Side.ALLIANCE));
        assertThatThrownBy(() -> world.as(maud, () -> service.accept(proposal))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.messageKey()).isEqualTo("alliance.refused.ownProposal"));
        assertThatThrownBy(() -> world.as(maud, () -> service.decline(proposal))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.as(paul, () -> service.withdraw(proposal))).isInstanceOf(Refused.class);
        world.as(maud, () -> service.withdraw(proposal));
        assertRefused("alliance.proposal.closed", () -> world.as(paul, () -> service.accept(proposal)));
    }

    @Test
    void aProposalDoesNotExistForStrangers() {
        SpaceId alliance = founded(maud, vitre);
        UUID proposal = world.as(maud, () -> service.propose(alliance, vendome, Side.ALLIANCE));
        PersonId stranger = world.person("Inconnu");
        world.member(stranger, world.territory(), Profile.STAFF, Role.COORDINATOR);
        for (PersonId other : List.of(stranger, agent)) {
            assertThatThrownBy(() -> world.as(other, () -> service.accept(proposal))).isInstanceOf(NotVisible.class);
            assertThatThrownBy(() -> world.as(other, () -> service.accept(Ids.next())))
                    .isInstanceOf(NotVisible.class);
            assertThat(world.as(other, () -> alliances.openProposals(alliance))).isEmpty();
            assertThat(world.as(other, () -> alliances.proposalsToAnswer())).isEmpty();
        }
        world.asAnonymous();
        assertThatThrownBy(() -> service.accept(proposal)).isInstanceOf(NotVisible.class);
        assertThat(alliances.openProposals(alliance)).isEmpty();
    }

    @Test
    void onlyCoordinatorsProposeLeaveAndChangeTheCharter() {
        SpaceId alliance = founded(maud, vitre);
        UUID own = membershipOf(alliance, vitre);
        assertThatThrownBy(() -> world.as(agent, () -> service.propose(alliance, vendome, Side.MEMBER)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.as(paul, () -> service.propose(alliance, vendome, Side.ALLIANCE)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.as(paul, () -> service.leave(own))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.as(paul,
                () -> service.editCharter(alliance, 1, Charter.usual("Autre"), today.date())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.as(paul, () -> service.present(alliance,
                new AllianceDraft("Autre", "Autre", "", "", null, "")))).isInstanceOf(Refused.class);
        world.asAnonymous();
        assertThatThrownBy(() -> service.propose(alliance, vendome, Side.MEMBER)).isInstanceOf(SignInNeeded.class);
    }

    @Test
    void aPairIsProposedOnce() {
        SpaceId alliance = founded(maud, vitre);
        UUID first = world.as(maud, () -> service.propose(alliance, vendome, Side.ALLIANCE));
        assertRefused("alliance.proposal.already",
                () -> world.as(maud, () -> service.propose(alliance, vendome, Side.ALLIANCE)));
        assertRefused("alliance.proposal.fromOther",
                () -> world.as(paul, () -> service.propose(alliance, vendome, Side.MEMBER)));
        world.as(paul, () -> service.accept(first));
        assertRefused("alliance.member.already",
                () -> world.as(maud, () -> service.propose(alliance, vendome, Side.ALLIANCE)));
        world.as(paul, () -> service.leave(first));
        assertThat(world.as(maud, () -> service.propose(alliance, vendome, Side.ALLIANCE)))
                .as("after leaving, a new attempt is a new row").isNotEqualTo(first);
    }

    @Test
    void alliancesDoNotContainEachOtherEvenThroughThreeLevels() {
        SpaceId top = founded(maud, vitre);
        SpaceId middle = founded(maud, vitre);
        SpaceId bottom = founded(maud, vitre);
        join(top, middle);
        join(middle, bottom);
        assertRefused("alliance.member.circle",
                () -> world.as(maud, () -> service.propose(bottom, top, Side.ALLIANCE)));
        assertRefused("alliance.member.circle",
                () -> world.as(maud, () -> service.propose(middle, top, Side.ALLIANCE)));
        assertRefused("alliance.member.itself",
                () -> world.as(maud, () -> service.propose(top, top, Side.ALLIANCE)));
    }

    @Test
    void aCircleProposedFromBothEndsClosesOnNeither() {
        SpaceId one = founded(maud, vitre);
        SpaceId other = founded(paul, vendome);
        UUID first = world.as(maud, () -> service.propose(one, other, Side.ALLIANCE));
        UUID second = world.as(paul, () -> service.propose(other, one, Side.ALLIANCE));
        world.as(paul, () -> service.accept(first));
        assertRefused("alliance.member.circle", () -> world.as(maud, () -> service.accept(second)));
    }

    @Test
    void twoAcceptancesAtTheSameMomentCannotCloseACircle() throws Exception {
        SpaceId one = founded(maud, vitre);
        SpaceId other = founded(paul, vendome);
        UUID first = world.as(maud, () -> service.propose(one, other, Side.ALLIANCE));
        UUID second = world.as(paul, () -> service.propose(other, one, Side.ALLIANCE));
        CyclicBarrier start = new CyclicBarrier(2);
        List<Boolean> closed = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> acts = List.of(() -> accepts(paul, first, start), () -> accepts(maud, second, start));
            for (Future<Boolean> result : two.invokeAll(acts)) {
                closed.add(result.get());
            }
        }
        assertThat(closed).containsExactlyInAnyOrder(true, false);
    }

    private boolean accepts(PersonId person, UUID proposal, CyclicBarrier start) throws Exception {
        start.await();
        try {
            world.as(person, () -> service.accept(proposal));
            return true;
        } catch (InvalidInput circle) {
            return false;
        }
    }

    @Test
    void rolesComeThroughNestedAlliances() {
        SpaceId inner = founded(paul, vendome);
        SpaceId outer = founded(maud, vitre);
        PersonId company = world.person("Entreprise");
        world.member(company, vendome, Profile.BUSINESS, Role.CONTRIBUTOR);
        assertThat(roleOf(agent, outer)).isNull();
        UUID proposal = world.as(maud, () -> service.propose(outer, inner, Side.ALLIANCE));
        world.as(paul, () -> service.accept(proposal));
        assertThat(roleOf(agent, outer)).isEqualTo(Role.CONTRIBUTOR);
        assertThat(roleOf(company, outer)).isEqualTo(Role.READER);
        world.as(paul, () -> service.editCharter(inner, 1, Charter.of("Sans entreprises",
                Map.of(Profile.STAFF, Role.READER), false, DefaultAudience.ALLIANCE, true), today.date()));
        assertThat(roleOf(company, outer)).as("no role in the inner one, so none in the outer one").isNull();
        assertThat(roleOf(agent, outer)).as("the outer charter gives by profile").isEqualTo(Role.CONTRIBUTOR);
        world.as(maud, () -> service.leave(proposal));
        assertThat(roleOf(agent, outer)).isNull();
        assertThat(roleOf(agent, inner)).isEqualTo(Role.READER);
    }

    @Test
    void everyActIsRecorded() {
        SpaceId alliance = founded(maud, vitre);
        UUID proposal = world.as(maud, () -> service.propose(alliance, vendome, Side.ALLIANCE));
        world.as(paul, () -> service.accept(proposal));
        world.as(paul, () -> service.leave(proposal));
        assertThat(jdbc.sql("select operation from audit_entry where space = :space order by id")
                .param("space", alliance.value()).query(String.class).list())
                .containsSubsequence("PROPOSE_MEMBER", "PROPOSE_MEMBER", "ACCEPT_MEMBER", "LEAVE_ALLIANCE");
    }

    @Test
    void proposalsAreShownToThoseWhoAnswerThem() {
        SpaceId alliance = founded(maud, vitre);
        UUID asked = world.as(paul, () -> service.propose(alliance, vendome, Side.MEMBER));
        assertThat(world.as(maud, () -> alliances.proposalsToAnswer())).extracting(Membership::id).contains(asked);
        assertThat(world.as(paul, () -> alliances.proposalsToAnswer())).extracting(Membership::id)
                .doesNotContain(asked);
        assertThat(world.as(paul, () -> alliances.openProposals(vendome))).extracting(Membership::id)
                .containsExactly(asked);
    }

    @Test
    void aShortNameIsTakenOnce() {
        SpaceId alliance = founded(maud, vitre);
        AllianceDraft same = alliances.find(alliance).orElseThrow().about();
        assertRefused("alliance.slug.taken",
                () -> world.as(maud, () -> service.create(same, Charter.usual("Texte"), vitre)));
    }

    @Test
    void theKnownAlliancesAreThereWithTheirMembers() {
        AllianceDetails vvv = alliances.find("vvv").orElseThrow();
        assertThat(vvv.about().since()).isEqualTo(2015);
        assertThat(alliances.members(vvv.id())).hasSize(3);
        assertThat(spaces.find(vvv.id())).hasValueSatisfying(space -> {
            assertThat(space.path()).isEqualTo("alliances/vvv");
            assertThat(space.emblem()).contains("class=\"thread\"");
        });
        assertThat(alliances.list("%", null, 10)).as("a sign is a sign").isEmpty();
        assertThat(alliances.list("loire", null, 10)).extracting(AllianceSummary::slug)
                .contains("pole-metropolitain-loire-bretagne");
        assertThat(alliances.list("pole", null, 30)).as("accents or not").extracting(AllianceSummary::slug)
                .contains("pole-centre-atlantique");
    }

    @Test
    void loadingTheSeedsAgainChangesNothing() {
        long before = jdbc.sql("select count(*) from alliance_member").query(Long.class).single();
        seeds.run(new org.springframework.boot.DefaultApplicationArguments());
        assertThat(jdbc.sql("select count(*) from alliance_member").query(Long.class).single()).isEqualTo(before);
        assertThat(alliances.charterHistory(SpaceId.ofAlliance("vvv"), 10)).hasSize(1);
    }

    private void join(SpaceId alliance, SpaceId member) {
        UUID proposal = world.as(maud, () -> service.propose(alliance, member, Side.ALLIANCE));
        world.as(maud, () -> service.accept(proposal));
    }
}
