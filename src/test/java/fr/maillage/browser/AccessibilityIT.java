package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * axe finds nothing on any route, on a desk in the light and on a phone in the dark; nothing overflows.
 */
class AccessibilityIT extends BrowserTest {

    private static final String VITRE = "200039022";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void publicPagesAreAccessible() {
        check(null, List.of("", "login", "mot-de-passe-oublie", "opportunites", "pratiques", "plans", "territoires", "alliances",
                "territoires/" + VITRE, "alliances/vvv", "pratiques/" + made("practice:porter-immobilier"),
                "nulle-part"));
    }

    @Test
    void pagesOfAnElectedCoordinatorAreAccessible() {
        check("maud.lanoe@exemple.fr", List.of("accueil", "opportunites", "opportunites/" + made("opportunity:halle-2400"),
                "opportunites/nouvelle", "pratiques", "pratiques/nouvelle",
                "pratiques/" + made("practice:porter-immobilier"),
                "pratiques/" + made("practice:porter-immobilier") + "/modifier", "plans",
                "plans/" + made("plan:vitre-industrie-accueil"),
                "plans/" + made("plan:vitre-industrie-accueil") + "?vue=statuts",
                "fiches/" + made("action:vitre-2-3"), "fiches/" + made("action:vitre-2-3") + "/historique",
                history("vitre-2-3"), history("vitre-2-3") + "?vue=auteurs", "territoires/" + VITRE,
                "territoires/" + VITRE + "?onglet=annuaire", "territoires/" + VITRE + "?onglet=plans",
                "territoires/" + VITRE + "?onglet=opportunites", "territoires/" + VITRE + "?onglet=pratiques",
                "alliances/vvv", "alliances/vvv?onglet=membres", "alliances/vvv?onglet=charte", "compte", "activite", "territoires", "alliances",
                "opportunites?vue=tableau", "opportunites?q=introuvable", "demander/" + space("200072072"),
                "personnes/" + person("ivan.delmotte@exemple.fr"), "organisations/" + organizationIn(VITRE)));
    }

    @Test
    void pagesOfTheAdministrationAreAccessible() {
        check("admin@exemple.fr", List.of("accueil", "territoires", "plans", "administration/territoires",
                "administration/nulle-part"));
    }

    @Test
    void pagesOfACompanyAreAccessible() {
        check("solene.brisard@exemple.fr", List.of("accueil", "opportunites",
                "opportunites/" + made("opportunity:halle-2400"), "territoires/" + VITRE));
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
        Page page = signedIn("maud.lanoe@exemple.fr");
        open(page, "fiches/" + made("action:" + action));
        String address = page.locator(".ml-live-foot a").first().getAttribute("href");
        page.context().close();
        return address;
    }

    private UUID made(String name) {
        return jdbc.sql("select id from demonstration_item where name = :name").param("name", name)
                .query(UUID.class).single();
    }

    private void check(String email, List<String> routes) {
        List<String> wrong = new ArrayList<>();
        Page desk = window(1440, 900, ColorScheme.LIGHT);
        Page phone = window(390, 844, ColorScheme.DARK);
        for (Page page : List.of(desk, phone)) {
            if (email != null) {
                signIn(page, email);
            }
            for (String route : routes) {
                open(page, route);
                String where = '/' + route + (page == phone ? " (phone, dark)" : "");
                for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                    wrong.add(where + ": " + rule.getId() + " " + rule.getNodes().getFirst().getTarget());
                }
                int over = (Integer) page.evaluate("() => document.documentElement.scrollWidth"
                        + " - document.documentElement.clientWidth");
                if (over > 0) {
                    wrong.add(where + ": wider than the window by " + over + " px");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
