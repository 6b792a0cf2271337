package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other programs put on the clipboard, pasted into a text one after the other in one window. */
class PasteIT extends BrowserTest {

    private static final String PASTE = "(editor, html) => { const data = new DataTransfer();"
            + " data.setData('text/html', html); editor.dispatchEvent(new ClipboardEvent('paste',"
            + " {clipboardData: data, bubbles: true, cancelable: true})); }";

    private static String sample(String name) {
        try (InputStream in = PasteIT.class.getResourceAsStream("/paste/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Test
    void whatComesFromWordAndWriterFromSheetsAndMailIsTextAndNothingElse() {
        Page page = signedIn("ivan.delmotte@exemple.fr");
        open(page, "plans");
        link(page, "Plan industrie et accueil").click();
        Locator action = page.locator("a[href*='fiches/']").first();
        action.waitFor();
        open(page, action.getAttribute("href"));
        Locator text = page.locator("ml-live-text .ProseMirror[aria-label='Description']").first();
        text.waitFor();
        page.waitForFunction("() => document.querySelector('ml-live-text')?.dataset.state === 'saved'");
        String outline = sample("outline.js");
        for (String from : List.of("word", "word-online", "writer", "calc", "excel", "google-sheets", "outlook",
                "thunderbird", "gmail", "hostile")) {
            text.click();
            page.keyboard().press("Control+A");
            page.keyboard().press("Delete");
            text.evaluate(PASTE, sample(from + ".html"));
            assertThat(text.evaluate(outline)).as(from).isEqualTo(sample(from + ".txt").strip());
            assertThat(text.locator("img:not(.ProseMirror-separator), script, iframe, svg, input:not([type=checkbox])").count())
                    .as(from).isZero();
        }
    }
}
