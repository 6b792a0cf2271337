package fr.maillage.alliance.ui;

import static com.github.mvysny.kaributesting.v10.ComboBoxKt.getSuggestionItems;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.alliance.AllianceDraft;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Charter;
import fr.maillage.alliance.Membership;
import fr.maillage.alliance.Side;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.FranceMap;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.Page;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of alliances, as a coordinator, a stranger and anyone see them. */
@IntegrationTest
class AllianceViewsTest {

    private static final String QUIMPERLE = "242900694";
    private static final String VITRE = "200039022";

    @Autowired
    private Screens screens;
    @Autowired
    private TestWorld world;
    @Autowired
    private AllianceService service;
    @Autowired
    private Alliances alliances;
    @Autowired
    private AccessScopes scopes;

    private final String name = "Essai " + UUID.randomUUID().toString().substring(0, 8);
    private SpaceId alliance;
    private SpaceId vitre;
    private SpaceId quimperle;
    private PersonId maud;
    private PersonId paul;

    @BeforeEach
    void anAllianceOfOne() {
        vitre = world.territory(VITRE);
        quimperle = world.territory(QUIMPERLE);
        maud = world.person("Maud Essai");
        world.member(maud, vitre, Profile.ELECTED, Role.COORDINATOR);
        paul = world.person("Paul Essai");
        world.member(paul, quimperle, Profile.STAFF, Role.COORDINATOR);
        alliance = world.as(maud, () -> service.create(new AllianceDraft(name + " au complet", name,
                "Une alliance pour l’essai.", "Réseau", 2020, ""), Charter.usual("Le **texte** de la charte."),
                vitre));
        if (!world.as(maud, () -> scopes.current().roleIn(alliance).filter(Role.COORDINATOR::equals).isPresent())) {
            world.member(maud, alliance, Profile.ELECTED, Role.COORDINATOR);
        }
    }

    @AfterEach
    void close() {
        screens.close();
        world.asAnonymous();
    }

    private String path() {
        return "alliances/" + alliances.find(alliance).orElseThrow().slug();
    }

    private static String page() {
        return DrawnRows.words(_get(Page.class));
    }

    private static List<String> titles() {
        return Stream.concat(DrawnRows.texts(".ml-line h3 a").stream(),
                _find(ListLine.class).stream().map(line -> _get(line, Anchor.class).getText())).toList();
    }

    private static List<String> buttons() {
        return _find(Button.class).stream().map(Button::getText).toList();
    }

    private void openAs(PersonId person, String where) {
        world.as(person);
        screens.open();
        screens.go(where);
    }

    private void openAsAnyone(String where) {
        world.asAnonymous();
        screens.open();
        screens.go(where);
    }

    private static void confirm() {
        _fireConfirm(_get(ConfirmDialog.class));
    }

    @Test
    void whoIsThereThroughTheirTerritoryIsToldSoAndMayAskForARoleOfTheirOwn() {
        PersonId ivan = world.person("Ivan Essai");
        world.member(ivan, vitre, Profile.STAFF, Role.EDITOR);
        openAs(ivan, path());
        assertThat(page()).contains("Membre par Vitré Communauté");
        assertThat(_find(LinkButton.class)).extracting(link -> link.getElement().getTextRecursively())
                .contains("Demander un rôle").doesNotContain("Rejoindre");
        screens.close();

        openAs(paul, path());
        assertThat(page()).doesNotContain("Membre par");
        assertThat(_find(LinkButton.class)).extracting(link -> link.getElement().getTextRecursively())
                .contains("Rejoindre");
    }

    @Test
    void anyoneReadsTheListAndFindsByLetters() {
        openAsAnyone("alliances");
        assertThat(_get(H1.class).getText()).isEqualTo("Alliances");
        assertThat(buttons()).doesNotContain("Fonder une alliance");
        _setValue(_get(TextField.class), name.substring(0, 10));
        assertThat(titles()).contains(name);
        screens.go("alliances?q=zzzz");
        assertThat(page()).contains("Aucune alliance ne répond");
    }

    @Test
    void aCoordinatorChangesWhatIsSaidOfTheAlliance() {
        openAs(maud, path());
        _click(_get(Button.class, spec -> spec.withText("Modifier la présentation")));
        TextField tagline = _get(TextField.class, spec -> spec.withLabel("En une phrase"));
        assertThat(tagline.getValue()).isEqualTo("Une alliance pour l’essai.");
        TextField shortName = _get(TextField.class, spec -> spec.withLabel("Nom court"));
        _setValue(shortName, "");
        _click(_get(Button.class, spec -> spec.withText("Enregistrer")));
        assertThat(shortName.isInvalid()).isTrue();
        _setValue(shortName, name);
        _setValue(tagline, "Deux phrases valent mieux.");
        _click(_get(Button.class, spec -> spec.withText("Enregistrer")));
        assertThat(alliances.find(alliance).orElseThrow().about().tagline()).isEqualTo("Deux phrases valent mieux.");
        screens.close();
        openAs(paul, path());
        assertThat(buttons()).doesNotContain("Modifier la présentation");
    }

    @Test
    void anyoneReadsThePageWithoutAnyButtonToChangeIt() {
        UUID proposal = world.as(paul, () -> service.propose(alliance, quimperle, Side.MEMBER));
        assertThat(proposal).isNotNull();
        openAsAnyone(path());
        assertThat(_get(H1.class).getText()).isEqualTo(name);
        assertThat(page()).contains("Une alliance pour l’essai.").contains("Vitré Communauté")
                .contains("Ille-et-Vilaine").doesNotContain("Quimperlé");
        assertThat(_get(FranceMap.class)).isNotNull();
        screens.go(path() + "?onglet=membres");
        assertThat(titles()).containsExactly("Vitré Communauté");
        assertThat(page()).doesNotContain("Propositions").doesNotContain("Quimperlé");
        assertThat(_find(ComboBox.class)).isEmpty();
        screens.go(path() + "?onglet=charte");
        assertThat(page()).contains("Publient, modifient ce qu’ils ont écrit").contains("Version 1, en vigueur");
        assertThat(buttons()).doesNotContain("Modifier la charte");
    }

