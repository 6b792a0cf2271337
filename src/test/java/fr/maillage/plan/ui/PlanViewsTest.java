package fr.maillage.plan.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier.FocusEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.base.PersonId;
import fr.maillage.base.Theme;
import fr.maillage.base.ui.Choice;
import fr.maillage.base.ui.ConflictChoice;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.SaveState;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionLine;
import fr.maillage.plan.ActionPages;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.AxisId;
import fr.maillage.plan.AxisService;
import fr.maillage.plan.Phase;
import fr.maillage.plan.PlanPages;
import fr.maillage.plan.PlanWorld;
import fr.maillage.plan.Priority;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

@IntegrationTest
class PlanViewsTest {

    @Autowired
    private Screens screens;
    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private ActionService actions;
    @Autowired
    private ActionPages actionPages;
    @Autowired
    private AxisService axes;
    @Autowired
    private PlanPages pages;

    /** Where the second person looks: a thread is a browser. */
    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    private PlanWorld.Town town;
    private ActionId action;

    @BeforeEach
    void anAction() {
        town = planWorld.town();
        action = planWorld.action(town.plan(), "Bâtiment relais");
    }

    @AfterEach
    void close() throws Exception {
        elsewhere.submit(MockVaadin::tearDown).get();
        elsewhere.shutdown();
        screens.close();
        world.asAnonymous();
    }

    private void open(PersonId person, String address) {
        world.as(person);
        screens.open();
        screens.go(address);
    }

    private <T> T there(Callable<T> act) throws Exception {
        return elsewhere.submit(act).get();
    }

    private static String page() {
        return DrawnRows.words(_get(Page.class));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        for (int i = 0; i < 150 && !holds.call(); i++) {
            Thread.sleep(20);
            MockVaadin.clientRoundtrip(false);
        }
        assertThat(holds.call()).isTrue();
    }

    @Test
    void aFieldIsSavedWhenItIsLeftAndAppearsOnTheOthersScreen() throws Exception {
        open(town.coordinator(), PlanNavigation.action(action));
        there(() -> {
            open(town.editor(), PlanNavigation.action(action));
            _setValue(field("Lieu"), "Haut-Bocage");
            return null;
        });
        assertThat(actionPages.sheet(action).own().value(ActionField.SITE)).isEqualTo("Haut-Bocage");
        until(() -> field("Lieu").getValue().equals("Haut-Bocage"));
        assertThat(page()).contains("Bâtiment relais");

        _setValue(field("Public visé"), "Ateliers");
        assertThat(_get(SaveState.class).getElement().getTextRecursively()).contains("Enregistré");
        there(() -> {
            until(() -> field("Public visé").getValue().equals("Ateliers"));
            assertThat(field("Lieu").getValue()).isEqualTo("Haut-Bocage");
            return null;
        });
    }

    @Test
    void aChoiceIsSavedAndTakenBack() {
        open(town.editor(), PlanNavigation.action(action));
        Choice<?> phase = _get(Choice.class, spec -> spec.withLabel("Phase"));
        // What the browser sends: the name of the value, and a sign of its own for none.
        phase.getElement().setProperty("value", Phase.OPERATION.name());
        assertThat(actionPages.sheet(action).own().get(ActionField.PHASE)).isEqualTo(Phase.OPERATION);
        phase.getElement().setProperty("value", "-");
        assertThat(actionPages.sheet(action).own().get(ActionField.PHASE)).isNull();
    }

    @Test
    void whoIsHereAndInWhichFieldIsShown() throws Exception {
        open(town.coordinator(), PlanNavigation.action(action));
        there(() -> {
            open(town.editor(), PlanNavigation.action(action));
            ComponentUtil.fireEvent(field("Lieu"), new FocusEvent<>(field("Lieu"), true, false));
            return null;
        });
        until(() -> _find(com.vaadin.flow.component.html.Div.class, spec -> spec.withClasses("busy")).size() == 1);
        assertThat(_get(com.vaadin.flow.component.html.Span.class, spec -> spec.withClasses("ml-flag")).getText())
                .isEqualTo("Ivan");
        there(() -> {
            MockVaadin.tearDown();
            return null;
        });
        until(() -> _find(com.vaadin.flow.component.html.Div.class, spec -> spec.withClasses("busy")).isEmpty());
    }

