package fr.maillage.member.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.member.InvitationMails;
import fr.maillage.member.Invitations.Invite;
import fr.maillage.member.OrganizationKind;
import fr.maillage.member.Organizations.Addition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SignInViewTest {

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    InvitationMails mails;

    @BeforeEach
    void open() {
        world.asAnonymous();
        screens.open();
    }

    @AfterEach
    void close() {
        screens.close();
    }

    private static String text() {
        return _get(SignFrame.class).getElement().getTextRecursively();
    }

    @Test
    void theFormIsAnOrdinaryOneThatBrowsersKnow() {
        screens.go("login");

        assertThat(_get(H1.class).getText()).isEqualTo("Se connecter");
        assertThat(_get(EmailField.class).getElement().getAttribute("name")).isEqualTo("username");
        assertThat(_get(PasswordField.class).getElement().getAttribute("name")).isEqualTo("password");
        assertThat(_get(SignInForm.Form.class).getElement().getAttribute("method")).isEqualTo("post");
        assertThat(text()).doesNotContain("ne vont pas ensemble");
    }

    @Test
    void aFailureIsSaidInWordsAndAWaitWithItsLength() {
        screens.go("login?error");
        assertThat(text()).contains("L’adresse et le mot de passe ne vont pas ensemble. Vérifiez les deux");

        screens.go("login?attendre=320");
        assertThat(text()).contains("Attendez 6 minutes avant le prochain");
        screens.go("login?attendre=%3Cscript%3E");
        assertThat(text()).contains("Attendez une seconde");
    }

    @Test
    void aLinkThatOpensNothingSaysSo() {
        screens.go("invitation/rien");
        assertThat(text()).contains("Ce lien n’ouvre rien");
        screens.go("mot-de-passe/rien");
        assertThat(text()).contains("Ce lien n’ouvre plus rien");
    }

    @Test
    void whoIsInvitedOpensAnAccountAndTheLinkIsSpent() {
        SpaceId space = world.territory();
        PersonId maud = world.person("Maud Lanoë");
        world.member(maud, space, Profile.ELECTED, Role.COORDINATOR);
        String link = world.as(maud, () -> mails.invite(new Invite(space, "r." + Ids.next() + "@exemple.fr",
                "Rozenn Talmont", null, new Addition(OrganizationKind.ASSOCIATION, "Le Tiers-lieu", ""),
                Profile.PARTNER, Role.CONTRIBUTOR, null))).link();
        String path = link.substring(link.indexOf("invitation/"));

        screens.go(path);
        assertThat(text()).contains("Maud Lanoë vous invite, pour Le Tiers-lieu", "Partenaire", "Contribution");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Votre nom")).getValue()).isEqualTo("Rozenn Talmont");
        _setValue(_get(NewPasswordField.class), "azerty");
        _click(_get(Button.class));
        assertThat(_get(NewPasswordField.class).getErrorMessage()).contains("Trop facile à deviner");

        _setValue(_get(NewPasswordField.class), TestWorld.PASSWORD);
        assertThat(_get(NewPasswordField.class).getHelperText()).isEqualTo("Solide.");
        _click(_get(Button.class));
        assertThat(text()).contains("Votre compte est ouvert");

        screens.go(path);
        assertThat(text()).contains("Cette invitation a déjà servi");
        _assertNone(NewPasswordField.class);
        assertThat(_find(Button.class)).isEmpty();
    }
}
