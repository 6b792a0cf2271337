package fr.maillage.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Attention;
import fr.maillage.access.AttentionPoint;
import fr.maillage.access.AttentionPoint.Need;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Level;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.discussion.ActivityLog.Line;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class ActivityTest {

    private static final String MARKER = "MARQUE-7F3K";

    @Autowired
    private TestWorld world;
    @Autowired
    private Notes notes;
    @Autowired
    private DiscussionService service;
    @Autowired
    private ActivityLog activity;
    @Autowired
    private Follows follows;
    @Autowired
    private DiscussionAttention attention;
    @Autowired
    private List<Attention> everyAttention;
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
        ivan = member("Ivan Delmotte", Profile.STAFF, Role.EDITOR);
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

    private List<AttentionPoint> points(PersonId person) {
        return world.as(person, () -> attention.pointsFor(person, 10));
    }

    @Test
    void theFeedOfASpaceTellsOnlyWhatItsReaderSees() {
        ItemRef secret = notes.write(MARKER, vitre, ivan,
                Audience.none().with(new AudienceScope.Space(vitre), Level.COMMENT, Profile.STAFF));
        notes.happened(secret, "updated", ivan, MARKER);
        PersonId business = member("Solène", Profile.BUSINESS, Role.READER);
        PersonId stranger = world.person("Inconnu");
        world.member(stranger, world.territory(), Profile.STAFF, Role.EDITOR);
        PersonId expired = world.person("Parti");
        world.member(expired, vitre, Profile.STAFF, Role.EDITOR, today.date().minusDays(1));
        PersonId agent = member("Agent", Profile.STAFF, Role.READER);

        assertThat(world.as(agent, () -> activity.ofSpace(vitre, 30)).toString()).contains(MARKER);
        assertThat(world.as(business, () -> activity.ofSpace(vitre, 30)))
                .extracting(line -> line.item().title()).containsOnly("Bâtiment relais");
        for (PersonId person : List.of(stranger, expired)) {
            assertThat(world.as(person, () -> activity.ofSpace(vitre, 30))).isEmpty();
            assertThat(world.as(person, () -> activity.ofMySpaces(30)).toString()).doesNotContain(MARKER);
            assertThatThrownBy(() -> world.as(person, () -> activity.ofItem(secret, 30)))
                    .isInstanceOf(NotVisible.class);
        }
        world.asAnonymous();
        assertThat(activity.ofSpace(vitre, 30)).isEmpty();
    }

    @Test
    void whatWasNarrowedLeavesEveryFeedAtOnce() {
        PersonId business = member("Solène", Profile.BUSINESS, Role.READER);
        assertThat(world.as(business, () -> activity.ofSpace(vitre, 30))).hasSize(1);

        notes.share(note, Audience.none().with(new AudienceScope.Space(vitre), Level.COMMENT, Profile.STAFF));

        assertThat(world.as(business, () -> activity.ofSpace(vitre, 30))).isEmpty();
    }

    @Test
    void thePublicReadsWhatHappenedToPublicThingsWithoutNamesOrComments() {
        ItemRef open = notes.write("Publiée", vitre, ivan,
                Audience.ofSpace(vitre).with(new AudienceScope.Public(), Level.READ));
        world.as(maud, () -> service.open(open, "Bien"));

        world.asAnonymous();
        assertThat(activity.ofSpace(vitre, 30)).singleElement().satisfies(line -> {
            assertThat(line.actor()).isNull();
            assertThat(line.verb()).isEqualTo("created");
        });
        assertThat(world.as(maud, () -> activity.ofSpace(vitre, 30))).filteredOn(line -> line.item().ref().equals(open))
                .extracting(Line::verb).containsExactly(ActivityLog.COMMENTED, "created");
    }

    @Test
    void actsInARowOfOnePersonAreOneLine() {
        notes.happened(note, "updated", ivan, "un");
        notes.happened(note, "updated", ivan, "deux");
        notes.happened(note, "updated", ivan, "trois");
        notes.happened(note, "updated", maud, "quatre");

        assertThat(world.as(maud, () -> activity.ofItem(note, 30))).extracting(Line::actor, Line::detail, Line::times)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(maud, "quatre", 1),
                        org.assertj.core.groups.Tuple.tuple(ivan, "trois", 3),
                        org.assertj.core.groups.Tuple.tuple(ivan, "", 1));
    }

    @Test
    void aMutedSpaceIsSilentAndAFollowedOneIsHeard() {
        PersonId stranger = world.person("Voisine");
        world.member(stranger, world.territory(), Profile.STAFF, Role.EDITOR);
        notes.share(note, Audience.ofSpace(vitre).with(new AudienceScope.Network(), Level.READ));

        assertThat(world.as(stranger, () -> activity.ofMySpaces(30))).isEmpty();
        world.as(stranger, () -> follows.set(vitre, Follows.State.FOLLOWING));
        assertThat(world.as(stranger, () -> activity.ofMySpaces(30))).hasSize(1);

        world.as(maud, () -> follows.set(vitre, Follows.State.MUTED));
        assertThat(world.as(maud, () -> activity.ofMySpaces(30))).isEmpty();
        world.as(maud, () -> follows.forget(vitre));
        assertThat(world.as(maud, () -> activity.ofMySpaces(30))).hasSize(1);
    }

    @Test
    void whoIsNamedIsCalledUntilTheyAnswer() {
        CommentId comment = world.as(ivan, () -> service.open(note, Mentions.of(maud) + " d’accord pour 60 % ?"));

        assertThat(points(maud)).singleElement().satisfies(point -> {
            assertThat(point.need()).isEqualTo(Need.ANSWER);
            assertThat(point.title().key()).isEqualTo("discussion.attention.mention");
            assertThat(point.title().arguments()).contains("Ivan Delmotte", "Bâtiment relais");
            assertThat(point.path()).isEqualTo("notes/" + note.id());
        });
        world.as(maud, () -> service.answer(comment, "D’accord"));
        assertThat(points(maud)).isEmpty();
        assertThat(points(ivan)).singleElement()
                .satisfies(point -> assertThat(point.title().key()).isEqualTo("discussion.attention.reply"));
    }

    @Test
    void whoNoLongerSeesTheItemIsNotCalled() {
        PersonId business = member("Solène", Profile.BUSINESS, Role.READER);
        world.as(ivan, () -> service.open(note, "Et vous, " + Mentions.of(business) + " ?"));
        assertThat(points(business)).hasSize(1);

        notes.share(note, Audience.none().with(new AudienceScope.Space(vitre), Level.COMMENT, Profile.STAFF));

        assertThat(points(business)).isEmpty();
    }

    @Test
    void whoFollowsIsToldOfCommentsUntilTheyReadThem() {
        world.as(maud, () -> follows.set(note, Follows.State.FOLLOWING));
        world.as(ivan, () -> service.open(note, "Un"));
        world.as(ivan, () -> service.open(note, "Deux"));

        assertThat(points(maud)).singleElement().satisfies(point -> {
            assertThat(point.need()).isEqualTo(Need.READ);
            assertThat(point.title().arguments()).contains(2);
        });
        world.as(maud, () -> follows.read(note));
        assertThat(points(maud)).isEmpty();

        world.as(maud, () -> follows.set(note, Follows.State.MUTED));
        world.as(ivan, () -> service.open(note, "Trois"));
        assertThat(points(maud)).isEmpty();
    }

    @Test
    void authorsAndCommentersFollowWithoutAsking() {
        assertThat(world.as(ivan, () -> follows.of(note))).contains(Follows.State.FOLLOWING);
        assertThat(world.as(maud, () -> follows.of(note))).isEmpty();
        world.as(maud, () -> service.open(note, "Bien"));
        assertThat(world.as(maud, () -> follows.of(note))).contains(Follows.State.FOLLOWING);
    }

    @Test
    void everyModuleKeepsToItsLimit() {
        world.as(maud);
        assertThat(everyAttention).allSatisfy(one -> assertThat(one.pointsFor(maud, 3)).hasSizeLessThanOrEqualTo(3));
    }
}