    @Test
    void ofTwoValuesBothAreShownAndOneIsChosen() throws Exception {
        open(town.coordinator(), PlanNavigation.action(action));
        IntegerField jobs = _get(IntegerField.class, spec -> spec.withLabel("Emplois attendus"));
        ComponentUtil.fireEvent(jobs, new FocusEvent<>(jobs, true, false));
        world.as(town.editor(), () -> actions.set(action, ActionField.JOBS, 0, 24));
        MockVaadin.clientRoundtrip(false);
        assertThat(jobs.getValue()).as("what is being written is not overwritten").isNull();

        _setValue(jobs, 30);
        ConflictChoice choice = _get(ConflictChoice.class);
        assertThat(choice.getElement().getTextRecursively()).contains("24", "30", "Ivan Delmotte");
        assertThat(actionPages.sheet(action).own().get(ActionField.JOBS)).isEqualTo(24);

        _click(_get(Button.class, spec -> spec.withText("Garder la mienne")));
        _assertNone(ConflictChoice.class);
        assertThat(actionPages.sheet(action).own().get(ActionField.JOBS)).isEqualTo(30);
    }

    @Test
    void whatAnEndedSessionLeftInTheBrowserOverwritesNobody() {
        actions.set(action, ActionField.SITE, 0, "Ancienne tannerie");
        actions.set(action, ActionField.JOBS, 0, 24);
        open(town.coordinator(), PlanNavigation.action(action));
        world.as(town.editor(), () -> actions.set(action, ActionField.SITE, 1, "Halle"));

        LiveField<?, ?> jobs = live(ActionField.JOBS);
        jobs.takeUp("30", 1);
        assertThat(actionPages.sheet(action).own().get(ActionField.JOBS)).as("nobody changed it since").isEqualTo(30);
        live(ActionField.SITE).takeUp("Gare", 1);
        assertThat(_get(ConflictChoice.class).getElement().getTextRecursively())
                .contains("Gare", "Halle", "Ivan Delmotte");
        assertThat(actionPages.sheet(action).own().value(ActionField.SITE)).isEqualTo("Halle");
        _click(_get(Button.class, spec -> spec.withText("Garder celle de Ivan")));
        assertThat(field("Lieu").getValue()).isEqualTo("Halle");

        live(ActionField.TARGETS).takeUp("Artisans", -1);
        assertThat(actionPages.sheet(action).own().value(ActionField.TARGETS)).as("nobody ever wrote in it")
                .isEqualTo("Artisans");
        live(ActionField.TARGETS).takeUp("Commerces", -1);
        assertThat(actionPages.sheet(action).own().value(ActionField.TARGETS)).as("its version of then is not known")
                .isEqualTo("Artisans");
        assertThat(_get(ConflictChoice.class).getElement().getTextRecursively()).contains("Commerces", "Artisans");
    }

    @Test
    void choicesLeftInTheBrowserAreFoundByTheirWordsAndWhatMakesNoSenseIsShownToBeCopied() {
        open(town.coordinator(), PlanNavigation.action(action));
        live(ActionField.PRIORITY).takeUp("HIGH", 0);
        live(ActionField.THEMES).takeUp("Foncier, friches et locaux\nFinancement", 0);
        live(ActionField.YEARLY).takeUp("true", 0);
        var own = actionPages.sheet(action).own();
        assertThat(own.get(ActionField.PRIORITY)).isEqualTo(Priority.HIGH);
        assertThat(own.get(ActionField.THEMES)).containsExactlyInAnyOrder(Theme.LAND_PREMISES, Theme.FUNDING);
        assertThat(own.get(ActionField.YEARLY)).isTrue();

        assertThat(live(ActionField.START).takeUp("2027-02-31", 0)).as("a day that is none").isFalse();
        assertThat(live(ActionField.JOBS).takeUp("douze", 0)).isFalse();
        assertThat(live(ActionField.PRIORITY).takeUp("EXTREME", 1)).isFalse();
        assertThat(live(ActionField.LEAD_ORGANIZATION).takeUp("Personne de ce nom", 0)).isFalse();
        assertThat(actionPages.sheet(action).own().get(ActionField.PRIORITY)).isEqualTo(Priority.HIGH);
    }

    private static LiveField<?, ?> live(ActionField<?> field) {
        return _find(LiveField.class, spec -> spec.withPredicate(one -> one.ref().field() == field)).getFirst();
    }

    @Test
    void whatCannotBeTakenIsSaidBesideTheField() {
        open(town.coordinator(), PlanNavigation.action(action));
        _setValue(field("Service pilote"), "x".repeat(201));
        assertThat(field("Service pilote").isInvalid()).isTrue();
        assertThat(field("Service pilote").getErrorMessage()).contains("200");
        assertThat(actionPages.sheet(action).own().value(ActionField.LEAD_SERVICE)).isEmpty();
    }

    @Test
    void aScreenWhoseRightEndsIsLeftWithWords() throws Exception {
        open(town.reader(), PlanNavigation.action(action));
        assertThat(page()).contains("Bâtiment relais");
        assertThat(field("Lieu").isReadOnly()).isTrue();
        world.as(town.coordinator(), () -> actions.share(action, Audience.none()));
        until(() -> _find(EmptyState.class).stream().anyMatch(state -> state.getElement().getTextRecursively()
                .contains("n’est plus partagée avec vous")));
        assertThat(page()).doesNotContain("Bâtiment relais");
    }

