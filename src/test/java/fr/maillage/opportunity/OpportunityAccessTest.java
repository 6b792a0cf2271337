package fr.maillage.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.Level;
import fr.maillage.access.ListQuery;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.access.SignInNeeded;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists, counts, search and pages agree, for everybody; interests are told to the two sides alone. */
@IntegrationTest
class OpportunityAccessTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    TestWorld world;
    @Autowired
    OpportunityService service;
    @Autowired
    InterestService interests;
    @Autowired
    OpportunityQuery query;
    @Autowired
    OpportunityAttention attention;
    @Autowired
    Today today;

    SpaceId vitre;
    SpaceId vvv;
    PersonId maud;
    PersonId valence;
    PersonId lorient;
    PersonId rival;
    String word;

    @BeforeEach
    void people() {
        vitre = world.territory("200039022");
        vvv = SpaceId.ofAlliance("vvv");
        maud = world.person("Maud Lanoë");
        world.member(maud, vitre, Profile.ELECTED, Role.EDITOR);
        valence = world.person("Nadia Ferrolles");
        world.member(valence, world.territory("200068781"), Profile.BUSINESS, Role.READER);
        rival = world.person("Thierry Ligeron");
        world.member(rival, world.territory("200072072"), Profile.BUSINESS, Role.READER);
        lorient = world.person("Gwenn Le Port");
        world.member(lorient, world.territory("200042174"), Profile.BUSINESS, Role.CONTRIBUTOR);
        // A word of this test alone, without digits: the search must find it and nothing else.
        word = "zbr" + Integer.toString(SERIAL.incrementAndGet() + 1000, 36).replaceAll("[0-9]", "q") + "atelier"
                + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "k");
        world.as(maud);
    }

    private OpportunityId workshop(Audience audience) {
        return OpportunityMother.post(service, vitre, OpportunityMother.workshop("Halle " + word,
                today.date().plusDays(18)), audience);
    }

    private Audience forTheAlliance() {
        return Audience.ofSpace(vitre).with(new AudienceScope.Space(vvv), Level.COMMENT);
    }

    /** Whether whoever acts sees it: the page, the list, the count, the facets and the search give one answer. */
    private boolean sees(OpportunityId id) {
        boolean page;
        try {
            page = query.find(id).id().equals(id);
        } catch (NotVisible e) {
            page = false;
        }
        OpportunityFilter words = OpportunityFilter.open().text(word);
        OpportunityFilter all = OpportunityFilter.open().owners(Set.of(vitre)).themes(Set.of(Theme.LAND_PREMISES));
        assertThat(query.page(words, null).rows().stream().map(OpportunityRow::id).toList().contains(id))
                .as("search").isEqualTo(page);
        assertThat(query.count(words)).as("count of the search").isEqualTo(page ? 1 : 0);
        assertThat(query.counts(words).all()).as("facets of the search").isEqualTo(page ? 1 : 0);
        List<OpportunityId> listed = everything(all);
        assertThat(listed.contains(id)).as("list").isEqualTo(page);
        assertThat(query.count(all)).as("count").isEqualTo(listed.size());
        assertThat(query.counts(all).owners().getOrDefault(vitre, 0)).as("facets").isEqualTo(listed.size());
        return page;
    }

    private List<OpportunityId> everything(OpportunityFilter filter) {
        List<OpportunityId> all = new ArrayList<>();
        OpportunityQuery.Position next = null;
        do {
            OpportunityQuery.Rows rows = query.page(filter, next, 3);
            rows.rows().forEach(row -> all.add(row.id()));
            next = rows.next();
        } while (next != null);
        return all;
    }

    @Test
    void whatIsForTheAllianceIsSeenInItAndNowhereElse() {
        OpportunityId id = workshop(forTheAlliance());
        assertThat(sees(id)).isTrue();
        world.as(valence);
        assertThat(sees(id)).isTrue();
        world.as(lorient);
        assertThat(sees(id)).isFalse();
        world.asAnonymous();
        assertThat(sees(id)).isFalse();
    }

    @Test
    void whatIsForSomeProfilesIsNotFoundByOthersOfTheSameSpace() {
        OpportunityId id = workshop(Audience.none().with(new AudienceScope.Space(vitre), Level.COMMENT,
                Profile.ELECTED, Profile.STAFF));
        PersonId firm = world.person("Solène Brisard");
        world.member(firm, vitre, Profile.BUSINESS, Role.CONTRIBUTOR);
        world.as(firm);
        assertThat(sees(id)).isFalse();
        world.as(maud, () -> service.share(id, query.find(id).audience().withPerson(firm, Level.READ)));
        assertThat(sees(id)).isTrue();
    }

    @Test
    void anExpiredMembershipSeesNothing() {
        OpportunityId id = workshop(forTheAlliance());
        PersonId gone = world.person("Paul Hennequin");
        world.member(gone, vitre, Profile.STAFF, Role.EDITOR, today.date().minusDays(1));
        world.as(gone);
        assertThat(sees(id)).isFalse();
    }

    @Test
    void aCompanyElsewhereCannotActOnWhatItDoesNotSee() {
        OpportunityId id = workshop(forTheAlliance());
        UUID interest = world.as(valence, () -> interests.express(id, "Nous cherchons 1 200 m²."));
        world.as(lorient);
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> interests.express(id, "Et nous ?"));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> interests.withdraw(id));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> query.ownInterest(id));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> query.interests(id));
        assertThatExceptionOfType(NotVisible.class)
                .isThrownBy(() -> interests.answer(interest, InterestState.DECLINED, ""));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> service.close(id, Outcome.FOUND, ""));
    }

    @Test
    void thoseWhoAreInterestedDoNotSeeOneAnother() {
        OpportunityId id = workshop(forTheAlliance());
        UUID theirs = world.as(valence, () -> interests.express(id, "Le lot nord nous conviendrait."));
        world.as(rival);
        assertThat(query.ownInterest(id)).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> query.interests(id));
        assertThatExceptionOfType(NotVisible.class)
                .isThrownBy(() -> interests.answer(theirs, InterestState.ACCEPTED, ""));
        interests.express(id, "Un point de stockage.");
        assertThat(query.ownInterest(id).orElseThrow().message()).isEqualTo("Un point de stockage.");
        world.as(maud);
        assertThat(query.interests(id)).extracting(InterestLine::person).containsExactly(rival, valence);
    }

    @Test
    void interestIsSaidOnceAndFollowsItsAnswer() {
        OpportunityId id = workshop(forTheAlliance());
        world.as(valence);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> interests.express(id, " "))
                .satisfies(why -> assertThat(why.field()).isEqualTo("message"));
        UUID first = interests.express(id, "Visite possible ?");
        assertThat(interests.express(id, "Deuxième clic")).isEqualTo(first);
        assertThat(query.ownInterest(id).orElseThrow().message()).isEqualTo("Visite possible ?");
        world.as(maud);
        assertThat(attention.pointsFor(maud, 50)).anyMatch(point -> point.path().endsWith(id.value().toString()));
        interests.answer(first, InterestState.IN_DISCUSSION, "Le 6 janvier, 9 h.");
        world.as(valence);
        InterestLine own = query.ownInterest(id).orElseThrow();
        assertThat(own.state()).isEqualTo(InterestState.IN_DISCUSSION);
        assertThat(own.answer()).isEqualTo("Le 6 janvier, 9 h.");
        assertThat(attention.pointsFor(valence, 50)).anyMatch(point -> point.path().endsWith(id.value().toString()));
        interests.withdraw(id);
        world.as(maud);
        interests.answer(first, InterestState.ACCEPTED, "trop tard");
        assertThat(query.interests(id).getFirst().state()).isEqualTo(InterestState.WITHDRAWN);
        world.as(valence);
        assertThat(interests.express(id, "Finalement, oui.")).isEqualTo(first);
        assertThat(query.ownInterest(id).orElseThrow().state()).isEqualTo(InterestState.NEW);
    }

    @Test
    void nobodySaysInterestInTheirOwnInWhatHasEndedOrWithoutSigningIn() {
        OpportunityId id = workshop(Audience.ofSpace(vitre).with(new AudienceScope.Network(), Level.READ));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> interests.express(id, "moi"));
        service.close(id, Outcome.FOUND, "");
        world.as(lorient);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> interests.express(id, "Encore libre ?"))
                .satisfies(why -> assertThat(why.messageKey()).isEqualTo("opportunity.interest.closed"));
        PersonId coordinator = world.person("Coordinatrice");
        world.member(coordinator, vitre, Profile.STAFF, Role.COORDINATOR);
        world.as(coordinator);
        OpportunityId open = workshop(Audience.ofSpace(vitre).with(new AudienceScope.Public(), Level.READ));
        world.asAnonymous();
        assertThatExceptionOfType(SignInNeeded.class).isThrownBy(() -> interests.express(open, "bonjour"));
        assertThat(query.ownInterest(open)).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherAcrossEqualDeadlinesAndNone() {
        SpaceId own = world.territory();
        PersonId author = world.person("Autrice");
        world.member(author, own, Profile.STAFF, Role.EDITOR);
        world.as(author);
        LocalDate soon = today.date().plusDays(10);
        Set<OpportunityId> posted = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            posted.add(OpportunityMother.post(service, own, OpportunityMother.workshop("Même jour " + i, soon),
                    Audience.ofSpace(own)));
        }
        posted.add(OpportunityMother.post(service, own, OpportunityMother.workshop("Plus tard", soon.plusDays(400)),
                Audience.ofSpace(own)));
        for (int i = 0; i < 4; i++) {
            posted.add(OpportunityMother.post(service, own, OpportunityMother.workshop("Sans date " + i, null),
                    Audience.ofSpace(own)));
        }
        for (ListQuery.Sort sort : ListQuery.Sort.values()) {
            List<OpportunityId> read = everything(OpportunityFilter.open().owners(Set.of(own)).sort(sort));
            assertThat(read).as(sort.name()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(posted);
        }
    }

    @Test
    void filtersNarrowListAndCountsAlike() {
        SpaceId own = world.territory();
        PersonId author = world.person("Autrice");
        world.member(author, own, Profile.STAFF, Role.EDITOR);
        world.as(author);
        Audience here = Audience.ofSpace(own);
        OpportunityMother.post(service, own, OpportunityMother.of(Direction.NEED, OpportunityKind.SKILLS,
                "Soudeur " + word, Set.of(Theme.SKILLS_RECRUITMENT)), here);
        OpportunityMother.post(service, own, OpportunityMother.of(Direction.OFFER, OpportunityKind.SKILLS,
                "Formatrice " + word, Set.of(Theme.SKILLS_RECRUITMENT, Theme.FUNDING)), here);
        OpportunityMother.post(service, own, OpportunityMother.of(Direction.NEED, OpportunityKind.EQUIPMENT,
                "Scanner " + word, Set.of()), here);
        for (OpportunityFilter base : List.of(OpportunityFilter.open().owners(Set.of(own)),
                OpportunityFilter.open().text(word))) {
            assertThat(query.count(base)).isEqualTo(3);
            assertThat(query.count(base.direction(Direction.NEED))).isEqualTo(2);
            assertThat(query.count(base.kinds(Set.of(OpportunityKind.SKILLS)))).isEqualTo(2);
            assertThat(query.count(base.direction(Direction.NEED).kinds(Set.of(OpportunityKind.SKILLS)))).isEqualTo(1);
            assertThat(query.count(base.themes(Set.of(Theme.FUNDING)))).isEqualTo(1);
            assertThat(query.count(base.dueUntil(today.date().plusDays(400)))).isZero();
            OpportunityQuery.Counts counts = query.counts(base.kinds(Set.of(OpportunityKind.EQUIPMENT)));
            assertThat(counts.all()).isEqualTo(1);
            assertThat(counts.kinds()).containsEntry(OpportunityKind.SKILLS, 2)
                    .containsEntry(OpportunityKind.EQUIPMENT, 1);
            assertThat(counts.directions()).isEqualTo(java.util.Map.of(Direction.NEED, 1));
            assertThat(counts.owners()).containsEntry(own, 1);
        }
    }

    @Test
    void accentsAndBeginningsOfWordsAreEnoughToFind() {
        SpaceId own = world.territory();
        PersonId author = world.person("Autrice");
        world.member(author, own, Profile.STAFF, Role.EDITOR);
        world.as(author);
        OpportunityMother.post(service, own, OpportunityMother.workshop("Éoliennes d’" + word, null),
                Audience.ofSpace(own));
        assertThat(query.count(OpportunityFilter.open().text("eolien " + word.substring(0, word.length() - 2))))
                .isEqualTo(1);
        assertThat(query.count(OpportunityFilter.open().text("\"+*<>()~@ " + word))).isEqualTo(1);
        assertThat(query.count(OpportunityFilter.open().text("à"))).isZero();
    }
}
