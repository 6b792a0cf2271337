package fr.maillage.practice.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Checks;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Page;
import fr.maillage.coediting.ui.LiveText;
import fr.maillage.plan.PlanPages;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanWorld;
import fr.maillage.practice.PracticeFilter;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.PracticeMother;
import fr.maillage.practice.PracticeQuery;
import fr.maillage.practice.PracticeSection;
import fr.maillage.practice.PracticeService;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PracticeViewsTest {

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    PracticeService service;
    @Autowired
    PracticeQuery query;
    @Autowired
    PlanService plans;
    @Autowired
    PlanPages planPages;

    SpaceId space;
    PersonId agent;
    PersonId firm;

    @BeforeEach
    void people() {
        space = world.territory();
        agent = member("Ivan Delmotte", Profile.STAFF, Role.EDITOR);
        firm = member("Solène Brisard", Profile.BUSINESS, Role.READER);
        world.as(agent);
    }

    private PersonId member(String name, Profile profile, Role role) {
        PersonId person = world.person(name);
        world.member(person, space, profile, role);
        return person;
    }

    @AfterEach
    void close() {
        screens.close();
    }

    private void as(PersonId person) {
        screens.close();
        world.as(person);
        screens.open();
    }

    private PracticeId practice(String title, Theme... themes) {
        return service.tell(space, PracticeMother.draft(title, themes), Audience.ofSpace(space));
    }

    private static List<String> titles() {
        return DrawnRows.texts(".ml-item h3 a");
    }

    private static String text() {
        return DrawnRows.words(_get(Page.class));
    }

    private List<String> told() {
        return query.page(PracticeFilter.NONE.owners(Set.of(space)), null, 30).rows().stream()
                .map(row -> row.title()).toList();
    }

    private static TextArea area(PracticeSection section) {
        return _get(TextArea.class, spec -> spec.withLabel(UI.getCurrent().getTranslation(section.messageKey())));
    }

    private void writing() {
        screens.open();
        screens.go("pratiques/nouvelle?espace=" + space.value());
    }

    private void fill(String title) {
        _setValue(_get(TextField.class, spec -> spec.withLabel("Titre")), title);
        _setValue(_get(TextArea.class, spec -> spec.withLabel("En deux lignes")), "Un portage public de locaux.");
        themes().setValue(Set.of(Theme.LAND_PREMISES));
        _setValue(area(PracticeSection.DONE), "Un inventaire, puis un portage.");
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<Theme> themes() {
        return _get(MultiSelectComboBox.class, spec -> spec.withLabel("Thèmes"));
    }

    @Test
    void filtersAreInTheAddressAndTheAddressIsFilters() {
        String word = "zorglub" + Math.abs(space.value().hashCode());
        practice("Portage " + word, Theme.LAND_PREMISES);
        practice("École de production " + word, Theme.SKILLS_RECRUITMENT);
        as(firm);
        screens.go("pratiques?q=" + word);
        assertThat(_get(H1.class).getText()).isEqualTo("Bonnes pratiques");
        assertThat(titles()).containsExactlyInAnyOrder("Portage " + word, "École de production " + word);

        screens.go("pratiques?q=" + word + "&theme=skills-recruitment");
        assertThat(titles()).containsExactly("École de production " + word);
        _setValue(_get(TextField.class), "vélo " + word);
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
                .containsEntry("q", List.of("vélo " + word))
                .containsEntry("theme", List.of("skills-recruitment"));
        assertThat(titles()).isEmpty();
        assertThat(_get(EmptyState.class).getElement().getTextRecursively())
                .contains("Aucune pratique ne correspond", "Tout afficher");
        screens.go("pratiques?theme=%3Cscript%3E&q=" + word);
        assertThat(titles()).hasSize(2);
    }

    @Test
    void nobodyFindsWhatIsNotMeantForThemByItsWords() {
        String word = "zorglub" + Math.abs(space.value().hashCode());
        PracticeId id = practice("Portage " + word);
        PersonId stranger = world.person("Inconnue");
        world.member(stranger, world.territory(), Profile.BUSINESS, Role.READER);
        as(stranger);
        screens.go("pratiques?q=" + word);
        assertThat(titles()).isEmpty();
        screens.go("pratiques/" + id.value());
        String hidden = DrawnRows.words(UI.getCurrent());
        screens.go("pratiques/" + java.util.UUID.randomUUID());
        assertThat(DrawnRows.words(UI.getCurrent())).isEqualTo(hidden);
        screens.go("pratiques/" + id.value() + "/modifier");
        assertThat(DrawnRows.words(UI.getCurrent())).isEqualTo(hidden).doesNotContain(word);
    }

    @Test
    void thePageTellsTheStoryInItsParts() {
        PracticeId id = practice("Portage de locaux");
        as(firm);
        screens.go("pratiques/" + id.value());
        assertThat(_get(H1.class).getText()).isEqualTo("Portage de locaux");
        assertThat(_find(H2.class)).extracting(H2::getText).contains("Ce qui a été fait", "Les résultats",
                "Qui voit cette pratique", "Questions et réponses").doesNotContain("Le coût", "Pièces jointes");
        assertThat(screens.everything()).contains("Douze locaux remis en service", "Foncier, friches et locaux", "2024",
                "Ivan Delmotte", "Ça nous intéresse");
        assertThat(_find(Anchor.class, spec -> spec.withText("Modifier"))).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Ça nous intéresse")));
        assertThat(text()).contains("Une personne intéressée", "Vous l’avez signalé");
    }

    @Test
    void theFormTellsAPracticeOnceWhateverIsClicked() {
        writing();
        assertThat(_find(TextArea.class)).hasSizeGreaterThan(PracticeSection.values().length);
        assertThat(area(PracticeSection.DONE).getElement().getAttribute("data-draft")).isEqualTo("done");
        fill("Portage public");
        Button publish = _get(Button.class, spec -> spec.withText("Publier"));
        publish.click();
        publish.click();
        assertThat(_get(H1.class).getText()).isEqualTo("Portage public");
        assertThat(told()).containsExactly("Portage public");
    }

    @Test
    void anErrorStandsBesideItsFieldAndNothingIsTold() {
        writing();
        Button publish = _get(Button.class, spec -> spec.withText("Publier"));
        _click(publish);
        TextField title = _get(TextField.class, spec -> spec.withLabel("Titre"));
        assertThat(title.isInvalid()).isTrue();
        assertThat(title.getErrorMessage()).isNotBlank();

        fill("Portage public");
        IntegerField year = _get(IntegerField.class, spec -> spec.withLabel("Année"));
        _setValue(year, 1492);
        _click(publish);
        assertThat(title.isInvalid()).isFalse();
        assertThat(year.getErrorMessage()).startsWith("Une année entre 1950 et ");
        _setValue(year, 2023);
        themes().setValue(Set.of());
        _click(publish);
        assertThat(themes().getErrorMessage()).isEqualTo("Choisissez au moins un thème.");
        themes().setValue(Set.of(Theme.LAND_PREMISES));
        _setValue(area(PracticeSection.DONE), "");
        _click(publish);
        assertThat(area(PracticeSection.DONE).isInvalid()).isTrue();
        assertThat(told()).isEmpty();
    }

    @Test
    void tenMegabytesOfPastedTextAreRefusedAtTheirFieldAndStayThere() {
        writing();
        fill("Portage public");
        String huge = "é".repeat(5 * 1024 * 1024);
        _setValue(area(PracticeSection.CONTEXT), huge);
        _click(_get(Button.class, spec -> spec.withText("Publier")));
        assertThat(area(PracticeSection.CONTEXT).isInvalid()).isTrue();
        assertThat(area(PracticeSection.CONTEXT).getErrorMessage()).contains("200\u00A0000");
        assertThat(area(PracticeSection.CONTEXT).getValue()).hasSize(huge.length()).hasSizeGreaterThan(
                Checks.LONGEST_TEXT);
        assertThat(told()).isEmpty();
    }

    @Test
    void whoeverSavesAfterSomebodyElseIsToldAndLosesNothing() {
        PracticeId id = practice("Portage de locaux");
        screens.open();
        screens.go("pratiques/" + id.value() + "/modifier");
        service.rewrite(id, service.read(id).version(), PracticeMother.draft("Titre d’une autre fenêtre"));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Titre")), "Mon titre");
        _click(_get(Button.class, spec -> spec.withText("Enregistrer")));
        assertThat(text()).contains("Quelqu’un a enregistré une autre version");
        assertThat(service.read(id).story().title()).isEqualTo("Titre d’une autre fenêtre");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Titre")).getValue()).isEqualTo("Mon titre");
        _click(_get(Button.class, spec -> spec.withText("Enregistrer")));
        assertThat(service.read(id).story().title()).isEqualTo("Mon titre");
    }

    @Test
    void thePartsAreWrittenWhereTheyAreReadAndEmptyOnesAreOffered() {
        PracticeId id = practice("Portage de locaux");
        screens.open();
        screens.go("pratiques/" + id.value());
        _assertNone(LiveText.class);
        _click(_find(Button.class, spec -> spec.withText("Écrire ensemble")).getFirst());
        assertThat(_get(LiveText.class).isWriting()).isTrue();
        assertThat(_get(LiveText.class).label()).isEqualTo("Ce qui a été fait");
        _click(_get(Button.class, spec -> spec.withText("Le coût")));
        assertThat(_find(LiveText.class)).extracting(LiveText::label).contains("Le coût");
        world.as(firm);
        screens.open();
        screens.go("pratiques/" + id.value());
        assertThat(_find(LiveText.class)).hasSize(2).noneMatch(LiveText::isWriting);
        _assertNone(Button.class, spec -> spec.withText("Les moyens"));
    }

    /** What reaches the page as markup rather than as words. */
    private static List<String> markup() {
        return _find(com.vaadin.flow.component.html.Div.class).stream()
                .map(div -> div.getElement().getProperty("innerHTML")).filter(html -> html != null).toList();
    }

    @Test
    void scriptsInEveryFieldAreWords() {
        String nasty = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        writing();
        fill(nasty);
        _setValue(_get(TextArea.class, spec -> spec.withLabel("En deux lignes")), nasty);
        for (PracticeSection section : PracticeSection.values()) {
            _setValue(area(section), nasty);
        }
        _click(_get(Button.class, spec -> spec.withText("Publier")));
        assertThat(_get(H1.class).getText()).isEqualTo(nasty);
        assertThat(markup()).isNotEmpty().allSatisfy(html -> assertThat(html).doesNotContain("<script", "<img"));
        screens.go("pratiques");
        assertThat(titles()).contains(nasty);
        assertThat(markup()).allSatisfy(html -> assertThat(html).doesNotContain("<script", "<img"));
    }

    @Test
    void takingUpMakesAnActionThatKeepsTheLink() {
        PracticeId id = practice("Portage de locaux");
        plans.create(space, PlanWorld.draft("Plan industrie"), Audience.ofSpace(space));
        screens.open();
        screens.go("pratiques/" + id.value());
        _click(_get(Button.class, spec -> spec.withText("Reprendre dans un plan")));
        _click(_find(Button.class, spec -> spec.withText("Reprendre dans un plan")).getLast());
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith("fiches/");
        assertThat(_get(H1.class).getText()).isEqualTo("Portage de locaux");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref)
                .anyMatch(href -> href.endsWith("pratiques/" + id.value()));
        screens.go("pratiques/" + id.value());
        assertThat(text()).doesNotContain("Personne ne l’a encore reprise");
        assertThat(DrawnRows.find("a").eachAttr("href")).anyMatch(href -> href.contains("fiches/"));
    }

    @Test
    void whoeverMayWriteNowhereIsTold() {
        PracticeId id = practice("Portage de locaux");
        as(firm);
        screens.go("pratiques/" + id.value());
        _click(_get(Button.class, spec -> spec.withText("Reprendre dans un plan")));
        assertThat(screens.everything()).contains("Aucun plan ne vous est ouvert");
        screens.go("pratiques/nouvelle?espace=" + space.value());
        assertThat(text()).contains("il faut le rôle de contribution");
        _assertNone(Button.class, spec -> spec.withText("Publier"));
    }

    @Test
    void wherePlansAreMissingTakingUpMakesTheFirstOne() {
        PracticeId practice = practice("Portage public de locaux");
        as(agent);
        screens.go("pratiques/" + practice.value());
        _click(_get(Button.class, spec -> spec.withText("Reprendre dans un plan")));
        TextField name = _get(TextField.class, spec -> spec.withLabel("Nom du plan"));
        assertThat(name.getValue()).startsWith("Plan d’action · Territoire");
        _setValue(name, "");
        _click(_get(Button.class, spec -> spec.withText("Créer le plan et reprendre")));
        assertThat(name.getErrorMessage()).isEqualTo("Ce champ est à remplir.");

        _setValue(name, "Plan industrie");
        _click(_get(Button.class, spec -> spec.withText("Créer le plan et reprendre")));

        assertThat(planPages.ofSpaces(List.of(space), null, 5).plans()).singleElement()
                .satisfies(plan -> {
                    assertThat(plan.title()).isEqualTo("Plan industrie");
                    assertThat(plan.actions()).isEqualTo(1);
                });
        assertThat(text()).contains("Portage public de locaux");
    }

    @Test
    void whoMayMakeNoPlanIsToldWhomToAsk() {
        PracticeId practice = practice("Portage public de locaux");
        as(firm);
        screens.go("pratiques/" + practice.value());
        _click(_get(Button.class, spec -> spec.withText("Reprendre dans un plan")));

        _assertNone(TextField.class, spec -> spec.withLabel("Nom du plan"));
        assertThat(screens.everything()).contains("Aucun plan ne vous est ouvert en écriture");
    }
}
