package fr.maillage.opportunity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.Level;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.access.ui.AudienceChooser;
import fr.maillage.access.ui.SeeAsDialog;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Page;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.KindField;
import fr.maillage.opportunity.OpportunityFilter;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityKind;
import fr.maillage.opportunity.OpportunityMother;
import fr.maillage.opportunity.OpportunityQuery;
import fr.maillage.opportunity.OpportunityService;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OpportunityViewsTest {

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    OpportunityService service;
    @Autowired
    OpportunityQuery query;
    @Autowired
    Today today;

    SpaceId space;
    PersonId agent;
    PersonId elected;
    PersonId firm;
    PersonId partner;

    @BeforeEach
    void people() {
        space = world.territory();
        agent = member("Ivan Delmotte", Profile.STAFF, Role.EDITOR);
        elected = member("Maud Lanoë", Profile.ELECTED, Role.COORDINATOR);
        firm = member("Solène Brisard", Profile.BUSINESS, Role.READER);
        partner = member("Hélène Josselin", Profile.PARTNER, Role.READER);
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

    private OpportunityId workshop(String title) {
        return OpportunityMother.post(service, space, OpportunityMother.workshop(title, today.date().plusDays(12)),
                Audience.ofSpace(space));
    }

    private static List<String> titles() {
        return DrawnRows.texts(".ml-item h3 a");
    }

    private static String text() {
        return DrawnRows.words(_get(Page.class));
    }

    private String list(String more) {
        return "opportunites?espace=" + space.value() + more;
    }

    @Test
    void filtersAreInTheAddressAndTheAddressIsFilters() {
        workshop("Atelier à louer");
        OpportunityMother.post(service, space, OpportunityMother.of(Direction.NEED, OpportunityKind.SKILLS,
                "Huit régleurs", Set.of(Theme.SKILLS_RECRUITMENT)), Audience.ofSpace(space));
        as(firm);
        screens.go(list(""));
        assertThat(_get(H1.class).getText()).isEqualTo("2 opportunités pour vous");
        assertThat(titles()).containsExactly("Atelier à louer", "Huit régleurs");

        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Emplois et compétences")), true);
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
                .containsEntry("genre", List.of("competences"));
        assertThat(titles()).containsExactly("Huit régleurs");
        assertThat(_get(H1.class).getText()).isEqualTo("Une opportunité pour vous");

        screens.go(list("&sens=offres"));
        assertThat(titles()).containsExactly("Atelier à louer");
        screens.go(list("&theme=skills-recruitment"));
        assertThat(titles()).containsExactly("Huit régleurs");
        screens.go(list("&avant=" + today.date().plusDays(30)));
        assertThat(titles()).containsExactly("Atelier à louer");
        screens.go(list("&tri=recentes"));
        assertThat(titles()).containsExactly("Huit régleurs", "Atelier à louer");
        screens.go(list("&q=regleur"));
        assertThat(titles()).containsExactly("Huit régleurs");
        screens.go(list("&vue=tableau"));
        assertThat(_find(OpportunityTable.class)).hasSize(1);
        screens.go(list("&genre=nimporte&theme=%3Cscript%3E&avant=2027-02-31&sens=x&alliance=y"));
        assertThat(titles()).hasSize(2);
    }

    @Test
    void anEmptyListHasAWayOut() {
        screens.open();
        screens.go(list("&q=introuvable"));
        assertThat(_get(EmptyState.class).getElement().getTextRecursively())
                .contains("Aucune opportunité ne correspond", "Tout voir");
    }

    @Test
    void theListGoesOnThirtyByThirty() {
        for (int i = 0; i < 32; i++) {
            workshop("Atelier " + i);
        }
        screens.open();
        screens.go(list(""));
        assertThat(DrawnRows.find(".ml-item")).hasSize(30);
        _click(_get(Button.class, spec -> spec.withText("Afficher la suite")));
        assertThat(DrawnRows.find(".ml-item")).hasSize(32);
        assertThat(_find(Button.class, spec -> spec.withText("Afficher la suite"))).isEmpty();
    }

    @Test
    void theListReadsTheDatabaseAsOftenForThirtyRowsAsForOne() {
        workshop("Seul");
        screens.open();
        screens.go(list("&q=autre"));
        long one = screens.reads(() -> screens.go(list("")));
        for (int i = 0; i < 25; i++) {
            workshop("Atelier " + i);
        }
        screens.go(list("&q=autre"));
        assertThat(screens.reads(() -> screens.go(list("")))).isLessThanOrEqualTo(one).isLessThanOrEqualTo(14);
        assertThat(DrawnRows.find(".ml-item")).hasSize(26);
    }

    @Test
    void theFormPostsOnceAndKeepsWhatWasTypedWhenTheKindChanges() {
        screens.open();
        screens.go("opportunites/nouvelle?espace=" + space.value());
        OpportunityForm form = _get(OpportunityForm.class);
        fill(form, "Atelier vacant du Haut-Bocage");
        Select<OpportunityKind> kind = kind();
        _setValue(kind, OpportunityKind.PREMISES);
        BigDecimalField surface = _get(BigDecimalField.class, spec -> spec.withLabel("Surface"));
        _setValue(surface, new BigDecimal("1200"));
        _setValue(kind, OpportunityKind.SKILLS);
        assertThat(surface.isVisible()).isFalse();
        assertThat(_find(TextField.class, spec -> spec.withLabel("Métier"))).hasSize(1);
        _setValue(kind, OpportunityKind.PREMISES);
        assertThat(surface.getValue()).isEqualByComparingTo("1200");

        Button post = _get(Button.class, spec -> spec.withText("Publier"));
        post.click();
        post.click();
        assertThat(_get(H1.class).getText()).isEqualTo("Atelier vacant du Haut-Bocage");
        var rows = query.page(OpportunityFilter.open().owners(Set.of(space)), null).rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().details().number(KindField.SURFACE).orElseThrow()).isEqualByComparingTo("1200");
    }

    @SuppressWarnings("unchecked")
    private static Select<OpportunityKind> kind() {
        return _get(Select.class, spec -> spec.withLabel("Genre"));
    }

    @SuppressWarnings("unchecked")
    private static void fill(OpportunityForm form, String title) {
        _setValue((RadioButtonGroup<Direction>) _get(form, RadioButtonGroup.class), Direction.OFFER);
        _setValue(_get(form, TextField.class, spec -> spec.withLabel("Titre")), title);
        _setValue(_get(form, TextField.class, spec -> spec.withLabel("En une ou deux phrases")), "Pont roulant.");
    }

    @Test
    void whatIsAboutToBePostedIsSeenAsOthersWouldSeeIt() {
        screens.open();
        screens.go("opportunites/nouvelle?espace=" + space.value());
        _click(_get(Button.class, spec -> spec.withText("Voir comme…")));
        assertThat(_find(SeeAsDialog.class)).as("first it has to say something").isEmpty();
        fill(_get(OpportunityForm.class), "Atelier vacant du Haut-Bocage");
        _setValue(kind(), OpportunityKind.PREMISES);
        _click(_get(Button.class, spec -> spec.withText("Voir comme…")));
        assertThat(_get(SeeAsDialog.class).getElement().getTextRecursively())
                .contains("Une entreprise de", "Atelier vacant du Haut-Bocage", "et peut la commenter");
        assertThat(_find(OpportunityReading.class)).hasSize(1);
        _get(SeeAsDialog.class).close();
        assertThat(query.count(OpportunityFilter.open().owners(Set.of(space)))).as("nothing is posted").isZero();
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        screens.open();
        screens.go("opportunites/nouvelle?espace=" + space.value());
        _click(_get(Button.class, spec -> spec.withText("Publier")));
        TextField title = _get(TextField.class, spec -> spec.withLabel("Titre"));
        TextField summary = _get(TextField.class, spec -> spec.withLabel("En une ou deux phrases"));
        assertThat(kind().isInvalid()).isTrue();
        assertThat(title.getErrorMessage()).isEqualTo("Ce champ est à remplir.");
        assertThat(summary.isInvalid()).isTrue();

        _setValue(title, "Aide aux machines");
        _click(_get(Button.class, spec -> spec.withText("Publier")));
        assertThat(title.isInvalid()).isFalse();
        assertThat(summary.isInvalid()).isTrue();
    }

    @Test
    void anErrorStandsBesideItsFieldAndNothingIsPosted() {
        screens.open();
        screens.go("opportunites/nouvelle?espace=" + space.value());
        OpportunityForm form = _get(OpportunityForm.class);
        fill(form, "Aide aux machines");
        _setValue(kind(), OpportunityKind.FUNDING);
        BigDecimalField most = _get(BigDecimalField.class, spec -> spec.withLabel("Montant le plus haut"));
        _setValue(_get(BigDecimalField.class, spec -> spec.withLabel("Montant le plus bas")), new BigDecimal("10"));
        _setValue(most, new BigDecimal("-5"));
        _click(_get(Button.class, spec -> spec.withText("Publier")));
        assertThat(most.isInvalid()).isTrue();
        _setValue(most, new BigDecimal("5"));
        _click(_get(Button.class, spec -> spec.withText("Publier")));
        assertThat(most.getErrorMessage()).isEqualTo("Le montant le plus haut est sous le plus bas.");
        assertThat(query.count(OpportunityFilter.open().owners(Set.of(space)))).isZero();
        _setValue(most, new BigDecimal("50"));
        _click(_get(Button.class, spec -> spec.withText("Publier")));
        assertThat(query.count(OpportunityFilter.open().owners(Set.of(space)))).isEqualTo(1);
    }

    @Test
    void theAudienceIsSaidInWordsAndEverybodyNeedsACoordinator() {
        screens.open();
        screens.go("opportunites/nouvelle?espace=" + space.value());
        AudienceChooser chooser = _get(AudienceChooser.class);
        assertThat(chooser.getValue()).isEqualTo(Audience.ofSpace(space));
        assertThat(chooser.getElement().getTextRecursively()).contains("4 personnes verront cette fiche");
        chooser.setBefore(Audience.none().with(new AudienceScope.Space(space), Level.COMMENT, Profile.ELECTED,
                Profile.STAFF));
        assertThat(chooser.getElement().getTextRecursively()).contains("Les élus et les agents de Territoire",
                "Les entreprises et les partenaires ne la voient pas.");
        assertThat(chooser.getValue()).isEqualTo(Audience.none().with(new AudienceScope.Space(space), Level.COMMENT,
                Profile.ELECTED, Profile.STAFF));
        Audience odd = Audience.ofSpace(space).with(new AudienceScope.Space(SpaceId.ofAlliance("vvv")), Level.COMMENT,
                Profile.STAFF).withPerson(firm, Level.EDIT);
        chooser.setBefore(odd);
        assertThat(chooser.getValue()).as("kept as it was").isEqualTo(odd);
    }

    @Test
    void fourProfilesReadThePageAndEachDoesWhatIsTheirs() {
        OpportunityId id = workshop("Halle à partager");
        as(firm);
        screens.go("opportunites/" + id.value());
        assertThat(_get(H1.class).getText()).isEqualTo("Halle à partager");
        assertThat(text()).contains("1\u00A0200\u00A0m²", "6,50\u00A0€", "Cela vous intéresse", "Toutes les personnes de");
        assertThat(_find(Anchor.class, spec -> spec.withText("Modifier"))).isEmpty();
        // The first stands in the page, the other at the foot of a phone.
        _click(_find(Button.class, spec -> spec.withText("Dire mon intérêt")).getFirst());
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Votre message")), "Visite le 6 janvier ?");
        _click(_get(Button.class, spec -> spec.withText("Envoyer").withAttribute("theme", "primary")));
        assertThat(text()).contains("Votre intérêt", "Visite le 6 janvier ?");
        as(partner);
        screens.go("opportunites/" + id.value());
        assertThat(text()).doesNotContain("Visite le 6 janvier", "Solène", "Personne ne s’est encore manifesté");
        as(elected);
        screens.go("opportunites/" + id.value());
        assertThat(text()).contains("Visite le 6 janvier ?", "Solène Brisard");
        as(agent);
        screens.go("opportunites/" + id.value());
        assertThat(text()).contains("Solène Brisard").doesNotContain("Cela vous intéresse");
        _click(_get(Button.class, spec -> spec.withText("Répondre")));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Votre réponse")), "Oui, à 9 h.");
        _click(_get(Button.class, spec -> spec.withText("Envoyer la réponse")));
        as(firm);
        screens.go("opportunites/" + id.value());
        assertThat(text()).contains("En discussion", "Oui, à 9 h.");
    }

    @Test
    void whatIsNotMeantForSomebodyIsNotFoundLikeWhatNeverWas() {
        OpportunityId id = workshop("Réservée");
        PersonId stranger = world.person("Inconnue");
        as(stranger);
        screens.go("opportunites/" + id.value());
        String hidden = DrawnRows.words(UI.getCurrent());
        screens.go("opportunites/" + OpportunityId.next().value());
        assertThat(DrawnRows.words(UI.getCurrent())).isEqualTo(hidden);
        assertThat(hidden).doesNotContain("Réservée");
        screens.go("opportunites/nimporte-quoi");
        assertThat(DrawnRows.words(UI.getCurrent())).isEqualTo(hidden);
    }

    @Test
    void headingsAreInOrderAndScriptsAreWords() {
        String nasty = "<img src=x onerror=alert(1)>";
        OpportunityId id = OpportunityMother.post(service, space, new fr.maillage.opportunity.OpportunityContent(
                Direction.NEED, OpportunityKind.SKILLS, nasty, nasty, nasty + "\n\n# Titre",
                fr.maillage.opportunity.Details.none(), Set.of(), null), Audience.ofSpace(space));
        screens.open();
        screens.go("opportunites/" + id.value());
        assertThat(_get(H1.class).getText()).isEqualTo(nasty);
        assertThat(_find(H2.class)).extracting(H2::getText).contains("En détail", "Qui voit cette page");
        assertThat(fr.maillage.base.ui.Prose.html(nasty, 3)).doesNotContain("<img");
    }
}
