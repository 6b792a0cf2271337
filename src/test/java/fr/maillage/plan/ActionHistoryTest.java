package fr.maillage.plan;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.base.ui.Page;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.LiveTextVersion;
import fr.maillage.coediting.LiveTexts;
import fr.maillage.coediting.RichText;
import fr.maillage.coediting.TextHistory;
import fr.maillage.coediting.ui.CoeditingNavigation;
import fr.maillage.plan.FieldChange.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an action was: its fields, its texts, who wrote them, and the way back. */
@IntegrationTest
class ActionHistoryTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private Screens screens;
    @Autowired
    private ActionService actions;
    @Autowired
    private ActionPeople people;
    @Autowired
    private ActionPages pages;
    @Autowired
    private ActionTexts texts;
    @Autowired
    private ActionHistory history;
    @Autowired
    private TextHistory textHistory;
    @Autowired
    private LiveTexts liveTexts;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private PlanWorld.Town town;
    private ActionId action;
    private LiveTextRef description;

    @BeforeEach
    void anAction() {
        town = planWorld.town();
        action = planWorld.action(town.plan(), "Bâtiment relais");
        description = new LiveTextRef(new ItemRef(ActionService.KIND, action.value()), "description");
    }

    @AfterEach
    void close() {
        screens.close();
        world.asAnonymous();
    }

    private void open(fr.maillage.base.PersonId person, String address) {
        world.as(person);
        screens.open();
        screens.go(address);
    }

    private static String page() {
        return DrawnRows.words(_get(Page.class));
    }

    @Test
    void everyChangeOfAFieldIsKeptWithItsAuthorAndBothValues() {
        actions.set(action, ActionField.SITE, 0, "Haut-Bocage");
        world.as(town.editor());
        actions.set(action, ActionField.SITE, 1, "La Baratière");
        actions.set(action, ActionField.SITE, 2, "La Baratière");
        UUID step = actions.addLine(action, ActionField.Part.STEP);
        actions.set(new FieldRef<>(action, step, ActionField.STEP_TITLE), 0, "Étude");
        actions.removeLine(action, ActionField.Part.STEP, step);
        people.add(action, Involvement.PILOT, town.reader());
        people.addPartner(action, null, "Banque des Territoires");
        List<FieldChange> changes = history.changes(action, null);
        assertThat(changes).extracting(FieldChange::was, FieldChange::became).containsExactly(
                org.assertj.core.groups.Tuple.tuple(null, "Banque des Territoires"),
                org.assertj.core.groups.Tuple.tuple(null, town.reader()),
                org.assertj.core.groups.Tuple.tuple(false, null),
                org.assertj.core.groups.Tuple.tuple("Étude", null),
                org.assertj.core.groups.Tuple.tuple("", "Étude"),
                org.assertj.core.groups.Tuple.tuple("Haut-Bocage", "La Baratière"),
                org.assertj.core.groups.Tuple.tuple("", "Haut-Bocage"));
        assertThat(changes.getLast().by()).containsExactly(town.coordinator());
        assertThat(changes.get(5)).satisfies(change -> {
            assertThat(change.by()).containsExactly(town.editor());
            assertThat(change.subject()).isEqualTo(new Subject.Field(ActionField.SITE));
        });
    }

    @Test
    void twoDaysAreComparedAsIfNothingHadHappenedBetween() {
        actions.set(action, ActionField.SITE, 0, "Haut-Bocage");
        actions.set(action, ActionField.TARGETS, 0, "Ateliers");
        actions.set(action, ActionField.TARGETS, 1, "");
        jdbc.sql("update action_field_change set at = at - interval 3 day where action = :id").param("id", action.value())
                .update();
        world.as(town.editor());
        actions.set(action, ActionField.SITE, 1, "La Baratière");
        LocalDate day = LocalDate.now(fr.maillage.base.Today.ZONE);
        assertThat(history.compare(action, day.minusDays(5), day).changes()).singleElement().satisfies(change -> {
            assertThat(change.was()).isEqualTo("");
            assertThat(change.became()).isEqualTo("La Baratière");
            assertThat(change.by()).containsExactly(town.coordinator(), town.editor());
        });
        assertThat(history.compare(action, day.minusDays(1), day).changes()).extracting(FieldChange::was)
                .containsExactly("Haut-Bocage");
        assertThat(history.compare(action, day.minusDays(2), day.minusDays(1)).changes()).isEmpty();
    }

    @Test
    void whoMayOnlyReadSeesNoHistoryAndStrangersFindNothing() {
        LiveTextId text = texts.open(action, ActionField.DESCRIPTION);
        world.as(town.reader(), () -> {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> history.changes(action, null));
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> textHistory.ref(text));
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> textHistory.versions(description, null));
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> textHistory.written(description));
            return null;
        });
        world.as(planWorld.town().coordinator());
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> history.changes(action, null));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> textHistory.ref(text));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> textHistory.read(description, null));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> textHistory.texts(description.item()));
    }

    @Test
    void whoMaySeeTheHistoryAndNotEditMayNotRestore() {
        texts.open(action, ActionField.DESCRIPTION);
        LiveTextVersion kept = textHistory.keep(description, "Avant");
        world.as(planWorld.member(town.space(), "Yann Le Goff", fr.maillage.access.Role.CONTRIBUTOR));
        assertThat(textHistory.versions(description, null)).extracting(LiveTextVersion::id).containsExactly(kept.id());
        assertThat(textHistory.mayRestore(description)).isFalse();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> textHistory.restore(description, kept.id()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> textHistory.keep(description, "À moi"));
        open(planWorld.member(town.space(), "Anne Roy", fr.maillage.access.Role.CONTRIBUTOR),
                CoeditingNavigation.history(texts.open(action, ActionField.DESCRIPTION)));
        assertThat(page()).contains("Avant");
        assertThat(_find(Button.class, spec -> spec.withText("Rétablir"))).isEmpty();
    }

    @Test
    void aVersionIsNamedComparedRestoredAndTheRestoringUndoneOnTheScreen() {
        actions.set(action, ActionField.DESCRIPTION, 0, "La halle est vide.");
        LiveTextId text = texts.open(action, ActionField.DESCRIPTION);
        open(town.coordinator(), CoeditingNavigation.history(text));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Nom de la version")), "Avant la réunion");
        _click(_get(Button.class, spec -> spec.withText("Garder")));
        assertThat(page()).contains("Avant la réunion", "Maud Lanoë");
        world.as(town.editor());
        liveTexts.replace(description, RichText.ofPlainText("La halle est louée."));
        open(town.coordinator(), CoeditingNavigation.history(text));
        assertThat(page()).contains("Retiré", "vide", "Ajouté", "louée");
        _click(_get(Button.class, spec -> spec.withText("Rétablir")));
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        com.vaadin.flow.component.ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        assertThat(liveTexts.text(description)).isEqualTo("La halle est vide.");
        List<LiveTextVersion> versions = textHistory.versions(description, null);
        assertThat(versions).hasSize(3);
        assertThat(versions.getFirst().restored()).isEqualTo(versions.getLast().id());
        assertThat(versions.get(1).people()).as("who wrote what was replaced").containsExactly(town.editor());
        _click(_get(Button.class, spec -> spec.withText("Annuler")));
        assertThat(liveTexts.text(description)).isEqualTo("La halle est louée.");
    }

    @Test
    void aVersionThatIsNotBroughtBackInTimeIsSaidNotToBeSure() throws Exception {
        actions.set(action, ActionField.DESCRIPTION, 0, "La halle est vide.");
        LiveTextId text = texts.open(action, ActionField.DESCRIPTION);
        textHistory.keep(description, "Avant");
        liveTexts.replace(description, RichText.ofPlainText("La halle est louée."));
        open(town.coordinator(), CoeditingNavigation.history(text));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        Thread.startVirtualThread(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("select seq from collab_update where doc = :doc for update").param("doc", text.value())
                    .query(Long.class).list();
            locked.countDown();
            await().until(() -> tried.getCount() == 0);
        }));
        locked.await();
        try {
            _click(_get(Button.class, spec -> spec.withText("Rétablir")));
            ConfirmDialog dialog = _get(ConfirmDialog.class);
            com.vaadin.flow.component.ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        } finally {
            tried.countDown();
        }
        assertThat(DrawnRows.words(_get(com.vaadin.flow.component.notification.Notification.class)))
                .contains("La base de données tarde à répondre.");
    }

    @Test
    void eachPieceOfATextIsItsAuthorsAlsoOnceTheLogIsInTheState() {
        actions.set(action, ActionField.DESCRIPTION, 0, "La halle est vide.");
        LiveTextId text = texts.open(action, ActionField.DESCRIPTION);
        world.as(town.editor());
        liveTexts.replace(description, RichText.ofPlainText("La halle est presque vide."));
        String written = textHistory.written(description).toJson();
        assertThat(written).contains(town.coordinator().value().toString())
                .contains("\"text\":\"presque \"").contains(town.editor().value().toString());
        open(town.coordinator(), CoeditingNavigation.authors(text));
        assertThat(page()).contains("Maud Lanoë", "Ivan Delmotte", "presque");
    }

    @Test
    void anOldValueIsBroughtBackOnTheScreen() {
        actions.set(action, ActionField.SITE, 0, "Haut-Bocage");
        actions.set(action, ActionField.SITE, 1, "La Baratière");
        open(town.editor(), "fiches/" + action.value() + "/historique");
        assertThat(page()).contains("Lieu", "Haut-Bocage", "La Baratière", "Maud Lanoë");
        _click(_find(Button.class, spec -> spec.withText("Rétablir l’ancienne valeur")).getFirst());
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        com.vaadin.flow.component.ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        assertThat(pages.sheet(action).own().value(ActionField.SITE)).isEqualTo("Haut-Bocage");
        assertThat(history.changes(action, null)).hasSize(3);
    }
}
