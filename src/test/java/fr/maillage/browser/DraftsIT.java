package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The session ends while somebody types: after signing in again, what was typed is offered and taken up.
 */
class DraftsIT extends BrowserTest {

    private static final String AGENT = "ivan.delmotte@exemple.fr";

    @Autowired
    private JdbcClient jdbc;

    private static Locator field(Page page, String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label)).first();
    }

    private void loseTheSession(Page page) {
        // The draft is written a moment after the last key.
        page.waitForTimeout(800);
        page.context().clearCookies();
    }

    @Test
    void aPracticeBeingWrittenSurvivesTheEndOfTheSession() {
        Page page = signedIn(AGENT);
        open(page, "pratiques/nouvelle");
        field(page, "Titre").fill("Portage public de locaux");
        field(page, "Ce qui a été fait").fill("D’abord un inventaire.");
        field(page, "Ce qui a été fait").blur();
        loseTheSession(page);
        button(page, "Publier").click();
        page.waitForTimeout(1500);

        signIn(page, AGENT);
        open(page, "pratiques/nouvelle");
        button(page, "Le reprendre").click();
        settle(page);
        assertThat(field(page, "Titre").inputValue()).isEqualTo("Portage public de locaux");
        assertThat(field(page, "Ce qui a été fait").inputValue()).isEqualTo("D’abord un inventaire.");
    }

    @Test
    void fieldsOfAnActionBeingWrittenSurviveTheEndOfTheSessionAndOverwriteNobody() {
        Page page = signedIn(AGENT);
        UUID id = jdbc.sql("select id from demonstration_item where name = 'action:vitre-2-3'").query(UUID.class)
                .single();
        String action = "fiches/" + id;
        open(page, action);
        field(page, "Public visé").fill("Artisans");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Écrire.*Résultats")))
                .first().click();
        Locator results = field(page, "Résultats");
        results.pressSequentially("Douze visites.");
        loseTheSession(page);
        results.blur();
        page.waitForTimeout(1500);

        signIn(page, AGENT);
        open(page, action);
        Locator site = field(page, "Lieu");
        site.fill("Halle de la gare");
        loseTheSession(page);
        site.blur();
        page.waitForTimeout(1500);
        // The audience was saved before the session ended; the site is saved by somebody else since.
        Page maud = signedIn("maud.lanoe@exemple.fr");
        open(maud, action);
        assertThat(field(maud, "Public visé").inputValue()).isEqualTo("Artisans");
        field(maud, "Lieu").fill("Ancienne tannerie");
        field(maud, "Lieu").blur();
        settle(maud);

        signIn(page, AGENT);
        open(page, action);
        assertThat(field(page, "Lieu").inputValue()).isEqualTo("Ancienne tannerie");
        button(page, "Le reprendre").click();
        Locator choice = page.locator(".ml-conflict");
        choice.waitFor();
        assertThat(choice.innerText()).contains("Halle de la gare", "Ancienne tannerie", "Maud Lanoë");
        assertThat(stored(id, "site")).as("nothing is overwritten").isEqualTo("Ancienne tannerie");
        assertThat(stored(id, "results")).as("what nobody else changed is saved").contains("Douze visites.");
        button(page, "Garder la mienne").click();
        choice.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(stored(id, "site")).isEqualTo("Halle de la gare");

        open(page, action);
        assertThat(field(page, "Lieu").inputValue()).as("it was saved").isEqualTo("Halle de la gare");
        page.waitForTimeout(500);
        assertThat(button(page, "Le reprendre").count()).as("nothing is unsaved any more").isZero();
    }

    @Test
    void choicesMadeWithoutANetworkBeforeTheSessionEndedAreTakenUpByTheirWords() {
        Page page = signedIn(AGENT);
        UUID id = item("action:vitre-2-3");
        open(page, "fiches/" + id);
        Locator priority = page.locator("vaadin-select").filter(new Locator.FilterOptions().setHasText("Priorité"));
        page.context().setOffline(true);
        priority.click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Basse")).click();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Revient chaque année")).check();
        loseTheSession(page);
        page.context().setOffline(false);

        signIn(page, AGENT);
        open(page, "fiches/" + id);
        button(page, "Le reprendre").click();
        settle(page);
        assertThat(stored(id, "priority")).isEqualTo("LOW");
        assertThat(stored(id, "yearly")).isEqualTo("1");
    }

    @Test
    void aFormWrittenBeforeSomebodyElseSavedSaysSoOnceItIsTakenUpAgain() {
        String opportunity = "opportunites/" + item("opportunity:halle-2400");
        Page page = signedIn(AGENT);
        open(page, opportunity + "/modifier");
        field(page, "Titre").fill("Halle de 2 400 m², titre d’Ivan");
        Locator unit = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Unité du prix"));
        unit.fill("par mois");
        unit.press("Enter");
        loseTheSession(page);

        Page maud = signedIn("maud.lanoe@exemple.fr");
        open(maud, opportunity + "/modifier");
        field(maud, "Titre").fill("Halle de 2 400 m², titre de Maud");
        button(maud, "Enregistrer").click();
        maud.waitForURL(url -> !url.contains("modifier"));

        signIn(page, AGENT);
        open(page, opportunity + "/modifier");
        button(page, "Le reprendre").click();
        settle(page);
        assertThat(field(page, "Titre").inputValue()).endsWith("titre d’Ivan");
        assertThat(unit.inputValue()).as("by its words, not by its place in a list").isEqualTo("par mois");
        button(page, "Enregistrer").click();
        page.getByText("a enregistré une autre version").first().waitFor();
        assertThat(page.url()).as("nothing is replaced unseen").contains("modifier");
        button(page, "Enregistrer").click();
        page.waitForURL(url -> !url.contains("modifier"));
        assertThat(page.locator("h1").innerText()).endsWith("titre d’Ivan");
    }

    private UUID item(String name) {
        return jdbc.sql("select id from demonstration_item where name = :name").param("name", name).query(UUID.class)
                .single();
    }

    private String stored(UUID action, String column) {
        return jdbc.sql("select " + column + " from action where id = :id").param("id", action).query(String.class)
                .single();
    }

    @Test
    void whatIsTypedWhileACommentIsOnItsWayStays() {
        Page page = signedIn(AGENT);
        open(page, "pratiques/" + jdbc.sql("select id from demonstration_item where name = 'practice:porter-immobilier'")
                .query(UUID.class).single());
        Locator comment = page.locator("ml-mention-area textarea").last();
        comment.fill("Avant tout.");
        comment.press("Control+Enter");
        page.locator(".ml-discussion").getByText("Avant tout.").first().waitFor();
        settle(page);
        assertThat(comment.inputValue()).as("what is sent is not offered again").isEmpty();
        comment.fill("Le premier mot.");
        comment.press("Control+Enter");
        page.keyboard().insertText(" Le second");
        page.locator(".ml-discussion").getByText("Le premier mot.").first().waitFor();
        settle(page);
        page.waitForTimeout(500);
        assertThat(comment.inputValue().strip()).isEqualTo("Le second");
    }
}
