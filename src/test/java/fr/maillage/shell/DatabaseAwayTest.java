package fr.maillage.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.DatabaseLine;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.ui.SaveState;
import fr.maillage.local.TestDatabase;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionPages;
import fr.maillage.plan.PlanWorld;
import fr.maillage.plan.ui.PlanNavigation;
import fr.maillage.practice.PracticeFilter;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.PracticeMother;
import fr.maillage.practice.PracticeQuery;
import fr.maillage.practice.PracticeRow;
import fr.maillage.practice.PracticeService;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The database goes away while people work, and comes back: words, nothing lost, and nobody restarts anything. */
@SpringBootTest
@ActiveProfiles("test")
@ContextConfiguration(initializers = {TestDatabase.class, DatabaseAwayTest.Through.class})
@DirtiesContext
class DatabaseAwayTest {

    private static final String AWAY = "La base de données ne répond pas en ce moment.";

    /** Puts a line that can be cut between this application, which has a context of its own, and the server. */
    static final class Through implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            line = DatabaseLine.to(context.getEnvironment().getRequiredProperty("maillage.db.url"));
            TestPropertyValues.of("maillage.db.url=" + line.url(),
                    "spring.datasource.hikari.connection-timeout=1000",
                    "spring.datasource.hikari.validation-timeout=500").applyTo(context);
        }
    }

    private static DatabaseLine line;

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    PracticeService practices;
    @Autowired
    PracticeQuery query;
    @Autowired
    ScreenErrors errors;
    @Autowired
    QuietConsole quiet;
    @Autowired
    PlanWorld planWorld;
    @Autowired
    ActionPages sheets;
    @Autowired
    WebApplicationContext web;

    SpaceId space;
    PersonId agent;

    @BeforeEach
    void aTerritory() {
        space = world.territory();
        agent = world.personWithPassword("Ivan Delmotte");
        world.member(agent, space, Profile.STAFF, Role.EDITOR);
        world.as(agent);
    }

    @AfterEach
    void mended() {
        line.mend();
        screens.close();
        SecurityContextHolder.clearContext();
    }

    private java.util.List<String> told() {
        return query.page(PracticeFilter.NONE.owners(Set.of(space)), null, 30).rows().stream().map(PracticeRow::title)
                .toList();
    }

    @Test
    void aPageSaysThatTheDatabaseIsAwayAndOpensAgainWhenItIsBack() {
        PracticeId id = practices.tell(space, PracticeMother.draft("Portage de locaux"), Audience.ofSpace(space));
        screens.open();
        screens.go("pratiques/" + id.value());
        line.cut();
        screens.go("pratiques/" + id.value());
        assertThat(screens.everything()).contains(AWAY).doesNotContain("Exception", "SQL", "Connection");
        line.mend();
        screens.go("pratiques/" + id.value());
        assertThat(_get(H1.class).getText()).isEqualTo("Portage de locaux");
    }

    @Test
    void aFieldOfAnActionThatIsNotWrittenSaysSoAndIsSentWithTheNextOne() {
        PlanWorld.Town town = planWorld.town();
        ActionId action = planWorld.action(town.plan(), "Bâtiment relais");
        world.as(town.coordinator());
        screens.open();
        screens.go(PlanNavigation.action(action));
        TextField site = _get(TextField.class, spec -> spec.withLabel("Lieu"));

        line.cut();
        Throwable thrown = catchThrowable(() -> _setValue(site, "Halle de la gare"));
        assertThat(errors.sentence(thrown, Locale.FRENCH)).startsWith(AWAY);
        assertThat(site.getErrorMessage()).startsWith("Pas enregistré.");
        assertThat(_get(SaveState.class).getElement().getTextRecursively()).contains("Pas enregistré");
        assertThat(site.getValue()).isEqualTo("Halle de la gare");

        line.mend();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Public visé")), "Artisans");
        MockVaadin.clientRoundtrip(false);
        assertThat(sheets.sheet(action).own().value(ActionField.SITE)).isEqualTo("Halle de la gare");
        assertThat(sheets.sheet(action).own().value(ActionField.TARGETS)).isEqualTo("Artisans");
        assertThat(site.isInvalid()).isFalse();
        assertThat(_get(SaveState.class).getElement().getTextRecursively()).contains("Enregistré");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theConsoleSaysOnceThatItWentAndOnceThatItIsBack(CapturedOutput console) throws Exception {
        LoggingEvent trace = new LoggingEvent("", (Logger) LoggerFactory.getLogger("somewhere"), Level.ERROR,
                "Unexpected error in a scheduled task", new CannotGetJdbcConnectionException("no connection"), null);
        LoggingEvent other = new LoggingEvent("", (Logger) LoggerFactory.getLogger("somewhere"), Level.ERROR,
                "Something else", new IllegalStateException("a fault"), null);
        line.cut();
        for (int i = 0; i < 5; i++) {
            assertThat(quiet.decide(trace)).isEqualTo(FilterReply.DENY);
        }
        assertThat(quiet.decide(other)).as("what has another cause is told").isEqualTo(FilterReply.NEUTRAL);
        says(console, "The database went away.");
        assertThat(quiet.decide(trace)).isEqualTo(FilterReply.DENY);
        line.mend();
        says(console, "The database is back.");
        assertThat(console.getOut().split("The database went away")).hasSize(2);
    }

    private static void says(CapturedOutput console, String words) throws InterruptedException {
        for (int i = 0; i < 300 && !console.getOut().contains(words); i++) {
            Thread.sleep(100);
        }
        assertThat(console.getOut()).contains(words);
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsTypedStaysAndIsSavedOnceWhenTheDatabaseIsBack() {
        screens.open();
        screens.go("pratiques/nouvelle?espace=" + space.value());
        _setValue(_get(TextField.class, spec -> spec.withLabel("Titre")), "Portage public");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("En deux lignes")), "Un portage.");
        ((MultiSelectComboBox<Theme>) _get(MultiSelectComboBox.class, spec -> spec.withLabel("Thèmes"))).setValue(Set.of(Theme.LAND_PREMISES));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Ce qui a été fait")), "Un inventaire.");
        Button publish = _get(Button.class, spec -> spec.withText("Publier"));

        line.cut();
        Throwable thrown = catchThrowable(publish::click);
        assertThat(errors.sentence(thrown, Locale.FRENCH)).startsWith(AWAY);
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Ce qui a été fait")).getValue())
                .isEqualTo("Un inventaire.");
        assertThat(publish.isEnabled()).isTrue();

        line.mend();
        assertThat(told()).isEmpty();
        publish.click();
        assertThat(told()).containsExactly("Portage public");
    }

    @Test
    void aSessionSurvivesAndSigningInSaysWhy() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        SecurityContextHolder.clearContext();
        MockHttpSession session = new MockHttpSession();
        mvc.perform(post("/login").servletPath("/login").param("username", world.email(agent))
                .param("password", TestWorld.PASSWORD).session(session).with(csrf()));
        line.cut();
        assertThat(mvc.perform(get("/actuator/health").servletPath("/actuator/health").session(session)).andReturn()
                .getResponse().getStatus()).isEqualTo(503);
        assertThat(session.isInvalid()).isFalse();
        var file = mvc.perform(get("/fichiers/" + space.value()).servletPath("/fichiers/" + space.value())
                .session(session).locale(Locale.FRENCH)).andReturn().getResponse();
        assertThat(file.getStatus()).isEqualTo(503);
        assertThat(file.getContentAsString()).startsWith(AWAY);
        assertThat(mvc.perform(post("/login").servletPath("/login").param("username", world.email(agent))
                .param("password", TestWorld.PASSWORD).with(csrf())).andReturn().getResponse().getRedirectedUrl())
                .isEqualTo("/login?indisponible");
        line.mend();
        // A connection that is being made anew takes as long as it takes.
        Instant until = Instant.now().plusSeconds(60);
        int status;
        do {
            status = mvc.perform(get("/actuator/health").servletPath("/actuator/health").session(session)).andReturn()
                    .getResponse().getStatus();
        } while (status != 200 && Instant.now().isBefore(until));
        assertThat(status).isEqualTo(200);
        assertThat(session.isInvalid()).isFalse();
    }
}
