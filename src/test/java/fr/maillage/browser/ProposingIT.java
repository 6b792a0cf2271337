package fr.maillage.browser;

import static fr.maillage.browser.LiveTexts.atStart;
import static fr.maillage.browser.LiveTexts.before;
import static fr.maillage.browser.LiveTexts.go;
import static fr.maillage.browser.LiveTexts.ready;
import static fr.maillage.browser.LiveTexts.same;
import static fr.maillage.browser.LiveTexts.select;
import static fr.maillage.browser.LiveTexts.shows;
import static fr.maillage.browser.LiveTexts.words;
import static fr.maillage.browser.LiveTexts.writing;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One proposes, the other writes and decides: whose words are whose, and what the keyboard does meanwhile. */
class ProposingIT extends BrowserTest {

    private static final String PASTE = "(editor, words) => { const data = new DataTransfer();"
            + " data.setData('text/plain', words); editor.dispatchEvent(new ClipboardEvent('paste',"
            + " {clipboardData: data, bubbles: true, cancelable: true})); }";

    @Autowired
    private JdbcClient jdbc;

    private String path;
    private Page ivan;
    private Page maud;

    @BeforeEach
    void anActionOfVitréInTwoWindows() {
        ivan = signedIn("ivan.delmotte@exemple.fr");
        open(ivan, "plans");
        link(ivan, "Plan industrie et accueil").click();
        Locator action = ivan.locator("a[href*='fiches/']").first();
        action.waitFor();
        path = action.getAttribute("href");
        maud = signedIn("maud.lanoe@exemple.fr");
        for (Page page : new Page[] {ivan, maud}) {
            open(page, path);
            ready(page);
        }
    }

    private static Locator field(Page page) {
        return page.locator("ml-live-text").filter(new Locator.FilterOptions().setHas(
                page.locator(".ProseMirror[aria-label='Description']"))).first();
    }

    private void stored(String... words) {
        LiveTexts.stored(jdbc, UUID.fromString(path.substring(path.lastIndexOf('/') + 1)), words);
    }

    private void panel(String label) {
        field(ivan).locator("button", new Locator.LocatorOptions().setHasText(label)).click();
    }

    /** As a keyboard does that makes one letter of several keys. */
    private static void compose(Page page, String... steps) {
        CDPSession keyboard = page.context().newCDPSession(page);
        for (String step : steps) {
            JsonObject composed = new JsonObject();
            composed.addProperty("text", step);
            composed.addProperty("selectionStart", step.length());
            composed.addProperty("selectionEnd", step.length());
            keyboard.send("Input.imeSetComposition", composed);
        }
        JsonObject done = new JsonObject();
        done.addProperty("text", steps[steps.length - 1]);
        keyboard.send("Input.insertText", done);
    }

    @Test
    void whatOneProposesIsShownApartAndTheOtherAcceptsOrRefusesItOneByOne() {
        atStart(ivan, "Ouvrir en mars. ");
        shows(maud, "Ouvrir en mars.");
        button(maud, "Proposer").first().click();
        select(maud, "mars");
        maud.keyboard().press("Backspace");
        maud.keyboard().insertText("juin");
        writing(ivan).locator("ins.ml-proposal").waitFor();
        assertThat(writing(ivan).locator("del.ml-proposal").last().textContent()).endsWith("mars");
        assertThat(writing(ivan).locator("ins.ml-proposal").first().textContent()).startsWith("juin");
        stored("Ouvrir en mars.");
        // A paragraph too, while the other writes in the same one without proposing.
        Locator paragraphs = writing(ivan).locator("p");
        int before = paragraphs.count();
        maud.keyboard().press("Enter");
        ivan.keyboard().insertText("Et ");
        maud.keyboard().insertText("Fermer en août");
        writing(ivan).locator("ins .ml-break[aria-label^='Maud']").waitFor();
        shows(maud, "Et ");
        shows(ivan, "Fermer en août");
        same(maud, ivan);
        assertThat(paragraphs.count()).as("not before it is accepted").isEqualTo(before);
        field(ivan).locator("button", new Locator.LocatorOptions().setHasText("1 proposition")).click();
        ivan.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/proposal.png")));
        ivan.locator(".ml-proposals button[data-act^=accept]").click();
        writing(maud).locator("p", new Locator.LocatorOptions().setHasText(Pattern.compile("Ouvrir en.*juin$"))).waitFor();
        assertThat(writing(maud).locator("p").count()).isEqualTo(before + 1);
        stored("juin\nFermer en août.");
        // And that two become one.
        for (String decision : List.of("refuse", "accept")) {
            before(maud, "Fermer");
            maud.keyboard().press("Backspace");
            writing(ivan).locator("p > .ml-pilcrow").waitFor();
            stored("juin\nFermer en août.");
            field(ivan).locator("button", new Locator.LocatorOptions().setHasText("1 proposition")).click();
            ivan.locator(".ml-proposals button[data-act^=" + decision + "]").click();
            writing(maud).locator(".ml-pilcrow").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(writing(maud).locator("p").count()).isEqualTo(decision.equals("refuse") ? before + 1 : before);
        }
        stored("juinFermer en août.");
        // What the other writes among words that are proposed to go does not go with them.
        select(maud, "Fermer");
        maud.keyboard().press("Backspace");
        writing(ivan).locator("del.ml-proposal").waitFor();
        before(ivan, "mer");
        ivan.keyboard().type(", pas");
        shows(maud, "Fer, pas");
        field(ivan).locator("button", new Locator.LocatorOptions().setHasText("1 proposition")).click();
        ivan.locator(".ml-proposals button[data-act^=accept]").click();
        stored("juin, pas en août.");
        shows(maud, "juin, pas en août.");
        same(maud, ivan);
        assertThat(writing(maud).locator(".ml-proposal").count()).isZero();
    }

