package fr.maillage.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.Level;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.access.SignInNeeded;
import fr.maillage.base.EditedMeanwhile;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Ids;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class OpportunityServiceTest {

    @Autowired
    TestWorld world;
    @Autowired
    OpportunityService service;
    @Autowired
    OpportunityQuery query;
    @Autowired
    Today today;
    @Autowired
    JdbcClient jdbc;

    SpaceId vitre;
    PersonId ivan;
    PersonId maud;
    PersonId reader;

    @BeforeEach
    void people() {
        vitre = world.territory();
        ivan = world.person("Ivan Delmotte");
        maud = world.person("Maud Lanoë");
        reader = world.person("Ulysse Lecteur");
        world.member(ivan, vitre, Profile.STAFF, Role.CONTRIBUTOR);
        world.member(maud, vitre, Profile.ELECTED, Role.COORDINATOR);
        world.member(reader, vitre, Profile.BUSINESS, Role.READER);
        world.as(ivan);
    }

    private OpportunityId posted(Audience audience) {
        return OpportunityMother.post(service, vitre,
                OpportunityMother.workshop("Atelier vacant", today.date().plusDays(20)), audience);
    }

    @Test
    void whatIsPostedReadsBackWhole() {
        OpportunityId id = posted(Audience.ofSpace(vitre));
        OpportunityPage page = query.find(id);
        assertThat(page.content()).isEqualTo(OpportunityMother.workshop("Atelier vacant", today.date().plusDays(20)));
        assertThat(page.author()).isEqualTo(ivan);
        assertThat(page.organization()).isNotNull();
        assertThat(page.audience()).isEqualTo(Audience.ofSpace(vitre));
        assertThat(page.may().edit()).isTrue();
    }

    @Test
    void theSameFormSentTwicePostsOnce() {
        OpportunityId id = OpportunityId.next();
        OpportunityContent content = OpportunityMother.workshop("Une seule fois", null);
        service.post(id, vitre, null, content, Audience.ofSpace(vitre));
        service.post(id, vitre, null, content, Audience.ofSpace(vitre));
        assertThat(jdbc.sql("select count(*) from opportunity where owner = :owner").param("owner", vitre.value())
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aKeyThatSomebodyElseUsedIsNotFound() {
        OpportunityId id = posted(Audience.none());
        world.as(maud);
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> service.post(id, vitre, null,
                OpportunityMother.workshop("Autre", null), Audience.ofSpace(vitre)));
    }

    @Test
    void readersDoNotPostAndNobodyDoesWithoutSigningIn() {
        world.as(reader);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> posted(Audience.ofSpace(vitre)));
        world.asAnonymous();
        assertThatExceptionOfType(SignInNeeded.class).isThrownBy(() -> posted(Audience.ofSpace(vitre)));
    }

    @Test
    void onlyACoordinatorPostsForEverybody() {
        Audience everybody = Audience.ofSpace(vitre).with(new AudienceScope.Public(), Level.READ);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> posted(everybody));
        world.as(maud);
        OpportunityId id = posted(everybody);
        world.asAnonymous();
        assertThat(query.find(id).content().title()).isEqualTo("Atelier vacant");
    }

    @Test
    void onlyACoordinatorPublishesLater() {
        OpportunityId id = posted(Audience.ofSpace(vitre));
        Audience everybody = Audience.ofSpace(vitre).with(new AudienceScope.Public(), Level.READ);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> service.share(id, everybody));
        world.as(maud, () -> service.share(id, everybody));
        world.asAnonymous();
        assertThat(query.find(id).id()).isEqualTo(id);
    }

    @Test
    void aReaderNeitherEditsNorSharesNorEndsNorArchives() {
        OpportunityId id = posted(Audience.ofSpace(vitre));
        world.as(reader);
        OpportunityContent other = OpportunityMother.workshop("Changé", null);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> service.edit(id, 0, other));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> service.share(id, Audience.none()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> service.close(id, Outcome.FOUND, ""));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> service.archive(id));
    }

    @Test
    void aStaleFormOverwritesNothing() {
        OpportunityId id = posted(Audience.ofSpace(vitre));
        long version = query.find(id).version();
        service.edit(id, version, OpportunityMother.workshop("Première", null));
        assertThatExceptionOfType(EditedMeanwhile.class)
                .isThrownBy(() -> service.edit(id, version, OpportunityMother.workshop("Seconde", null)));
        assertThat(query.find(id).content().title()).isEqualTo("Première");
    }

    @Test
    void aDeadlineThatHasPassedIsRefusedUnlessItStoodBefore() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> OpportunityMother.post(service, vitre,
                OpportunityMother.workshop("Trop tard", today.date().minusDays(1)), Audience.ofSpace(vitre)))
                .satisfies(why -> assertThat(why.field()).isEqualTo("deadline"));
        OpportunityId id = posted(Audience.ofSpace(vitre));
        jdbc.sql("update opportunity set deadline = :passed where id = :id").param("id", id.value())
                .param("passed", today.date().minusDays(3)).update();
        service.edit(id, query.find(id).version(),
                OpportunityMother.workshop("Titre corrigé", today.date().minusDays(3)));
        assertThat(query.find(id).content().title()).isEqualTo("Titre corrigé");
    }

    @Test
    void nobodySpeaksForAnOrganizationThatIsNotTheirs() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> service.post(OpportunityId.next(), vitre,
                new OrganizationId(Ids.next()), OpportunityMother.workshop("Au nom d’autrui", null),
                Audience.ofSpace(vitre))).satisfies(why -> assertThat(why.field()).isEqualTo("organization"));
    }

    @Test
    void whatEndsLeavesTheOpenListAndComesBackWhenTakenUpAgain() {
        OpportunityId id = posted(Audience.ofSpace(vitre));
        OpportunityFilter here = OpportunityFilter.open().owners(java.util.Set.of(vitre));
        service.close(id, Outcome.FOUND, "Loué à un voisin");
        service.close(id, Outcome.WITHDRAWN, "deuxième clic");
        assertThat(query.page(here, null).rows()).isEmpty();
        assertThat(query.page(here.status(OpportunityStatus.CLOSED), null).rows()).hasSize(1);
        assertThat(query.find(id).outcome()).isEqualTo(Outcome.FOUND);
        service.reopen(id);
        assertThat(query.page(here, null).rows()).hasSize(1);
        assertThat(query.find(id).outcomeWords()).isEmpty();
    }

    @Test
    void whatIsArchivedLeavesListsAndSearchAndStaysReadable() {
        OpportunityId id = OpportunityMother.post(service, vitre,
                OpportunityMother.workshop("Xyloglotte archivé", null), Audience.ofSpace(vitre));
        OpportunityFilter words = OpportunityFilter.open().text("xyloglotte");
        assertThat(query.page(words, null).rows()).hasSize(1);
        service.archive(id);
        assertThat(query.page(words, null).rows()).isEmpty();
        assertThat(query.page(OpportunityFilter.open().owners(java.util.Set.of(vitre)), null).rows()).isEmpty();
        assertThat(query.find(id).archived()).isTrue();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> service.edit(id, query.find(id).version(), OpportunityMother.workshop("x", null)));
        service.restore(id);
        assertThat(query.page(words, null).rows()).hasSize(1);
    }

    @Test
    void scriptsAreKeptAsTheWordsTheyAre() {
        String nasty = "<script>alert('1')</script> \" & <img src=x onerror=alert(2)>";
        OpportunityId id = OpportunityMother.post(service, vitre, new OpportunityContent(Direction.NEED,
                OpportunityKind.SKILLS, nasty, nasty, nasty,
                Details.ofKeys(OpportunityKind.SKILLS, java.util.Map.of("trade", nasty)), java.util.Set.of(), null),
                Audience.ofSpace(vitre));
        OpportunityContent read = query.find(id).content();
        assertThat(read.title()).isEqualTo(nasty);
        assertThat(read.body()).isEqualTo(nasty);
        assertThat(read.details().text(KindField.TRADE)).contains(nasty);
    }
}
