package fr.maillage.discussion;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.LiveTexts;
import fr.maillage.coediting.RichText;
import fr.maillage.coediting.TextAnchors;
import fr.maillage.coediting.TextHistory;
import fr.maillage.coediting.TextRange;
import fr.maillage.coediting.ui.TextComments;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionTexts;
import fr.maillage.plan.PlanWorld;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comments on words of a text: who may make them, what they are tied to, and when they are lost. */
@IntegrationTest
class AnchoredCommentsTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private Screens screens;
    @Autowired
    private ActionService actions;
    @Autowired
    private ActionTexts texts;
    @Autowired
    private LiveTexts liveTexts;
    @Autowired
    private TextHistory history;
    @Autowired
    private TextAnchors anchors;
    @Autowired
    private TextComments comments;
    @Autowired
    private DiscussionService service;
    @Autowired
    private Discussions discussions;
    @Autowired
    private JdbcClient jdbc;

    private PlanWorld.Town town;
    private ActionId action;
    private LiveTextRef description;
    private TextRange halle;

    @BeforeEach
    void aTextOfAnAction() {
        town = planWorld.town();
        action = planWorld.action(town.plan(), "Bâtiment relais");
        actions.set(action, ActionField.DESCRIPTION, 0, "La halle est vide.");
        description = new LiveTextRef(new ItemRef(ActionService.KIND, action.value()), "description");
        UUID text = texts.open(action, ActionField.DESCRIPTION).value();
        long client = jdbc.sql("select client from collab_author where doc = :doc").param("doc", text).query(Long.class)
                .single();
        halle = TextRange.of(client, 5, client, 9);
    }

    @AfterEach
    void close() {
        screens.close();
        world.asAnonymous();
    }

    private UUID say(PersonId who, String what) {
        return world.as(who, () -> service.open(description.item(), what,
                new Said.Place("description", anchors.words(description, halle)), thread ->
                        assertThat(anchors.tie(description, halle, thread.value())).isTrue()).value());
    }

    @Test
    void whatIsTiedToATextIsAskedOfThatTextAlone() {
        UUID thread = say(town.reader(), "Laquelle ?");
        long alone = screens.reads(() -> assertThat(anchors.present(description)).containsExactly(thread));
        texts.open(action, ActionField.OBJECTIVES);
        texts.open(action, ActionField.MEANS);
        assertThat(screens.reads(() -> anchors.present(description))).isEqualTo(alone);
        assertThat(anchors.present(new LiveTextRef(description.item(), "objectives"))).isEmpty();
        assertThat(anchors.present(new LiveTextRef(description.item(), "results"))).as("no such text").isEmpty();
    }

    @Test
    void whoMayCommentAndNotWriteTiesAThreadToWords() {
        assertThat(world.as(town.reader(), () -> liveTexts.mayWrite(description))).isFalse();
        UUID thread = say(town.reader(), "Laquelle ? @[" + town.editor().value() + "]");
        assertThat(comments.open(description)).containsExactly(thread);
        assertThat(anchors.present(description)).containsExactly(thread);
        assertThat(discussions.about(description.item(), "description")).singleElement()
                .satisfies(said -> assertThat(said.place()).isEqualTo(new Said.Place("description", "halle")));
        assertThat(discussions.of(description.item(), null).threads()).as("in the discussion of the item too").hasSize(1);
        assertThat(liveTexts.text(description)).as("not a word is changed").isEqualTo("La halle est vide.");
        assertThat(history.keep(description, "Après").people()).as("nor is the reader a writer")
                .doesNotContain(town.reader());
        assertThat(jdbc.sql("select person from mention where comment = :c").param("c", thread).query(UUID.class).single())
                .isEqualTo(town.editor().value());
    }

    @Test
    void itIsLostOnlyWhenItsWordsAreGoneAndFoundAgainWhenTheyAreBack() {
        UUID thread = say(town.editor(), "Laquelle ?");
        RichText marked = liveTexts.read(description);
        liveTexts.replace(description, new RichText(java.util.List.of(
                new RichText.Element("paragraph", new RichText.Text("Avant tout.")), marked.content().getFirst())));
        assertThat(anchors.present(description)).containsExactly(thread);
        liveTexts.replace(description, RichText.ofPlainText("Rien."));
        assertThat(anchors.present(description)).isEmpty();
        world.as(town.editor());
        screens.open();
        UI.getCurrent().add(comments.all(description));
        assertThat(_get(ListItem.class, spec -> spec.withClasses("lost")).getElement().getTextRecursively())
                .contains("halle", "Ces mots ne sont plus dans le texte.", "Laquelle ?");
        screens.close();
        liveTexts.replace(description, marked);
        assertThat(anchors.present(description)).containsExactly(thread);
    }

    @Test
    void aClosedThreadIsNoLongerShownOnTheWordsAndIsOneOfThemAgainWhenReopened() {
        CommentId thread = new CommentId(say(town.editor(), "Laquelle ?"));
        service.resolve(thread);
        assertThat(comments.open(description)).isEmpty();
        service.reopen(thread);
        assertThat(comments.open(description)).containsExactly(thread.value());
    }

    @Test
    void whoMayNotCommentTiesNothingAndStrangersFindNothing() {
        PersonId observer = planWorld.member(town.space(), "Yann Le Goff", Role.OBSERVER);
        world.as(observer, () -> {
            assertThat(comments.mayComment(description.item())).isFalse();
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> anchors.words(description, halle));
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> anchors.tie(description, halle, UUID.randomUUID()));
            return null;
        });
        UUID thread = say(town.editor(), "Laquelle ?");
        world.as(planWorld.town().coordinator());
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> anchors.words(description, halle));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> anchors.tie(description, halle, thread));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> anchors.present(description));
        assertThatExceptionOfType(NotVisible.class)
                .isThrownBy(() -> discussions.about(description.item(), "description"));
        assertThat(comments.open(description)).isEmpty();
    }

    @Test
    void wordsThatAreGoneWhenTheCommentIsSentAreSaidToBe() {
        liveTexts.replace(description, RichText.ofPlainText("Rien."));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> say(town.editor(), "Laquelle ?"));
        assertThat(noThread()).isTrue();
    }

    private boolean noThread() {
        return discussions.of(description.item(), null).threads().isEmpty();
    }

    @Test
    void aThreadIsAnsweredWhereItIsShown() {
        UUID thread = say(town.reader(), "Laquelle ?");
        world.as(town.editor());
        screens.open();
        UI.getCurrent().add(comments.threads(description, Set.of(thread)));
        assertThat(_find(ListItem.class, spec -> spec.withClasses("ml-thread"))).hasSize(1);
        assertThat(_find(ListItem.class, spec -> spec.withClasses("lost"))).isEmpty();
        assertThat(DrawnRows.words(UI.getCurrent())).contains("halle", "Laquelle ?", "Répondre");
    }
}
