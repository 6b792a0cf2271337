package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * axe finds nothing on any route and in any dialog, on a desk in the light and on a phone in the dark; nothing overflows.
 * Each is loaded once: the window then changes its size and its colours, as one turns a screen.
 */
class AccessibilityIT extends BrowserTest {

    private static final String VITRE = "200039022";
    private static final String MAUD = "maud.lanoe@exemple.fr";
    private static final String AXE = axe();
    private static final String FINDINGS = """
            async ([within, without, aside]) => {
              const found = await axe.run(within ? {include: [within]} : {exclude: aside}, {resultTypes: ['violations'],
                rules: Object.fromEntries(without.map(rule => [rule, {enabled: false}]))});
              return found.violations.map(rule => rule.id + ' ' + rule.nodes[0].target);
            }""";
    /**
     * What the second look leaves aside: of a long list, all after the first ten. The first look has seen that they are
     * made alike, and the contrast of all texts of thirty cards takes axe seconds.
     */
    private static final List<String> OF_A_LONG_LIST = List.of(".ml-list > :nth-child(n+11)",
            ".ml-board .ml-card:nth-child(n+4)");
    /** An open dialog; those of Vaadin carry the role on an element inside. */
    private static final String DIALOG = "vaadin-dialog[opened],vaadin-confirm-dialog[opened]";

    /** What Vaadin’s confirmation does itself, and no rule of WCAG: a header and a foot of its own, with a role. */
    private static final List<String> OF_THE_CONFIRMATION = List.of("aria-allowed-role", "landmark-no-duplicate-banner",
            "landmark-unique");

    @Autowired
    private JdbcClient jdbc;

    private final List<String> wrong = new ArrayList<>();

    /** How a dialog is opened on a page. */
    private record Opening(String name, Click click) {}

    private interface Click {
        void on(Page page);
    }

    @Test
    void publicPagesAreAccessible() {
        pages(null, List.of("", "login", "mot-de-passe-oublie", "opportunites", "pratiques", "plans", "territoires",
                "alliances", "territoires/" + VITRE, "alliances/vvv", "pratiques/" + made("practice:porter-immobilier"),
                "nulle-part", "fiches/" + made("action:vitre-2-3")));
    }

    @Test
    void pagesOfAnElectedCoordinatorAreAccessible() {
        String history = history("vitre-2-3");
        pages(MAUD, List.of("accueil", "opportunites", "opportunites/" + made("opportunity:halle-2400"),
                "opportunites/nouvelle", "pratiques", "pratiques/nouvelle",
                "pratiques/" + made("practice:porter-immobilier"),
                "pratiques/" + made("practice:porter-immobilier") + "/modifier", "plans", plan(),
                plan() + "?vue=statuts", "fiches/" + made("action:vitre-2-3"),
                "fiches/" + made("action:vitre-2-3") + "/historique", history,
                history + "?vue=auteurs", "territoires/" + VITRE,
                "territoires/" + VITRE + "?onglet=annuaire", "territoires/" + VITRE + "?onglet=plans",
                "territoires/" + VITRE + "?onglet=opportunites", "territoires/" + VITRE + "?onglet=pratiques",
                "alliances/vvv", "alliances/vvv?onglet=membres", "alliances/vvv?onglet=charte", "compte", "activite",
                "territoires", "alliances", "opportunites?vue=tableau", "opportunites?q=introuvable",
                "demander/" + space("200072072"), "personnes/" + person("ivan.delmotte@exemple.fr"),
                "organisations/" + organizationIn(VITRE)));
    }

    @Test
    void pagesOfTheAdministrationAreAccessible() {
        pages("admin@exemple.fr", List.of("accueil", "administration/comptes", "administration/journal",
                "administration/territoires", "administration/nulle-part"));
    }

    @Test
    void pagesOfACompanyAreAccessible() {
        pages("solene.brisard@exemple.fr", List.of("accueil",
                "opportunites/" + made("opportunity:halle-2400"), "territoires/" + VITRE));
    }

    /** One of each make: what is asked, chosen, written, read through other eyes, put in order. */
    @Test
    void dialogsAreAccessible() {
        Page page = signedIn(MAUD);
        dialogs(page, "territoires/" + VITRE + "?onglet=annuaire", new Opening("invite", button("Inviter")),
                member("role", "Changer le rôle"), member("remove", "Retirer"));
        dialogs(page, "alliances", new Opening("found", button("Fonder une alliance")));
        dialogs(page, "opportunites/" + made("opportunity:halle-2400"), menu("share", "Changer qui voit cette page"),
                menu("see as", "Voir comme…"), menu("close", "Clore"));
        dialogs(page, "pratiques/" + made("practice:porter-immobilier"),
                new Opening("take up", button("Reprendre dans un plan")));
        dialogs(page, plan(), menu("edit", "Modifier le plan"), menu("axes", "Axes du plan"),
                menu("people", "Pilotes et élus référents"),
                new Opening("new action", button("Nouvelle fiche")));
        dialogs(page, "fiches/" + made("action:vitre-2-3"),
                new Opening("picture", click -> button(click, "Image").first().click()));
        nothingWrong();
    }

