package fr.maillage.member.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.member.MembershipService;
import fr.maillage.member.MembershipService.JoinRequest;
import fr.maillage.member.OrganizationKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DirectoryTest {

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    Desk desk;
    @Autowired
    DirectorySection section;
    @Autowired
    FacesSection faces;
    @Autowired
    MembershipService memberships;

    SpaceId space;
    PersonId maud;
    PersonId karim;

    @BeforeEach
    void aTerritoryWithTwoMembers() {
        space = world.territory();
        maud = world.person("Maud Lanoë");
        karim = world.person("Karim Vasseur");
        world.member(maud, space, Profile.ELECTED, Role.COORDINATOR);
        world.member(karim, space, Profile.STAFF, Role.EDITOR);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    private void open(PersonId person) {
        world.as(person);
        screens.open();
        UI.getCurrent().add(new Directory(desk, space));
    }

    private static String text() {
        return DrawnRows.words(_get(Directory.class));
    }

    @Test
    void aMemberReadsTheDirectoryWithoutTools() {
        open(karim);

        assertThat(text()).contains("Maud Lanoë", "Karim Vasseur", "Coordination", "Rédaction");
        assertThat(_find(Button.class)).isEmpty();
    }

    @Test
    void aStrangerIsOfferedNeitherTabNorFaces() {
        world.as(world.person("Un passant"));
        screens.open();

        assertThat(section.offered(space)).isFalse();
        assertThat(section.section(space)).isEmpty();
        assertThat(faces.section(space)).isEmpty();
    }

    @Test
    void theHeadOfTheSpaceCountsItsPeople() {
        open(karim);

        assertThat(faces.section(space).orElseThrow().getElement().getTextRecursively())
                .contains("2 personnes, 2 organisations");
    }

    @Test
    void typingALetterNarrowsTheList() {
        open(karim);

        _setValue(_get(TextField.class), "vasseur");

        assertThat(text()).contains("Karim Vasseur");
        assertThat(_find(MemberRow.class)).hasSize(1);
        _setValue(_get(TextField.class), "%");
        assertThat(text()).contains("Personne ne correspond.");
    }

    @Test
    void aCoordinatorAcceptsARequestWithARole() {
        PersonId solene = world.person("Solène Brisard");
        OrganizationId company = world.organization("Brisard usinage", OrganizationKind.COMPANY, space);
        world.as(solene, () -> memberships.requestToJoin(
                new JoinRequest(space, Profile.BUSINESS, company, null, "Nous cherchons un atelier.")));
        open(maud);
        assertThat(text()).contains("Demandes à examiner", "Solène Brisard", "Nous cherchons un atelier.");

        _click(_get(Button.class, spec -> spec.withText("Accepter")));
        DecisionDialog dialog = _get(DecisionDialog.class);
        _get(dialog, Select.class);
        _click(_get(dialog, Button.class, spec -> spec.withText("Accepter")));

        _assertNone(DecisionDialog.class);
        assertThat(text()).doesNotContain("Demandes à examiner");
        assertThat(_find(MemberRow.class)).hasSize(3);
    }

    @Test
    void removingSomebodySaysThatWhatTheyWroteStays() {
        open(maud);
        // The menu is opened by the browser; what its line does is done here through the same confirmation.
        assertThat(_find(MemberRow.class)).hasSize(2);
        assertThat(UI.getCurrent().getTranslation("member.directory.remove.title", "Paul Hennequin"))
                .contains("Paul Hennequin de l’espace").contains("reste.");
    }

    @Test
    void theCardOfAPersonShowsWhereOneMeetsThem() {
        world.as(maud);
        screens.open();

        screens.go(MemberNavigation.person(karim));

        assertThat(_get(H1.class).getText()).isEqualTo("Karim Vasseur");
        assertThat(_find(Anchor.class)).anyMatch(link -> link.getHref().startsWith("mailto:" + world.email(karim)));
    }

    @Test
    void theAccountKeepsANewName() {
        world.as(karim);
        screens.open();
        screens.go("compte");

        _setValue(_get(TextField.class, spec -> spec.withLabel("Nom")), "");
        _click(_get(Button.class, spec -> spec.withText("Enregistrer")));
        assertThat(_get(TextField.class, spec -> spec.withLabel("Nom")).isInvalid()).isTrue();

        _setValue(_get(TextField.class, spec -> spec.withLabel("Nom")), "Karim V. <b>");
        _click(_get(Button.class, spec -> spec.withText("Enregistrer")));
        assertThat(world.as(maud, () -> desk.people().card(karim)).name()).isEqualTo("Karim V. <b>");
    }
}
