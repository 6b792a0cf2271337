package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
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
    void aFieldOfAnActionBeingWrittenSurvivesTheEndOfTheSession() {
        Page page = signedIn(AGENT);
        String action = "fiches/" + jdbc.sql("select id from demonstration_item where name = 'action:vitre-2-3'")
                .query(UUID.class).single();
        open(page, action);
        Locator site = field(page, "Lieu");
        site.fill("Halle de la gare");
        loseTheSession(page);
        site.blur();
        page.waitForTimeout(1500);

        signIn(page, AGENT);
        open(page, action);
        button(page, "Le reprendre").click();
        settle(page);
        assertThat(field(page, "Lieu").inputValue()).isEqualTo("Halle de la gare");

        open(page, action);
        assertThat(field(page, "Lieu").inputValue()).as("it was saved").isEqualTo("Halle de la gare");
        assertThat(button(page, "Le reprendre").count()).as("nothing is unsaved any more").isZero();
    }

    @Test
    void whatIsTypedWhileACommentIsOnItsWayStays() {
        Page page = signedIn(AGENT);
        open(page, "pratiques/" + jdbc.sql("select id from demonstration_item where name = 'practice:porter-immobilier'")
                .query(UUID.class).single());
        Locator comment = page.locator("ml-mention-area textarea").last();
        comment.fill("Le premier mot.");
        comment.press("Control+Enter");
        page.keyboard().insertText(" Le second");
        page.locator(".ml-discussion").getByText("Le premier mot.").first().waitFor();
        settle(page);
        page.waitForTimeout(500);
        assertThat(comment.inputValue().strip()).isEqualTo("Le second");
    }
}
