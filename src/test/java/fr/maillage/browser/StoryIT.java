package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.maillage.base.Today;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the product is for, played by the people of the demonstration set in one window each, chapter after chapter. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT extends BrowserTest {

    @Autowired
    private JdbcClient jdbc;

    private static final String WORKSHOP = "Atelier vide de 640 m² à Val-d’Izé";
    private static final String WORD = "Val-d’Izé";

    @Autowired
    private MovableClock clock;

    @Test
    @Order(1)
    void aWorkshopOfferedToTheAllianceReachesValenceAndNeverLorient() {
        Page maud = signedIn("maud.lanoe@exemple.fr");
        String path = post(maud);

        Page company = signedIn("bastien.vercorel@exemple.fr");
        open(company, "opportunites?q=atelier+vide");
        company.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(WORKSHOP)).first().click();
        button(company, "Dire mon intérêt").click();
        company.getByLabel("Votre message").fill("Nous cherchons 600 m² pour l’été, pouvons-nous visiter ?");
        company.locator(".ml-box").getByText("Envoyer", new Locator.GetByTextOptions().setExact(true)).click();
        says(company, "Votre intérêt");

        open(maud, path);
        says(maud, "pouvons-nous visiter");

        neverFound(path);
    }

    private String post(Page maud) {
        open(maud, "opportunites/nouvelle");
        maud.getByLabel("Proposez").check();
        choose(maud, "Genre", "Foncier et locaux");
        maud.getByLabel("Titre").fill(WORKSHOP);
        maud.getByLabel("En une ou deux phrases").fill("Ancienne menuiserie, pont roulant, libre au printemps.");
        maud.getByLabel("L’alliance VVV").check();
        says(maud, "VVV");
        button(maud, "Publier").click();
        says(maud, "Opportunité publiée.");
        maud.locator("h1", new Page.LocatorOptions().setHasText(WORKSHOP)).waitFor();
        // The address follows the page a moment later.
        maud.waitForURL(address -> !address.contains("nouvelle"));
        return maud.url().substring(url("").length());
    }

    /** By no address, no list, no filter, no count, no search and no feed. */
    private void neverFound(String path) {
        Page lorient = signedIn("goulven.penmarec@exemple.fr");
        Page anybody = window(1440, 1000, ColorScheme.LIGHT);
        for (Page page : List.of(lorient, anybody)) {
            String nothing = "opportunites/00000000-0000-7000-8000-000000000000";
            assertThat(text(open(page, path))).isEqualTo(text(open(page, nothing))).doesNotContain(WORD);
            for (String route : List.of("opportunites", "opportunites?tri=recentes", "opportunites?vue=tableau",
                    "opportunites?q=menuiserie", "opportunites?q=atelier+vide", "territoires/200039022",
                    "territoires/200039022?onglet=opportunites", "territoires/200039022?onglet=activite",
                    "alliances/vvv", "alliances/vvv?onglet=opportunites", "alliances/vvv?onglet=activite", "")) {
                assertThat(text(open(page, route))).as("/" + route).doesNotContain(WORD);
            }
            assertThat(text(open(page, "opportunites?q=menuiserie"))).contains("Aucune opportunité");
        }
        for (String route : List.of("accueil", "activite", "territoires/200042174")) {
            assertThat(text(open(lorient, route))).as("/" + route).doesNotContain(WORD);
        }
    }

    @Test
    @Order(2)
    void aPracticeIsTakenUpIntoAPlanAndTwoPeopleWriteInTheSameAction() {
        Page paul = signedIn("paul.hennequin@exemple.fr");
        open(paul, "plans");
        paul.getByText("Nouveau plan").click();
        paul.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Territoires Vendômois")).click();
        paul.getByLabel("Titre").fill("Plan industrie du Vendômois 2027–2030");
        choose(paul, "Type de plan", "Territoires d’industrie");
        button(paul, "Créer le plan").click();
        paul.locator("h1", new Page.LocatorOptions().setHasText("Plan industrie du Vendômois")).waitFor();

        open(paul, "pratiques?q=immobilier");
        link(paul, "Porter l’immobilier").click();
        button(paul, "Reprendre dans un plan").click();
        Locator dialog = paul.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reprendre dans un plan")).click();
        paul.waitForURL("**/fiches/**");
        says(paul, "Reprise de la pratique");
        String action = paul.url().substring(url("").length());

        Page claire = signedIn("claire.rambourg@exemple.fr");
        open(claire, action);
        paul.getByLabel("Ici : ").and(paul.getByLabel("Claire Rambourg")).waitFor();

        // Different fields: each appears on the other's screen.
        Locator place = field(paul, "Lieu");
        place.fill("Naveil");
        place.blur();
        field(claire, "Public visé").fill("Petites entreprises");
        field(claire, "Public visé").blur();
        holds(field(claire, "Lieu"), "Naveil");
        holds(field(paul, "Public visé"), "Petites entreprises");

        // The same field at once: both values stand, one is chosen, and both screens end equal.
        field(paul, "Lieu").fill("Saint-Ouen");
        field(claire, "Lieu").fill("Vendôme, gare");
        field(paul, "Lieu").blur();
        says(paul, "Enregistré");
        field(claire, "Lieu").blur();
        says(claire, "Lieu : deux valeurs");
        assertThat(text(claire)).contains("Saint-Ouen", "Vendôme, gare");
        claire.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Garder la mienne")).click();
        holds(field(paul, "Lieu"), "Vendôme, gare");
        open(claire, action);
        holds(field(claire, "Lieu"), "Vendôme, gare");
        assertThat(jdbc.sql("select site from action where id = :id")
                .param("id", UUID.fromString(action.substring(action.lastIndexOf('/') + 1))).query(String.class).single())
                .isEqualTo("Vendôme, gare");
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label).first();
    }

    private static void holds(Locator field, String value) {
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(field).hasValue(value);
    }

    @Test
    @Order(3)
    void theCoordinatorOfTheAllianceWelcomesATerritory() {
        Page cholet = signedIn("sabine.tremolet@exemple.fr");
        open(cholet, "territoires/200071678");
        button(cholet, "Rejoindre une alliance").click();
        cholet.getByLabel("Alliance").last().fill("VVV");
        cholet.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("VVV")).first().click();
        button(cholet, "Demander").click();
        says(cholet, "La demande est faite.");
        assertThat(text(open(cholet, "opportunites?q=menuiserie"))).doesNotContain(WORD);

        Page odile = signedIn("odile.marchetti@exemple.fr");
        assertThat(text(open(odile, "accueil"))).contains("Cholet Agglomération demande à rejoindre VVV");
        open(odile, "alliances/vvv?onglet=membres");
        button(odile, "Accepter la proposition de Cholet Agglomération").click();
        odile.getByRole(AriaRole.ALERTDIALOG).getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Accepter")).click();
        says(odile, "est membre de l’alliance.");

        assertThat(text(open(cholet, "opportunites?q=menuiserie"))).contains(WORD);
    }

    @Test
    @Order(4)
    void anAccessEndsAtMidnightAndTheNextClickIsRefused() {
        ZonedDateTime now = clock.instant().atZone(Today.ZONE);
        clock.putForward(Duration.between(now, now.with(LocalTime.of(23, 30))).plus(Duration.ofDays(1)));
        LocalDate lastDay = clock.instant().atZone(Today.ZONE).toLocalDate();

        Page ivan = signedIn("ivan.delmotte@exemple.fr");
        open(ivan, "territoires/200039022?onglet=annuaire");
        button(ivan, "Agir sur l’adhésion de Rozenn Talmont").click();
        ivan.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Fixer une fin d’accès")).click();
        Locator until = ivan.getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX).first();
        until.fill("%02d/%02d/%d".formatted(lastDay.getDayOfMonth(), lastDay.getMonthValue(), lastDay.getYear()));
        until.press("Enter");
        button(ivan, "Enregistrer").click();
        says(ivan, "Rozenn Talmont a accès jusqu’au");

        Page rozenn = signedIn("rozenn.talmont@exemple.fr");
        open(rozenn, "plans");
        link(rozenn, "Plan industrie et accueil").click();
        rozenn.locator("h1", new Page.LocatorOptions().setHasText("Plan industrie et accueil")).waitFor();
        rozenn.waitForURL("**/plans/**");
        String plan = rozenn.url().substring(url("").length());

        clock.putForward(Duration.ofHours(1));
        rozenn.locator("a[href*='fiches/']").first().click();
        says(rozenn, "Page introuvable");
        assertThat(text(open(rozenn, plan))).doesNotContain("Plan industrie et accueil");
    }

    @Test
    @Order(5)
    void listsGoOnWhereTheyEndAndAreFilledAnewWhenAskedForOthers() {
        Page maud = signedIn("maud.lanoe@exemple.fr");
        open(maud, "activite");
        Locator lines = maud.locator(".ml-activity");
        int first = lines.count();
        assertThat(first).isPositive();
        button(maud, "Afficher la suite").click();
        maud.waitForCondition(() -> lines.count() > first);

        open(maud, "alliances");
        Locator titles = maud.locator(".ml-line h3");
        assertThat(titles.count()).isGreaterThan(1);
        maud.getByRole(AriaRole.MAIN).getByRole(AriaRole.TEXTBOX).first().fill("VVV");
        maud.waitForCondition(() -> titles.allInnerTexts().equals(List.of("VVV")));
    }
}