    @Test
    void aCardMovesToAnotherColumnByTheKeyboard() {
        actions.set(action, ActionField.STATUS, 0, ActionStatus.IN_PROGRESS);
        planWorld.action(town.plan(), "Autre fiche");
        open(town.coordinator(), PlanNavigation.plan(town.plan()) + "?vue=statuts");
        Anchor card = _get(Anchor.class, spec -> spec.withText("Bâtiment relais"));
        BasicUtilsKt._fireDomEvent(card, "keydown",
                JsonNodeFactory.instance.objectNode().put("event.key", "ArrowLeft").put(PlanBoard.ALT_ARROW, true));
        assertThat(actionPages.sheet(action).own().get(ActionField.STATUS)).isEqualTo(ActionStatus.TO_COME);
    }

    @Test
    void rowsMoveUpAndDownByTheirButtons() {
        AxisId axis = axes.add(town.plan(), null, "Foncier");
        actions.create(town.plan(), axis, "a");
        actions.create(town.plan(), axis, "b");
        actions.create(town.plan(), axis, "c");
        open(town.coordinator(), PlanNavigation.plan(town.plan()));
        step("c", -1);
        assertThat(titles()).containsExactly("Bâtiment relais", "a", "c", "b");
        step("a", 1);
        assertThat(titles()).containsExactly("Bâtiment relais", "c", "a", "b");
    }

    private static void step(String title, int by) {
        PlanTable table = _get(PlanTable.class);
        table.step(table.rows().stream().filter(row -> row instanceof PlanTable.Row.Action(var line)
                && line.title().equals(title)).findFirst().orElseThrow(), by);
    }

    private List<String> titles() {
        return pages.page(town.plan()).actions().stream().map(ActionLine::title).toList();
    }

    @Test
    void aNewActionNeedsATitle() {
        open(town.coordinator(), PlanNavigation.plan(town.plan()));
        assertThat(_get(H1.class).getText()).isEqualTo("Plan industrie et accueil");
        _click(_get(Button.class, spec -> spec.withText("Nouvelle fiche")));
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Créer la fiche")));
        assertThat(_get(_get(Dialog.class), TextField.class).isInvalid()).isTrue();
        _setValue(_get(_get(Dialog.class), TextField.class), "Navette de la zone");
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Créer la fiche")));
        assertThat(_get(H1.class).getText()).isEqualTo("Navette de la zone");
    }

    @Test
    void anActionCarriesFilesAndIsSeenAsOthersSeeIt() {
        actions.set(action, ActionField.DESCRIPTION, 0, "Un bâtiment à bail souple.");
        open(town.coordinator(), PlanNavigation.action(action));
        assertThat(page()).contains("Pièces jointes");
        _click(_get(Button.class, spec -> spec.withText("Voir comme…")));
        assertThat(screens.everything()).contains("Un bâtiment à bail souple.");
    }

    @Test
    void aReaderIsOfferedNothingToChange() {
        open(town.reader(), PlanNavigation.plan(town.plan()));
        assertThat(_find(Button.class)).extracting(Button::getText).doesNotContain("Nouvelle fiche");
        screens.go(PlanNavigation.action(action));
        assertThat(_find(TextField.class)).allMatch(TextField::isReadOnly);
        assertThat(_find(Button.class)).extracting(Button::getText).doesNotContain("Changer", "Écrire");
    }

    @Test
    void theFiltersOfThePlanStandInItsAddress() {
        actions.set(action, ActionField.STATUS, 0, ActionStatus.DONE);
        planWorld.action(town.plan(), "À venir encore");
        open(town.coordinator(), PlanNavigation.plan(town.plan()) + "?statut=done");
        assertThat(_get(PlanTable.class).rows()).hasSize(1);
        screens.go(PlanNavigation.plan(town.plan()) + "?statut=rien&vue=ailleurs&pilote=x");
        assertThat(_get(PlanTable.class).rows()).hasSize(2);
    }

    @Test
    void theListOfPlansShowsWhatOneMaySee() {
        open(town.reader(), "plans");
        assertThat(page()).contains("Plan industrie et accueil");
        assertThat(DrawnRows.find("a").eachAttr("href")).contains(PlanNavigation.plan(town.plan()));
        open(planWorld.member(world.territory(), "Zoé", fr.maillage.access.Role.COORDINATOR), "plans");
        assertThat(DrawnRows.find("a").eachAttr("href")).doesNotContain(PlanNavigation.plan(town.plan()));
    }
}
