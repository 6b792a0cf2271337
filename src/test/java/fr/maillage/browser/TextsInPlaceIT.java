package fr.maillage.browser;

import static fr.maillage.browser.LiveTexts.shows;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The summary of a plan and the parts of a practice: read where they stand, and written there with others. */
class TextsInPlaceIT extends BrowserTest {

    @Autowired
    private JdbcClient jdbc;

    private static Locator opener(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Écrire ensemble")).first();
    }

    private static Locator first(Page page) {
        return page.locator("ml-live-text .ProseMirror").first();
    }

    /** The caret is in a text that can be written. */
    private static void caretIn(Page page) {
        page.waitForFunction("document.activeElement?.classList.contains('ProseMirror')");
    }

    private String stored(Page page, String sql, UUID id, String words) {
        String found = "";
        for (int i = 0; i < 100 && !found.contains(words); i++) {
            page.waitForTimeout(300);
            found = jdbc.sql(sql).param("id", id).query(String.class).single();
        }
        return found;
    }

    @Test
    void whoWritesTheSummaryOfAPlanKeepsTheirCaretWhileOthersChangeItsActions() {
        Page ivan = signedIn("ivan.delmotte@exemple.fr");
        open(ivan, "plans");
        link(ivan, "Plan industrie et accueil").click();
        opener(ivan).click();
        caretIn(ivan);
        ivan.keyboard().insertText(" Relu en bureau.");
        String path = ivan.url().substring(ivan.url().indexOf("/plans/") + 1);
        Page maud = signedIn("maud.lanoe@exemple.fr");
        open(maud, path);
        shows(maud, "Relu en bureau.");

        button(maud, "Nouvelle fiche").click();
        maud.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Titre").setExact(true)).fill("Fiche venue entre deux phrases");
        button(maud, "Créer la fiche").click();
        says(ivan, "Fiche venue entre deux phrases");
        caretIn(ivan);
        ivan.keyboard().insertText(" Et corrigé.");
        UUID plan = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(stored(ivan, "select summary from plan where id = :id", plan, "Et corrigé."))
                .contains("Relu en bureau. Et corrigé.");
    }

    @Test
    void aPartOfAPracticeIsWrittenByTwoWhereItIsRead() {
        Page ivan = signedIn("ivan.delmotte@exemple.fr");
        open(ivan, "pratiques");
        link(ivan, "Porter l’immobilier").click();
        opener(ivan).waitFor();
        ivan.waitForURL("**/pratiques/**");
        String path = ivan.url().substring(ivan.url().indexOf("/pratiques/") + 1);
        Page maud = signedIn("maud.lanoe@exemple.fr");
        open(maud, path);
        opener(maud).waitFor();
        opener(ivan).click();
        caretIn(ivan);
        ivan.keyboard().insertText(" Depuis, trois bâtiments de plus.");
        // The page of Maud was there before the text was.
        shows(maud, "trois bâtiments de plus.");
        first(maud).click();
        LiveTexts.settleCaret(maud);
        maud.keyboard().press("Control+End");
        LiveTexts.settleCaret(maud);
        maud.keyboard().insertText(" Et un quatrième.");
        shows(ivan, "Et un quatrième.");
        UUID practice = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(stored(ivan, "select context from practice where id = :id", practice, "Et un quatrième."))
                .contains("trois bâtiments de plus. Et un quatrième.");
    }
}
