package fr.maillage.discussion.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Level;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.discussion.DiscussionService;
import fr.maillage.discussion.Mentions;
import fr.maillage.discussion.Notes;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class DiscussionPanelTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private TestWorld world;
    @Autowired
    private Notes notes;
    @Autowired
    private DiscussionService service;
    @Autowired
    private DiscussionComponents components;

    private SpaceId vitre;
    private PersonId maud;
    private PersonId ivan;
    private ItemRef note;

    @BeforeEach
    void maudLooksAtANote() {
        vitre = world.territory();
        maud = world.person("Maud Lanoë");
        world.member(maud, vitre, Profile.ELECTED, Role.EDITOR);
        ivan = world.person("Ivan Delmotte");
        world.member(ivan, vitre, Profile.STAFF, Role.EDITOR);
        note = notes.write("Bâtiment relais", vitre, ivan, Audience.ofSpace(vitre));
        world.as(maud);
        MockVaadin.setup(UI::new, new MockSpringServlet(new Routes(), context, UI::new));
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void theScreenCloses() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    private void open() {
        UI.getCurrent().add(components.discussion(note));
    }

    private String shown() {
        return com.github.mvysny.kaributesting.v10.PrettyPrintTreeKt.toPrettyTree(UI.getCurrent())
                + DrawnRows.words(UI.getCurrent());
    }

    private void write(String text) {
        _get(TextArea.class).setValue(text);
        _click(_get(Button.class, spec -> spec.withText("Envoyer")));
    }

    /** Waits for what the other person did to reach this screen. */
    private void until(String words) throws InterruptedException {
        for (int i = 0; i < 100 && !shown().contains(words); i++) {
            Thread.sleep(20);
            MockVaadin.clientRoundtrip(false);
        }
        assertThat(shown()).contains(words);
    }

    @Test
    void aCommentIsSentAndTheFieldIsEmptyAgain() {
        open();
        assertThat(shown()).contains("Personne n’a encore écrit ici.");

        write("Où en est l’étude ?");

        assertThat(shown()).contains("Où en est l’étude ?", "Maud Lanoë");
        assertThat(_get(TextArea.class).getValue()).isEmpty();
    }

    @Test
    void whatCannotBeTakenStaysInTheFieldWithTheReasonBesideIt() {
        open();
        String endless = "a".repeat(10_001);

        write(endless);

        TextArea field = _get(TextArea.class);
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("10");
        assertThat(field.getValue()).isEqualTo(endless);
    }

    @Test
    void whatTheOtherPersonWritesAppearsWhileOneIsTyping() throws InterruptedException {
        open();
        _get(TextArea.class).setValue("Je suis en train d’écr");

        world.as(ivan, () -> service.open(note, "L’étude est rendue"));

        until("L’étude est rendue");
        assertThat(shown()).contains("Ivan Delmotte vient d’écrire dans la discussion.");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("Je suis en train d’écr");
    }

    @Test
    void theDiscussionEmptiesItselfWhenTheNoteIsNoLongerForThisPerson() throws InterruptedException {
        world.as(ivan, () -> service.open(note, "Entre nous"));
        open();
        assertThat(shown()).contains("Entre nous");

        notes.share(note, Audience.none().with(new AudienceScope.Space(vitre), Level.COMMENT, Profile.STAFF));
        // An editor of the owner space keeps no more sight of it than its audience gives.
        until("Cette discussion ne vous est plus ouverte.");
        assertThat(shown()).doesNotContain("Entre nous");
        _assertNone(TextArea.class);
    }

    @Test
    void scriptsAreShownAsWords() {
        world.as(ivan, () -> service.open(note, "<script>alert(1)</script> <img src=x onerror=alert(1)>"));
        open();

        assertThat(shown()).contains("<script>alert(1)</script>");
        assertThat(UI.getCurrent().getElement().getOuterHTML()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void aPersonNamedIsShownByTheirName() {
        world.as(ivan, () -> service.open(note, "Un avis, " + Mentions.of(maud) + " ?"));
        open();

        assertThat(shown()).contains("@Maud Lanoë").doesNotContain(maud.value().toString());
    }

    @Test
    void onesOwnCommentIsWithdrawnAndTheNoticeBringsItBack() {
        world.as(maud, () -> service.open(note, "Une bêtise"));
        open();

        _click(_get(Button.class, spec -> spec.withText("Retirer")));
        assertThat(shown()).doesNotContain("Une bêtise");
        Notification notice = _get(Notification.class);
        _click(_get(notice, Button.class, spec -> spec.withText("Annuler")));

        assertThat(shown()).contains("Une bêtise");
    }

    @Test
    void othersCommentsOfferNoWayToChangeThem() {
        world.as(ivan, () -> service.open(note, "De moi"));
        open();

        assertThat(_find(Button.class)).extracting(Button::getText).contains("Répondre", "Clore")
                .doesNotContain("Modifier", "Retirer");
    }

    @Test
    void aThreadIsAnsweredClosedAndFolded() {
        world.as(ivan, () -> service.open(note, "Question"));
        open();

        _click(_get(Button.class, spec -> spec.withText("Répondre")));
        _get(TextArea.class, spec -> spec.withLabel("Votre réponse")).setValue("Réponse");
        _click(_find(Button.class, spec -> spec.withText("Envoyer")).getFirst());
        assertThat(shown()).contains("Réponse");

        _click(_get(Button.class, spec -> spec.withText("Clore")));
        assertThat(shown()).contains("Échange clos par Maud Lanoë");
        _click(_get(Button.class, spec -> spec.withText("Rouvrir")));
        assertThat(shown()).doesNotContain("Échange clos");
    }

    @Test
    void theFeedNamesWhoDidWhatToWhich() {
        world.as(ivan, () -> service.open(note, "Bonjour"));
        UI.getCurrent().add(components.feed(vitre));

        assertThat(DrawnRows.find(".ml-activity p")).isNotEmpty();
        assertThat(DrawnRows.texts("a")).contains("Bâtiment relais");
        assertThat(shown()).contains("Ivan Delmotte");
    }
}
