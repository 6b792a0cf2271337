package fr.maillage.member;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.AuditLog;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Today;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test is a new start on a database that nobody administers; what it makes is taken back. */
@IntegrationTest
@Transactional
class FirstAdministratorTest {

    @Autowired
    PersonRepository people;
    @Autowired
    PasswordHashing hashing;
    @Autowired
    PasswordRules rules;
    @Autowired
    AuditLog audit;
    @Autowired
    Links links;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Today today;
    @Autowired
    TestWorld world;
    @Autowired
    Screens screens;
    @Autowired
    FirstAdministrator ofThisStart;

    final String email = "premier." + Ids.next() + "@exemple.fr";
    FirstAdministrator first;

    @BeforeEach
    void nobodyAdministers() {
        jdbc.sql("update person set administrator = false").update();
        world.asAnonymous();
        first = new FirstAdministrator(people, hashing, rules, audit, links, jdbc, today);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    private static String secret(FirstAdministrator of) {
        return of.link().substring(of.link().lastIndexOf('/') + 1);
    }

    @Test
    void theLinkOfThisStartMakesOneAdministratorAndThenOpensNothing() {
        assertThat(first.isMissing()).isTrue();
        assertThat(first.opens(secret(first))).isTrue();

        first.make(secret(first), email, "Anne Guérin", TestWorld.PASSWORD, Locale.FRENCH);

        Person made = people.findByEmail(email).orElseThrow();
        assertThat(made.administrator()).isTrue();
        assertThat(made.name()).isEqualTo("Anne Guérin");
        assertThat(hashing.matches(TestWorld.PASSWORD, made.passwordHash())).isTrue();
        assertThat(first.isMissing()).isFalse();
        assertThat(first.opens(secret(first))).isFalse();
        assertThatExceptionOfType(InvitationUnusable.class)
                .isThrownBy(() -> first.make(secret(first), "autre@exemple.fr", "Autre", TestWorld.PASSWORD, Locale.FRENCH));
    }

    @Test
    void theLinkOfAnotherStartOpensNothing() {
        var another = new FirstAdministrator(people, hashing, rules, audit, links, jdbc, today);

        assertThat(first.opens(secret(another))).isFalse();
        assertThat(first.opens("")).isFalse();
        assertThatExceptionOfType(InvitationUnusable.class)
                .isThrownBy(() -> first.make(secret(another), email, "Anne Guérin", TestWorld.PASSWORD, Locale.FRENCH));
        assertThat(people.findByEmail(email)).isEmpty();
    }

    @Test
    void whatWillNotDoIsToldAtItsField() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> first.make(secret(first), "anne", "Anne Guérin", TestWorld.PASSWORD, Locale.FRENCH))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("email"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> first.make(secret(first), email, " ", TestWorld.PASSWORD, Locale.FRENCH))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("name"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> first.make(secret(first), email, "Anne Guérin", "azerty", Locale.FRENCH))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("password"));
        assertThat(first.isMissing()).isTrue();
    }

    @Test
    void thePageOfTheLinkMakesTheAccountAndTheSignInPageSaysThatOneIsMissing() {
        screens.open();
        screens.go("login");
        assertThat(_get(Main.class).getElement().getTextRecursively()).contains("Cette installation est neuve");

        screens.go("premier-compte/rien");
        assertThat(_get(Main.class).getElement().getTextRecursively()).contains("Ce lien n’ouvre rien");

        screens.go("premier-compte/" + secret(ofThisStart));
        assertThat(_get(H1.class).getText()).isEqualTo("Le premier compte");
        _setValue(_get(EmailField.class), email);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Votre nom")), "Anne Guérin");
        _setValue(_get(PasswordField.class), TestWorld.PASSWORD);
        _click(_get(Button.class));
        assertThat(_get(Main.class).getElement().getTextRecursively()).contains("Le compte est créé");
        assertThat(people.findByEmail(email)).hasValueSatisfying(made -> assertThat(made.administrator()).isTrue());
    }
}