    @Test
    void whatIsWrittenAmongProposedWordsIsNobodysProposal() {
        atStart(ivan, "Ouvrir en mars. ");
        shows(maud, "Ouvrir en mars.");
        button(maud, "Proposer").click();
        select(maud, "mars");
        maud.keyboard().press("Backspace");
        maud.keyboard().insertText("juinet");
        shows(ivan, "juinet");
        before(ivan, "rs");
        writing(ivan).evaluate(PASTE, "COLLÉ");
        before(ivan, "net");
        ivan.keyboard().type("T");
        compose(ivan, "k", "ko", "こ");
        writing(ivan).evaluate(PASTE, "P");
        shows(maud, "COLLÉ");
        same(maud, ivan);
        assertThat(words(maud)).contains("juiTこPnetmaCOLLÉrs.");
        stored("Ouvrir en TこPmaCOLLÉrs.");
        // What is only proposed stays so where it is moved to.
        select(ivan, "jui");
        ivan.keyboard().press("Control+X");
        ivan.keyboard().press("End");
        ivan.keyboard().press("Control+V");
        writing(maud).locator("ins.ml-proposal", new Locator.LocatorOptions().setHasText("jui")).waitFor();
        same(maud, ivan);
        stored("Ouvrir en TこPmaCOLLÉrs.");
        panel("1 proposition");
        ivan.locator(".ml-proposals button[data-act^=refuse]").click();
        stored("Ouvrir en TこPmaCOLLÉrs.");
        writing(maud).locator(".ml-proposal").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        select(maud, "maCOLLÉrs");
        maud.keyboard().press("Backspace");
        before(ivan, "OLLÉrs");
        writing(ivan).evaluate(PASTE, "olle");
        shows(maud, "Colle");
        panel("1 proposition");
        ivan.locator(".ml-proposals button[data-act^=accept]").click();
        stored("Ouvrir en TこPolle.");
        same(maud, ivan);
        assertThat(writing(maud).locator(".ml-proposal").count()).isZero();
    }

    @Test
    void whileOneProposesNothingElseHappensAndTheKeyboardLeadsOnAndNeverToADecisionNobodyMade() {
        Locator focused = maud.locator(":focus");
        Locator box = writing(maud).locator("li > label > input").last();
        go(maud, "Control+End");
        maud.keyboard().press("Enter");
        maud.keyboard().type("[ ] Ranger");
        shows(ivan, "Ranger");
        button(maud, "Proposer").click();
        maud.keyboard().press("Control+Z");
        says(maud, "Rien à annuler depuis que vous proposez.");
        box.click(new Locator.ClickOptions().setForce(true));
        says(maud, "Une case cochée ne se propose pas");
        assertThat(box.isChecked()).isFalse();
        before(maud, "Ranger");
        maud.keyboard().press("Shift+Tab");
        assertThat(focused.getAttribute("role")).as("out of the list").isNotEqualTo("textbox");
        before(maud, "Ranger");
        maud.keyboard().press("Control+K");
        assertThat(focused.getAttribute("role")).isEqualTo("textbox");
        maud.keyboard().press("Alt+F10");
        assertThat(focused.textContent()).isEqualTo("Proposer");
        before(maud, "Ranger");
        maud.keyboard().insertText("Tout ");
        writing(ivan).locator("ins.ml-proposal").waitFor();
        maud.keyboard().press("Control+Z");
        writing(ivan).locator("ins.ml-proposal").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(words(maud)).as("what was written before stays").contains("Ranger");

        go(maud, "Home");
        maud.keyboard().insertText("Un. ");
        before(maud, "Ranger");
        maud.keyboard().insertText("Tout ");
        panel("2 propositions");
        Locator theirs = ivan.locator(":focus");
        ivan.locator(".ml-proposals button[data-act^=accept]").first().focus();
        assertThat(theirs.getAttribute("aria-label")).isEqualTo("Accepter\u00a0: Un.");
        for (int i = 0; i < 3; i++) {
            ivan.keyboard().down("Enter");
        }
        ivan.keyboard().up("Enter");
        Locator left = ivan.locator(".ml-proposals li");
        assertThat(left.count()).as("a held key decides once").isEqualTo(1);
        assertThat(theirs.evaluate("here => here.tagName")).isEqualTo("LI");
        ivan.keyboard().press("Tab");
        assertThat(theirs.getAttribute("aria-label")).isEqualTo("Accepter\u00a0: Tout");
        button(maud, "1 proposition").click();
        maud.locator(".ml-proposals button[data-act^=refuse]").click();
        left.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(theirs.textContent()).as("somebody else decided").isEqualTo("Proposer");
        same(maud, ivan);
    }
}
