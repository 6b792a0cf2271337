package fr.maillage.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Level;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.access.SignInNeeded;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class DiscussionTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private Notes notes;
    @Autowired
    private DiscussionService service;
    @Autowired
    private Discussions discussions;
    @Autowired
    private Mentionable mentionable;
    @Autowired
    private Broadcast broadcast;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Today today;

    private SpaceId vitre;
    private PersonId maud;
    private PersonId ivan;
    private ItemRef note;

    @BeforeEach
    void aNoteForAllOfVitre() {
        vitre = world.territory();
        maud = member("Maud Lanoë", Profile.ELECTED, Role.COORDINATOR);
        ivan = member("Ivan Delmotte", Profile.STAFF, Role.CONTRIBUTOR);
        note = notes.write("Bâtiment relais", vitre, ivan, Audience.ofSpace(vitre));
    }

    @AfterEach
    void nobodyActs() {
        SecurityContextHolder.clearContext();
    }

    private PersonId member(String name, Profile profile, Role role) {
        PersonId person = world.person(name);
        world.member(person, vitre, profile, role);
        return person;
    }

    private List<Said.Thread> threads(PersonId reader) {
        return world.as(reader, () -> discussions.of(note, null)).threads();
    }

    @Test
    void aReaderCommentsWhereTheAudienceSaysCommentAndAnObserverReads() {
        PersonId reader = member("Lise", Profile.PARTNER, Role.READER);
        PersonId observer = member("Omer", Profile.PARTNER, Role.OBSERVER);

        world.as(reader, () -> service.open(note, "Où en est l’étude ?"));

        assertThat(threads(observer)).singleElement()
                .satisfies(thread -> assertThat(thread.opening().text()).isEqualTo("Où en est l’étude ?"));
        assertThat(world.as(observer, () -> discussions.of(note, null)).mayComment()).isFalse();
        assertThatThrownBy(() -> world.as(observer, () -> service.open(note, "Moi aussi")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aReaderDoesNotCommentWhereTheAudienceSaysReadAndAContributorDoes() {
        note = notes.write("Lecture seule", vitre, ivan,
                Audience.none().with(new AudienceScope.Space(vitre), Level.READ));
        PersonId reader = member("Lise", Profile.PARTNER, Role.READER);
        PersonId contributor = member("Claire", Profile.STAFF, Role.CONTRIBUTOR);

        assertThatThrownBy(() -> world.as(reader, () -> service.open(note, "Oui"))).isInstanceOf(Refused.class);
        world.as(contributor, () -> service.open(note, "Oui"));
        assertThat(threads(reader)).hasSize(1);
    }

    @Test
    void aStrangerFindsNeitherTheDiscussionNorACommentByItsIdentifier() {
        CommentId comment = world.as(maud, () -> service.open(note, "Entre nous"));
        PersonId stranger = world.person("Inconnu");
        world.member(stranger, world.territory(), Profile.STAFF, Role.COORDINATOR);

        assertThatThrownBy(() -> world.as(stranger, () -> discussions.of(note, null))).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> world.as(stranger, () -> service.answer(comment, "Coucou")))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> world.as(stranger, () -> service.withdraw(comment))).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> world.as(stranger, () -> service.resolve(comment))).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> world.as(stranger, () -> mentionable.find(note, "Maud")))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void anExpiredMemberFindsNothing() {
        PersonId gone = world.person("Parti");
        world.member(gone, vitre, Profile.STAFF, Role.EDITOR, today.date().minusDays(1));

        assertThatThrownBy(() -> world.as(gone, () -> discussions.of(note, null))).isInstanceOf(NotVisible.class);
    }

    @Test
    void whatIsSaidAboutSomethingPublicStaysBetweenMembers() {
        note = notes.write("Publiée", vitre, ivan,
                Audience.ofSpace(vitre).with(new AudienceScope.Public(), Level.READ));
        world.as(maud, () -> service.open(note, "Entre nous"));
        PersonId nowhere = world.person("Sans espace");

        world.asAnonymous();
        assertThat(discussions.of(note, null).threads()).isEmpty();
        assertThat(discussions.of(note, null).open()).isFalse();
        assertThat(discussions.count(note)).isZero();
        assertThatThrownBy(() -> service.open(note, "Bonjour")).isInstanceOf(SignInNeeded.class);
        assertThat(world.as(nowhere, () -> discussions.of(note, null)).threads()).isEmpty();
        assertThat(world.as(maud, () -> discussions.count(note))).isEqualTo(1);
    }

    @Test
    void answersStayInTheirThreadWhicheverIsAnswered() {
        CommentId opening = world.as(maud, () -> service.open(note, "Qui suit ?"));
        CommentId first = world.as(ivan, () -> service.answer(opening, "Moi"));
        world.as(maud, () -> service.answer(first, "Merci"));

        assertThat(threads(maud)).singleElement().satisfies(thread -> assertThat(thread.answers())
                .extracting(Said::text).containsExactly("Moi", "Merci"));
    }

    @Test
    void olderThreadsComeByPagesOfThirty() {
        world.as(maud);
        for (int i = 1; i <= 33; i++) {
            service.open(note, "Point " + i);
        }

        Said.Page latest = discussions.of(note, null);
        assertThat(latest.threads()).hasSize(30);
        assertThat(latest.threads().getFirst().opening().text()).isEqualTo("Point 4");
        Said.Page before = discussions.of(note, latest.earlier());
        assertThat(before.threads()).extracting(thread -> thread.opening().text())
                .containsExactly("Point 1", "Point 2", "Point 3");
        assertThat(before.earlier()).isNull();
    }

    @Test
    void onlyTheAuthorChangesTheirWords() {
        CommentId comment = world.as(ivan, () -> service.open(note, "Prévu en mrs"));

        assertThatThrownBy(() -> world.as(maud, () -> service.edit(comment, "Prévu en mai")))
                .isInstanceOf(Refused.class);
        world.as(ivan, () -> service.edit(comment, "Prévu en mars"));

        Said said = threads(maud).getFirst().opening();
        assertThat(said.text()).isEqualTo("Prévu en mars");
        assertThat(said.editedAt()).isNotNull();
        assertThat(said.mine()).isFalse();
    }

    @Test
    void aWithdrawnCommentKeepsItsPlaceAndCanBeBroughtBackByWhoWithdrewIt() {
        CommentId opening = world.as(ivan, () -> service.open(note, "Une bêtise"));
        world.as(maud, () -> service.answer(opening, "Vraiment ?"));

        world.as(ivan, () -> service.withdraw(opening));
        Said.Thread thread = threads(maud).getFirst();
        assertThat(thread.opening().withdrawn()).isTrue();
        assertThat(thread.opening().text()).isEmpty();
        assertThat(thread.answers()).hasSize(1);
        assertThatThrownBy(() -> world.as(maud, () -> service.bringBack(opening))).isInstanceOf(Refused.class);

        world.as(ivan, () -> service.bringBack(opening));
        assertThat(threads(maud).getFirst().opening().text()).isEqualTo("Une bêtise");
    }

    @Test
    void aCoordinatorWithdrawsAnybodysCommentAndTheRecordKeepsIt() {
        CommentId comment = world.as(ivan, () -> service.open(note, "Propos déplacés"));
        PersonId editor = member("Édith", Profile.STAFF, Role.EDITOR);

        assertThatThrownBy(() -> world.as(editor, () -> service.withdraw(comment))).isInstanceOf(Refused.class);
        world.as(maud, () -> service.withdraw(comment));

        assertThat(threads(maud)).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = :id and actor = :maud")
                .param("id", comment.value()).param("maud", maud.value()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aThreadIsClosedByWhoOpenedItOrMayEditTheItemAndAnAnswerReopensIt() {
        PersonId reader = member("Lise", Profile.PARTNER, Role.READER);
        PersonId other = member("Omar", Profile.PARTNER, Role.READER);
        CommentId thread = world.as(reader, () -> service.open(note, "Question"));

        assertThatThrownBy(() -> world.as(other, () -> service.resolve(thread))).isInstanceOf(Refused.class);
        world.as(ivan, () -> service.resolve(thread));
        assertThat(threads(maud).getFirst().resolvedBy()).isEqualTo(ivan);

        world.as(reader, () -> service.answer(thread, "Pas tout à fait"));
        assertThat(threads(maud).getFirst().resolved()).isFalse();
    }

    @Test
    void emptyAndEndlessTextsAreRefusedAndNothingIsKept() {
        world.as(maud);
        assertThatThrownBy(() -> service.open(note, "   ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> service.open(note, "a".repeat(10_000_000)))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> {
                    assertThat(invalid.field()).isEqualTo(DiscussionService.TEXT);
                    assertThat(invalid.messageKey()).isEqualTo("base.tooLong");
                });
        assertThat(threads(maud)).isEmpty();
        service.open(note, "é".repeat(10_000));
        assertThat(threads(maud)).hasSize(1);
    }

    @Test
    void scriptsAreKeptAsTheWordsTheyAre() {
        world.as(maud, () -> service.open(note, "<script>alert(1)</script>"));

        assertThat(threads(ivan).getFirst().opening().text()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void onlyPeopleWhoSeeTheItemAreSuggestedAndNamed() {
        note = notes.write("Pour les agents", vitre, ivan,
                Audience.none().with(new AudienceScope.Space(vitre), Level.COMMENT, Profile.STAFF));
        PersonId solene = member("Solène Agente", Profile.STAFF, Role.READER);
        PersonId business = member("Solène Entreprise", Profile.BUSINESS, Role.READER);
        PersonId elsewhere = world.person("Solène Ailleurs");
        world.member(elsewhere, world.territory(), Profile.STAFF, Role.READER);

        world.as(ivan);
        assertThat(mentionable.find(note, "Solè")).extracting(Mentionable.Suggestion::person)
                .containsExactly(solene);
        service.open(note, "Un avis, " + Mentions.of(solene) + " ?");
        for (PersonId hidden : List.of(business, elsewhere, new PersonId(UUID.randomUUID()))) {
            assertThatThrownBy(() -> service.open(note, "Un avis, " + Mentions.of(hidden) + " ?"))
                    .isInstanceOfSatisfying(InvalidInput.class,
                            invalid -> assertThat(invalid.messageKey()).isEqualTo("discussion.mention.cannot"));
        }
        assertThat(jdbc.sql("select person from mention where item = :item").param("item", note.id())
                .query(UUID.class).list()).containsExactly(solene.value());
        assertThatThrownBy(() -> world.as(business, () -> discussions.of(note, null)))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void changingTheWordsCallsWhoIsNamedAnewAndNoLongerWhoIsNot() {
        CommentId comment = world.as(ivan, () -> service.open(note, "Pour " + Mentions.of(maud)));
        PersonId lise = member("Lise", Profile.STAFF, Role.READER);

        world.as(ivan, () -> service.edit(comment, "Pour " + Mentions.of(lise)));

        assertThat(jdbc.sql("select person from mention where comment = :id").param("id", comment.value())
                .query(UUID.class).list()).containsExactly(lise.value());
    }

    @Test
    void openScreensAreToldOnceTheCommentIsCommitted() throws InterruptedException {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        Broadcast.Subscription subscription = broadcast.listen(note.id(),
                item -> seen.add(world.as(maud, () -> discussions.of(note, null)).threads().size()));

        world.as(ivan, () -> service.open(note, "Bonjour"));

        for (int i = 0; i < 100 && seen.isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(seen).containsExactly(1);
        subscription.end();
        world.as(ivan, () -> service.open(note, "Encore"));
        Thread.sleep(200);
        assertThat(seen).hasSize(1);
    }
}