    @Test
    void aStrangerWhoIsSignedInChangesNothingEither() {
        PersonId stranger = world.person("Inconnu Essai");
        world.member(stranger, world.territory(), Profile.STAFF, Role.COORDINATOR);
        openAs(stranger, path() + "?onglet=membres");
        assertThat(buttons()).doesNotContain("Retirer", "Proposer", "Accepter");
        screens.go(path() + "?onglet=charte");
        assertThat(buttons()).doesNotContain("Modifier la charte");
    }

    @Test
    void aCoordinatorProposesAndTheOtherSideAccepts() {
        openAs(maud, path() + "?onglet=membres");
        @SuppressWarnings("unchecked")
        ComboBox<Candidate> field = _get(ComboBox.class);
        _click(_get(Button.class, spec -> spec.withText("Proposer")));
        assertThat(field.getErrorMessage()).startsWith("Choisissez un territoire");
        com.github.mvysny.kaributesting.v10.ComboBoxKt.setUserInput(field, "quimperle");
        Candidate quimper = getSuggestionItems(field).stream().filter(one -> one.id().equals(quimperle)).findFirst()
                .orElseThrow();
        assertThat(quimper.label()).isEqualTo("Quimperlé Communauté (Finistère)");
        _setValue(field, quimper);
        _click(_get(Button.class, spec -> spec.withText("Proposer")));
        assertThat(page()).contains("Propositions en attente").contains("Votre alliance lui propose");
        assertThat(buttons()).doesNotContain("Accepter");
        screens.close();

        openAs(paul, "territoires/" + QUIMPERLE);
        assertThat(page()).contains("Vous propose de la rejoindre");
        _click(_get(Button.class, spec -> spec.withText("Accepter")));
        assertThat(alliances.members(alliance)).as("asked first").hasSize(1);
        confirm();
        assertThat(alliances.members(alliance)).extracting(Membership::member).containsExactly(vitre, quimperle);
        assertThat(page()).doesNotContain("Vous propose de la rejoindre");

        world.as(paul);
        _click(_find(Button.class).stream().filter(button -> button.getElement().getAttribute("aria-label") != null
                && button.getElement().getAttribute("aria-label").contains("Quitter " + name)).findFirst()
                .orElseThrow());
        confirm();
        assertThat(alliances.members(alliance)).hasSize(1);
    }

    @Test
    void aTerritoryAsksToJoinAndTheAllianceAccepts() {
        world.as(paul, () -> service.propose(alliance, quimperle, Side.MEMBER));
        openAs(maud, path() + "?onglet=membres");
        assertThat(page()).contains("Demande à rejoindre votre alliance").contains("par Paul Essai");
        _click(_get(Button.class, spec -> spec.withText("Accepter")));
        confirm();
        assertThat(titles()).contains("Quimperlé Communauté");
        assertThat(alliances.members(alliance)).hasSize(2);
    }

    @Test
    void aCoordinatorAdoptsTheNextVersionOfTheCharter() {
        openAs(maud, path() + "?onglet=charte");
        _click(_get(Button.class, spec -> spec.withText("Modifier la charte")));
        _setValue(_get(TextArea.class), " ");
        _click(_get(Button.class, spec -> spec.withText("Adopter cette version")));
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _setValue(_get(TextArea.class), "Un <script>alert(1)</script> autre texte");
        @SuppressWarnings("unchecked")
        Select<Role> business = _get(Select.class, spec -> spec.withLabel("Entreprises"));
        business.setValue(null);
        _click(_get(Button.class, spec -> spec.withText("Adopter cette version")));
        Charter adopted = alliances.find(alliance).orElseThrow().charter().charter();
        assertThat(adopted.roles()).doesNotContainKey(Profile.BUSINESS).containsKey(Profile.STAFF);
        assertThat(page()).contains("Version 2, en vigueur").contains("par Maud Essai")
                .contains("N’ont pas accès à l’espace commun.");
        assertThat(_get(Page.class).getElement().getOuterHTML()).doesNotContain("<script>alert");
    }

    @Test
    void anAllianceThatDoesNotExistIsNotFound() {
        openAsAnyone("alliances/nulle-part");
        assertThat(_find(FranceMap.class)).isEmpty();
        assertThat(_find(H1.class)).extracting(H1::getText).doesNotContain("nulle-part");
    }

    @Test
    void aCoordinatorFoundsAnAlliance() {
        openAs(maud, "alliances");
        _click(_get(Button.class, spec -> spec.withText("Fonder une alliance")));
        FoundDialog dialog = _get(FoundDialog.class);
        _click(_get(dialog, Button.class, spec -> spec.withText("Fonder une alliance")));
        assertThat(_get(dialog, TextField.class, spec -> spec.withLabel("Nom complet")).isInvalid()).isTrue();
        _setValue(_get(dialog, TextField.class, spec -> spec.withLabel("Nom complet")), "Nouvelle " + name);
        _setValue(_get(dialog, TextField.class, spec -> spec.withLabel("Nom court")), "Nouvelle " + name);
        _click(_get(dialog, Button.class, spec -> spec.withText("Fonder une alliance")));
        assertThat(alliances.list("Nouvelle " + name, null, 5)).hasSize(1);
    }
}
