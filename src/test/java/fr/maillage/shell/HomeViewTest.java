package fr.maillage.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.PrettyPrintTreeKt;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Level;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.discussion.DiscussionService;
import fr.maillage.discussion.Mentions;
import fr.maillage.discussion.Notes;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class HomeViewTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private TestWorld world;
    @Autowired
    private Notes notes;
    @Autowired
    private DiscussionService service;

    private SpaceId vitre;
    private PersonId maud;
    private PersonId ivan;

    @BeforeEach
    void twoPeopleOfVitre() {
        vitre = world.territory();
        maud = world.person("Maud Lanoë");
        world.member(maud, vitre, Profile.ELECTED, Role.COORDINATOR);
        ivan = world.person("Ivan Delmotte");
        world.member(ivan, vitre, Profile.STAFF, Role.EDITOR);
    }

    @AfterEach
    void theScreenCloses() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    private void openHome(PersonId person) {
        world.as(person);
        MockVaadin.setup(UI::new, new MockSpringServlet(new Routes(), context, UI::new));
        UI.getCurrent().setLocale(Locale.FRENCH);
        HomeView home = context.getAutowireCapableBeanFactory().createBean(HomeView.class);
        UI.getCurrent().add(home);
        home.show();
    }

    private static String shown() {
        return PrettyPrintTreeKt.toPrettyTree(UI.getCurrent()) + DrawnRows.words(UI.getCurrent());
    }

    @Test
    void nothingWaitsForSomebodyWhoIsUpToDate() {
        openHome(maud);

        assertThat(_get(H1.class).getText()).isEqualTo("Rien ne vous attend. Bonne journée.");
    }

    @Test
    void somebodyWhoBelongsNowhereIsShownTheWayIn() {
        openHome(world.person("Nouvelle"));

        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("/territoires");
        assertThat(shown()).contains("Vous n’appartenez encore à aucun espace.");
    }

    @Test
    void oneIsCalledWhereOneIsNamedAndReadsWhatMoved() {
        ItemRef note = notes.write("Bâtiment relais", vitre, ivan, Audience.ofSpace(vitre));
        world.as(ivan, () -> service.open(note, "D’accord, " + Mentions.of(maud) + " ?"));

        openHome(maud);

        assertThat(_get(H1.class).getText()).isEqualTo("Une chose vous attend");
        assertThat(_find(H2.class)).extracting(H2::getText).containsExactly("Cette semaine", "Ce qui a bougé");
        assertThat(shown()).contains("Ivan Delmotte vous nomme dans", "Bâtiment relais");
    }

    @Test
    void nothingOfWhatOneDoesNotSeeIsToldOrCounted() {
        ItemRef secret = notes.write("MARQUE-9Q2", vitre, ivan,
                Audience.none().with(new AudienceScope.Space(vitre), Level.COMMENT, Profile.STAFF));
        world.as(ivan, () -> service.open(secret, "MARQUE-9Q2"));

        openHome(maud);

        assertThat(shown()).doesNotContain("MARQUE-9Q2");
        assertThat(_get(H1.class).getText()).isEqualTo("Rien ne vous attend. Bonne journée.");
    }
}
