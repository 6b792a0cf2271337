package fr.maillage.member.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.AuditLog;
import fr.maillage.access.NotVisible;
import fr.maillage.base.PersonId;
import fr.maillage.member.AccountService;
import fr.maillage.member.Accounts;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class AccountsViewTest {

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    Accounts accounts;
    @Autowired
    AccountService service;
    @Autowired
    AuditLog audit;

    private final String name = "Personne " + UUID.randomUUID();

    @AfterEach
    void close() {
        screens.close();
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdministratorFindsClosesAndReopensAnAccount() {
        PersonId person = world.personWithPassword(name);
        world.as(world.administrator("Ada Roussel"));
        screens.open();
        screens.go("administration/comptes");
        _setValue(_get(TextField.class), name);
        assertThat(screens.everything()).contains(name, world.email(person)).doesNotContain("Ada Roussel 2");
        _click(_get(Button.class, spec -> spec.withText("Fermer")));
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("header")).contains(name);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(accounts.list(name, null, 10)).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(person);
            assertThat(line.disabled()).isTrue();
        });
        _click(_get(Button.class, spec -> spec.withText("Rouvrir")));
        assertThat(accounts.list(name, null, 10)).singleElement()
                .satisfies(line -> assertThat(line.disabled()).isFalse());
        service.endSessions(person);
        assertThat(audit.latest(null, 10)).filteredOn(entry -> person.value().equals(entry.subject()))
                .extracting(AuditLog.Entry::detail).contains("disabled", "enabled", "sessions ended");
    }

    @Test
    void nobodyElseFindsThePageOrTheList() {
        world.as(world.person("Ivan Delmotte"));
        screens.open();
        screens.go("administration/comptes");
        assertThat(_find(TextField.class)).isEmpty();
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> accounts.list("", null, 10));
        assertThatExceptionOfType(NotVisible.class)
                .isThrownBy(() -> service.endSessions(world.person("Une autre")));
    }
}
