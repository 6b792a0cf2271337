package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.AudienceReach.Reach;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of an audience before it is given agrees with what people then see. */
@IntegrationTest
class AudienceReachTest {

    @Autowired
    TestWorld world;
    @Autowired
    AudienceReach reach;

    SpaceId own;
    PersonId author;

    @BeforeEach
    void people() {
        own = world.territory();
        author = world.person("Autrice");
        world.member(author, own, Profile.STAFF, Role.EDITOR);
        for (int i = 0; i < 3; i++) {
            world.member(world.person("Élue " + i), own, Profile.ELECTED, Role.READER);
            world.member(world.person("Entreprise " + i), own, Profile.BUSINESS, Role.READER);
        }
        world.as(author);
    }

    @Test
    void peopleAreCountedOnceByTheirProfiles() {
        assertThat(reach.reach(Audience.ofSpace(own), null, author)).isEqualTo(new Reach(7, 6, false));
        Audience elected = Audience.none().with(new AudienceScope.Space(own), Level.COMMENT, Profile.ELECTED);
        assertThat(reach.reach(elected, null, author)).isEqualTo(new Reach(4, 3, false));
        assertThat(reach.reach(Audience.ofSpace(own), elected, author)).isEqualTo(new Reach(7, 3, false));
        assertThat(reach.reach(elected.withPerson(author, Level.EDIT), elected, author).newcomers()).isZero();
        assertThat(reach.reach(Audience.none(), null, author)).isEqualTo(new Reach(1, 0, false));
    }

    @Test
    void anAllianceReachesThePeopleOfItsMembers() {
        SpaceId vitre = world.territory("200039022");
        SpaceId vvv = SpaceId.ofAlliance("vvv");
        Audience alliance = Audience.none().with(new AudienceScope.Space(vvv), Level.COMMENT);
        int before = reach.reach(alliance, null, author).people();
        world.member(world.person("Nouvelle"), vitre, Profile.STAFF, Role.READER);
        assertThat(reach.reach(alliance, null, author).people()).isEqualTo(before + 1);
    }

    @Test
    void seeingAsAProfileOfASpaceAgreesWithWhatSuchAPersonSees() {
        SpaceId vitre = world.territory("200039022");
        SpaceId lorient = world.territory("200042174");
        SpaceId vvv = SpaceId.ofAlliance("vvv");
        for (Profile profile : Profile.values()) {
            Audience some = Audience.none().with(new AudienceScope.Space(vvv), Level.COMMENT, Profile.ELECTED,
                    Profile.BUSINESS);
            boolean meant = profile == Profile.ELECTED || profile == Profile.BUSINESS;
            assertThat(reach.level(some, vitre, profile).isPresent()).as("%s of Vitré", profile).isEqualTo(meant);
            assertThat(reach.level(some, lorient, profile)).as("%s of Lorient", profile).isEmpty();
            assertThat(reach.level(some, null, null)).isEmpty();
        }
        Audience everybody = Audience.ofSpace(own).with(new AudienceScope.Public(), Level.READ);
        assertThat(reach.level(everybody, null, null)).contains(Level.READ);
        assertThat(Stream.of(Profile.values()).map(profile -> reach.level(everybody, own, profile).orElseThrow()))
                .containsOnly(Level.COMMENT);
    }

    @Test
    void onlyCoordinatorsMayChooseEverybodyAndAlliancesComeWithTheirMembers() {
        SpaceId vitre = world.territory("200039022");
        AudienceReach.Choices choices = reach.choices(vitre);
        assertThat(choices.mayPublish()).isFalse();
        assertThat(choices.alliances().keySet()).extracting(Spaces.Space::id).contains(SpaceId.ofAlliance("vvv"));
        assertThat(choices.alliances().values().stream().flatMap(java.util.List::stream)).extracting(Spaces.Space::id)
                .contains(vitre);
    }
}
