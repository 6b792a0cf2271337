package fr.maillage.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.NotVisible;
import fr.maillage.access.PeopleLookup;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.alliance.AllianceDraft;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Charter;
import fr.maillage.alliance.Side;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.member.People.MemberFilter;
import fr.maillage.opportunity.InterestService;
import fr.maillage.opportunity.InterestState;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityMother;
import fr.maillage.opportunity.OpportunityService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** A charter that hides businesses from one another, seen in every place that names people and firms. */
@IntegrationTest
class HiddenBusinessesTest {

    @Autowired
    TestWorld world;
    @Autowired
    Screens screens;
    @Autowired
    AllianceService alliances;
    @Autowired
    Alliances known;
    @Autowired
    People people;
    @Autowired
    Organizations organizations;
    @Autowired
    PeopleLookup lookup;
    @Autowired
    OpportunityService opportunities;
    @Autowired
    InterestService interests;
    @Autowired
    Today today;

    SpaceId vitre;
    SpaceId alliance;
    PersonId maud;
    PersonId own;
    PersonId neighbour;
    PersonId rival;
    OrganizationId rivalFirm;
    String rivalName;

    @BeforeEach
    void anAllianceOfTwoTerritories() {
        vitre = world.territory();
        SpaceId valence = world.territory();
        maud = world.person("Maud Lanoë");
        world.member(maud, vitre, Profile.ELECTED, Role.COORDINATOR);
        PersonId paul = world.person("Paul Ferrand");
        world.member(paul, valence, Profile.ELECTED, Role.COORDINATOR);
        String name = "Discrète " + UUID.randomUUID();
        alliance = world.as(maud, () -> alliances.create(new AllianceDraft(name, name, "", "", 2020, ""),
                charter(true), vitre));
        world.member(maud, alliance, Profile.ELECTED, Role.COORDINATOR);
        UUID proposal = world.as(maud, () -> alliances.propose(alliance, valence, Side.ALLIANCE));
        world.as(paul, () -> alliances.accept(proposal));
        own = world.person("Solène Brisard");
        world.member(own, vitre, Profile.BUSINESS, Role.CONTRIBUTOR);
        neighbour = world.person("Gaël Hamon");
        world.member(neighbour, vitre, Profile.BUSINESS, Role.READER);
        rivalName = "Rivale" + UUID.randomUUID().toString().substring(0, 8);
        rival = world.person(rivalName);
        rivalFirm = world.organization("Usinage " + rivalName, OrganizationKind.COMPANY, valence);
        world.member(rival, valence, rivalFirm, Profile.BUSINESS, Role.CONTRIBUTOR, null);
        world.member(rival, alliance, rivalFirm, Profile.BUSINESS, Role.READER, null);
    }

    private static Charter charter(boolean hides) {
        return Charter.of("Charte", Map.of(Profile.ELECTED, Role.EDITOR, Profile.BUSINESS, Role.CONTRIBUTOR), hides,
                Charter.DefaultAudience.ALLIANCE, true);
    }

    @AfterEach
    void nobody() {
        screens.close();
        SecurityContextHolder.clearContext();
    }

    private List<PersonId> inTheDirectory() {
        return people.membersOf(alliance, MemberFilter.present(), null, 30).stream().map(People.Member::person)
                .toList();
    }

    @Test
    void aBusinessIsToldNothingOfThoseOfOtherMembers() {
        world.as(own);
        assertThat(people.cards(Set.of(rival)).get(rival).name()).isEqualTo("Une personne d’une entreprise");
        assertThat(people.cards(Set.of(rival)).get(rival).organizations()).isEmpty();
        assertThat(lookup.names(Set.of(new AudienceScope.Person(rival), new AudienceScope.Organization(rivalFirm)))
                .values()).containsExactlyInAnyOrder("Une personne d’une entreprise", "Une entreprise");
        assertThat(lookup.find(rivalName, vitre, 20)).isEmpty();
        assertThat(people.search(List.of(alliance), rivalName, 20)).isEmpty();
        assertThat(inTheDirectory()).contains(maud).doesNotContain(rival);
        assertThat(people.membersOf(alliance, MemberFilter.present().withWords(rivalName), null, 30)).isEmpty();
        assertThat(organizations.ofSpace(alliance, "", null, 200)).extracting(Organizations.Card::id)
                .doesNotContain(rivalFirm);
        assertThat(organizations.choices(alliance, rivalName, 20)).isEmpty();
        assertThat(organizations.cards(Set.of(rivalFirm)).get(rivalFirm).name()).isEqualTo("Une entreprise");
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> people.card(rival));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> people.contact(rival));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> organizations.page(rivalFirm));
    }

    @Test
    void everybodyElseAndOnesOwnTerritoryAreNamed() {
        world.as(maud);
        assertThat(people.card(rival).name()).isEqualTo(rivalName);
        assertThat(inTheDirectory()).contains(rival);
        assertThat(organizations.page(rivalFirm).card().name()).contains(rivalName);
        world.as(own);
        assertThat(people.card(neighbour).name()).isEqualTo("Gaël Hamon");
        assertThat(people.card(maud).name()).isEqualTo("Maud Lanoë");
    }

    @Test
    void aCharterThatNoLongerHidesTellsAtOnce() {
        world.as(maud, () -> alliances.editCharter(alliance, known.find(alliance).orElseThrow().charter().no(),
                charter(false), today.date()));
        world.as(own);
        assertThat(people.cards(Set.of(rival)).get(rival).name()).isEqualTo(rivalName);
        assertThat(inTheDirectory()).contains(rival);
    }

    @Test
    void anInterestNamesItsFirmOnlyOnceAccepted() {
        OpportunityId offer = world.as(own, () -> OpportunityMother.post(opportunities, vitre,
                OpportunityMother.workshop("Atelier", today.date().plusDays(20)),
                Audience.ofSpace(vitre).with(new AudienceScope.Space(alliance), fr.maillage.access.Level.COMMENT)));
        UUID interest = world.as(rival, () -> interests.express(offer, "Une visite ?"));
        world.as(own);
        screens.open();
        screens.go("opportunites/" + offer.value());
        assertThat(screens.everything()).contains("Une visite ?", "Une personne d’une entreprise")
                .doesNotContain(rivalName);
        interests.answer(interest, InterestState.ACCEPTED, "Oui.");
        screens.go("opportunites/" + offer.value());
        assertThat(screens.everything()).contains(rivalName, "Usinage");
        screens.close();
        world.as(rival);
        screens.open();
        screens.go("opportunites/" + offer.value());
        assertThat(screens.everything()).contains("Oui.", "Une personne d’une entreprise")
                .doesNotContain("Solène Brisard");
    }
}
