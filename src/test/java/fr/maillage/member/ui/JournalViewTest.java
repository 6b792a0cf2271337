package fr.maillage.member.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.AuditLog;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.base.Messages;
import fr.maillage.base.PersonId;
import fr.maillage.member.AccountService;
import fr.maillage.member.Accounts;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class JournalViewTest {

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    AccountService service;
    @Autowired
    Accounts accounts;
    @Autowired
    AuditLog audit;

    @AfterEach
    void close() {
        screens.close();
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdministratorReadsWhoDidWhatToWhom() {
        String name = "Personne " + UUID.randomUUID();
        PersonId person = world.personWithPassword(name);
        world.as(world.administrator("Ada Roussel"));
        service.endSessions(person);
        screens.open();
        screens.go(MemberNavigation.JOURNAL);
        assertThat(screens.everything()).contains("Ada Roussel", "a administré un compte", name);
    }

    @Test
    void nobodyElseFindsTheRecord() {
        PersonId stranger = world.person("Ivan Delmotte");
        world.as(stranger);
        screens.open();
        screens.go(MemberNavigation.JOURNAL);
        assertThat(screens.everything()).doesNotContain("Rien ne s’y efface");
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> audit.latest(null, 10));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> accounts.names(Set.of(stranger.value())));
    }

    @Test
    void everyOperationHasItsWords() {
        Messages messages = new Messages();
        assertThat(Operation.values()).allSatisfy(operation -> assertThat(
                messages.getTranslation("member.journal.op." + operation, Locale.FRENCH)).doesNotStartWith("!"));
    }
}