    @Test
    void dialogsOfAnAllianceAreAccessible() {
        Page page = signedIn("odile.marchetti@exemple.fr");
        dialogs(page, "alliances/vvv?onglet=membres",
                new Opening("accept", click -> named(click, "Accepter la proposition")));
        dialogs(page, "alliances/vvv", new Opening("present", button("Modifier la présentation")));
        open(page, "alliances/vvv?onglet=charte");
        button("Modifier la charte").on(page);
        check(page, "charter", null, List.of());
        nothingWrong();
    }

    /** A phone shows the same things to do as a desk. */
    @Test
    void aPhoneHasTheActionsOfThePage() {
        Page page = window(390, 844, ColorScheme.DARK);
        signIn(page, MAUD);
        open(page, "opportunites");
        assertThat(link(page, "Proposer ou demander").isVisible()).isTrue();
        open(page, plan());
        assertThat(page.getByLabel("Plus d’actions").first().isVisible()).isTrue();
        open(page, "territoires/" + VITRE + "?onglet=annuaire");
        page.locator(".ml-tabs [aria-current]").evaluate("tab => new Promise(done => setTimeout(done, 100))");
        BoundingBox tab = page.locator(".ml-tabs [aria-current]").boundingBox();
        assertThat(tab.x).isNotNegative();
        assertThat(tab.x + tab.width).isLessThanOrEqualTo(390);
    }

    private static Click button(String name) {
        return page -> button(page, name).click();
    }

    private static void named(Page page, String beginning) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginning)).first().click();
    }

    /** Through the menu behind three points at the top of the page. */
    private static Opening menu(String name, String item) {
        return new Opening(name, page -> {
            page.locator(".ml-bar vaadin-menu-bar-button:has(vaadin-icon)").last().click();
            item(page, item);
        });
    }

    private static Opening member(String name, String item) {
        return new Opening(name, page -> {
            page.getByLabel("Agir sur l’adhésion").nth(2).click();
            item(page, item);
        });
    }

    private static void item(Page page, String name) {
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private void dialogs(Page page, String route, Opening... openings) {
        open(page, route);
        for (Opening opening : openings) {
            opening.click().on(page);
            // The element itself is nowhere on the screen: what it shows lies in its shadow.
            page.locator(DIALOG).first().waitFor(
                    new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            settle(page);
            check(page, '/' + route + ": " + opening.name(), DIALOG, OF_THE_CONFIRMATION);
            page.keyboard().press("Escape");
            page.waitForCondition(() -> page.locator(DIALOG).count() == 0);
            settle(page);
        }
    }

    private void pages(@Nullable String email, List<String> routes) {
        Page page = email == null ? window(1440, 900, ColorScheme.LIGHT) : signedIn(email);
        for (String route : routes) {
            open(page, route);
            check(page, '/' + route, null, List.of());
        }
        nothingWrong();
    }

    /** On a desk in the light, then on a phone in the dark; leaves the window as it was. */
    private void check(Page page, String where, @Nullable String within, List<String> without) {
        page.evaluate(AXE);
        look(page, where, within, without, List.of());
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        settle(page);
        look(page, where + " (phone, dark)", within, without, OF_A_LONG_LIST);
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void look(Page page, String where, @Nullable String within, List<String> without, List<String> aside) {
        // What fades in has its colours only at the end.
        page.waitForFunction("() => document.getAnimations().every(one => one.playState !== 'running'"
                + " || one.effect.getTiming().iterations === Infinity)");
        List<Object> arguments = new ArrayList<>();
        arguments.add(within);
        arguments.add(without);
        arguments.add(aside);
        for (Object finding : (List<?>) page.evaluate(FINDINGS, arguments)) {
            wrong.add(where + ": " + finding);
        }
        int over = (Integer) page.evaluate("() => document.documentElement.scrollWidth"
                + " - document.documentElement.clientWidth");
        if (over > 0) {
            wrong.add(where + ": wider than the window by " + over + " px");
        }
    }

    private void nothingWrong() {
        assertThat(wrong).isEmpty();
    }

    private String plan() {
        return "plans/" + made("plan:vitre-industrie-accueil");
    }

    private UUID space(String siren) {
        return jdbc.sql("select id from territory where siren = :siren").param("siren", siren).query(UUID.class).single();
    }

    private UUID person(String email) {
        return jdbc.sql("select id from person where email = :email").param("email", email).query(UUID.class).single();
    }

    private UUID organizationIn(String siren) {
        return jdbc.sql("select organization from membership where space = :space and profile = 'BUSINESS' limit 1")
                .param("space", space(siren)).query(UUID.class).single();
    }

    /** The history of the description, which the page of the action has opened as a text before. */
    private String history(String action) {
        Page page = signedIn(MAUD);
        open(page, "fiches/" + made("action:" + action));
        String address = page.locator(".ml-live-foot a").first().getAttribute("href");
        return address;
    }

    private UUID made(String name) {
        return jdbc.sql("select id from demonstration_item where name = :name").param("name", name)
                .query(UUID.class).single();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
