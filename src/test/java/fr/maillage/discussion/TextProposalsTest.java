package fr.maillage.discussion;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words proposed by people who may only comment, accepted or refused by those who may write. */
@IntegrationTest
class TextProposalsTest {

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
    private TextProposals proposals;
    @Autowired
    private Discussions discussions;
    @Autowired
    private DiscussionAttention attention;
    @Autowired
    private Follows follows;
    @Autowired
    private JdbcClient jdbc;

    private PlanWorld.Town town;
    private LiveTextRef description;
    private TextRange halle;

    @BeforeEach
    void aTextOfAnAction() {
        town = planWorld.town();
        ActionId action = planWorld.action(town.plan(), "Bâtiment relais");
        actions.set(action, ActionField.DESCRIPTION, 0, "La halle est vide.\n\nDepuis mars.");
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

    private CommentId propose(PersonId who, String instead) {
        return world.as(who, () -> proposals.propose(description.item(), "description",
                anchors.proposable(description, halle), instead, "Plus juste",
                thread -> assertThat(anchors.tie(description, halle, thread.value())).isTrue()));
    }

    private void accept(CommentId thread) {
        proposals.accept(thread, (words, instead) -> anchors.replace(description, thread.value(), words, instead));
    }

    private String written() {
        return liveTexts.text(description);
    }

    private Said.Thread thread() {
        return discussions.about(description.item(), "description").getFirst();
    }

    @Test
    void whoMayOnlyCommentProposesAndNothingIsWrittenUntilSomebodyWhoMayAccepts() {
        assertThat(world.as(town.reader(), () -> liveTexts.mayWrite(description))).isFalse();
        CommentId thread = propose(town.reader(), "grange");
        assertThat(written()).startsWith("La halle est vide.");
        assertThat(thread().place()).isEqualTo(new Said.Place("description", "halle",
                new Said.Proposal("halle", "grange", null)));
        world.as(town.reader(), () -> {
            assertThat(thread().decidable()).isFalse();
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> accept(thread));
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> proposals.refuse(thread));
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> anchors.replace(description, thread.value(), "halle", "grange"));
            return null;
        });
        world.as(town.editor(), () -> {
            accept(thread);
            return null;
        });
        assertThat(written()).isEqualTo("La grange est vide.\nDepuis mars.");
        assertThat(thread().resolvedBy()).isEqualTo(town.editor());
        assertThat(thread().place().proposal().accepted()).isTrue();
        assertThat(history.keep(description, "Après").people()).as("written in the name of whoever accepted")
                .contains(town.editor()).doesNotContain(town.reader());
        assertThatExceptionOfType(InvalidInput.class).as("decided once").isThrownBy(() -> accept(thread));
        assertThat(written()).startsWith("La grange est vide.");
    }

    private List<String> told(PersonId person) {
        return world.as(person, () -> attention.pointsFor(person, 10)).stream().map(point -> point.title().key()).toList();
    }

    @Test
    void whoeverProposedIsToldWhatBecameOfItUntilTheyWereThere() {
        CommentId first = propose(town.reader(), "grange");
        assertThat(told(town.reader())).doesNotContain("discussion.attention.accepted", "discussion.attention.refused");
        world.as(town.editor(), () -> {
            proposals.refuse(first);
            return null;
        });
        assertThat(told(town.reader())).contains("discussion.attention.refused");
        world.as(town.reader(), () -> {
            follows.read(description.item());
            return null;
        });
        assertThat(told(town.reader())).doesNotContain("discussion.attention.refused");
        CommentId second = propose(town.reader(), "place");
        world.as(town.editor(), () -> {
            accept(second);
            return null;
        });
        assertThat(told(town.reader())).contains("discussion.attention.accepted");
        assertThat(told(town.editor())).as("nobody else").doesNotContain("discussion.attention.accepted");
    }

    @Test
    void whatIsRefusedOrWithdrawnChangesNothing() {
        CommentId thread = propose(town.reader(), "grange");
        world.as(town.editor(), () -> {
            proposals.refuse(thread);
            return null;
        });
        assertThat(written()).startsWith("La halle est vide.");
        assertThat(thread().place().proposal().accepted()).isFalse();
        assertThat(comments.open(description)).isEmpty();
    }

    @Test
    void wordsThatSomebodyChangedMeanwhileAreLeftAlone() {
        CommentId thread = propose(town.reader(), "grange");
        RichText marked = liveTexts.read(description);
        RichText.Element first = (RichText.Element) marked.content().getFirst();
        List<RichText.Node> words = first.content().stream().map(node -> node instanceof RichText.Text text
                && text.text().equals("halle") ? (RichText.Node) new RichText.Text("belle halle", text.marks()) : node).toList();
        liveTexts.replace(description, new RichText(List.of(new RichText.Element("paragraph", Map.of(), words))));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> accept(thread))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("discussion.proposal.changed"));
        assertThat(written()).isEqualTo("La belle halle est vide.");
        assertThat(thread().place().proposal().accepted()).as("still to be decided").isNull();
        proposals.refuse(thread);
    }

    @Test
    void whatIsWrittenAroundTheWordsMeanwhileStaysAndTheNewWordsLookLikeTheOldOnes() {
        liveTexts.replace(description, new RichText(List.of(new RichText.Element("paragraph", new RichText.Text("La "),
                new RichText.Text("halle", List.of(new RichText.Mark("bold"))), new RichText.Text(" est vide.")))));
        String words = "halle";
        UUID doc = jdbc.sql("select id from live_text where item = :item").param("item", description.item().id())
                .query(UUID.class).single();
        assertThat(doc).isNotNull();
        RichText.Element paragraph = (RichText.Element) liveTexts.read(description).content().getFirst();
        UUID thread = UUID.randomUUID();
        List<RichText.Node> tied = paragraph.content().stream().map(node -> node instanceof RichText.Text text
                && text.text().equals(words) ? (RichText.Node) new RichText.Text(words, List.of(new RichText.Mark("bold"),
                        new RichText.Mark(TextAnchors.MARK, Map.of(TextAnchors.IDS, thread.toString())))) : node).toList();
        liveTexts.replace(description, new RichText(List.of(new RichText.Element("paragraph", Map.of(), tied))));
        assertThat(anchors.replace(description, thread, words, "grange")).isTrue();
        RichText.Element now = (RichText.Element) liveTexts.read(description).content().getFirst();
        assertThat(now.content()).filteredOn(RichText.Text.class::isInstance).map(RichText.Text.class::cast)
                .filteredOn(text -> text.text().equals("grange")).singleElement()
                .satisfies(text -> assertThat(text.marks()).extracting(RichText.Mark::type).contains("bold"));
        assertThat(anchors.replace(description, thread, "grange", "")).as("taken away").isTrue();
        assertThat(written()).isEqualTo("La  est vide.");
        assertThat(anchors.replace(description, thread, "", "x")).isFalse();
    }

    @Test
    void wordsOfTwoParagraphsTheSameWordsAndEndlessOnesAreNotProposed() {
        UUID doc = jdbc.sql("select id from live_text where item = :item").param("item", description.item().id())
                .query(UUID.class).single();
        long client = jdbc.sql("select client from collab_author where doc = :doc").param("doc", doc).query(Long.class)
                .single();
        int last = liveTexts.text(description).length();
        assertThat(anchors.proposable(description, TextRange.of(client, 5, client, last))).isEmpty();
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> propose(town.reader(), "halle"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> propose(town.reader(), "x".repeat(TextProposals.LONGEST + 1)));
        assertThat(discussions.about(description.item(), "description")).isEmpty();
    }

    @Test
    void whoMayNotCommentProposesNothingAndStrangersFindNothing() {
        CommentId thread = propose(town.reader(), "grange");
        PersonId observer = planWorld.member(town.space(), "Yann Le Goff", Role.OBSERVER);
        world.as(observer, () -> {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> anchors.proposable(description, halle));
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> proposals.propose(description.item(), "description",
                    "halle", "grange", "Non", any -> { }));
            return null;
        });
        world.as(planWorld.town().coordinator());
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> anchors.proposable(description, halle));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> proposals.propose(description.item(), "description",
                "halle", "grange", "Non", any -> { }));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> accept(thread));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> proposals.refuse(thread));
        assertThatExceptionOfType(NotVisible.class)
                .isThrownBy(() -> anchors.replace(description, thread.value(), "halle", "grange"));
    }

    @Test
    void oneProposesAndAnotherAcceptsOnTheScreen() {
        world.as(town.reader());
        screens.open();
        UI.getCurrent().add(comments.proposer(description, halle, () -> { }));
        TextArea instead = _get(TextArea.class, spec -> spec.withLabel("À la place"));
        assertThat(instead.getValue()).isEqualTo("halle");
        _setValue(instead, "grange");
        _click(_get(Button.class, spec -> spec.withText("Proposer")));
        screens.close();
        assertThat(thread().opening().text()).contains("grange", "halle");

        world.as(town.reader());
        screens.open();
        UI.getCurrent().add(comments.all(description));
        assertThat(_find(Button.class, spec -> spec.withText("Accepter"))).as("not for who proposes").isEmpty();
        screens.close();
        world.as(town.editor());
        screens.open();
        UI.getCurrent().add(comments.threads(description, Set.of(thread().opening().id().value())));
        assertThat(DrawnRows.words(UI.getCurrent())).contains("Retirer", "halle", "Écrire", "grange");
        _click(_get(Button.class, spec -> spec.withText("Accepter")));
        assertThat(_find(Button.class, spec -> spec.withText("Accepter"))).isEmpty();
        assertThat(written()).startsWith("La grange est vide.");
    }
}
