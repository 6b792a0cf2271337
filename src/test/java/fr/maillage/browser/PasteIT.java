package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What other programs put on the clipboard, pasted into a text one after the other, while somebody else has it open. */
class PasteIT extends BrowserTest {

    private static final String PASTE = "(editor, html) => { const data = new DataTransfer();"
            + " data.setData('text/html', html); editor.dispatchEvent(new ClipboardEvent('paste',"
            + " {clipboardData: data, bubbles: true, cancelable: true})); }";

    @Autowired
    private JdbcClient jdbc;

    private static String sample(String name) {
        try (InputStream in = PasteIT.class.getResourceAsStream("/paste/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private Locator opened(Page page, String address) {
        open(page, address);
        LiveTexts.ready(page);
        return LiveTexts.writing(page);
    }

    @Test
    void whatComesFromWordAndWriterFromSheetsAndMailIsTextAndNothingElse() {
        Page page = signedIn("ivan.delmotte@exemple.fr");
        open(page, "plans");
        link(page, "Plan industrie et accueil").click();
        Locator action = page.locator("a[href*='fiches/']").first();
        action.waitFor();
        String address = action.getAttribute("href");
        Locator text = opened(page, address);
        Page other = signedIn("maud.lanoe@exemple.fr");
        Locator theirs = opened(other, address);
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
            // A break within words in italics parts them where it is received: it looks the same.
            await().pollInSameThread().untilAsserted(() -> assertThat(((String) theirs.evaluate(outline)).replace("_⏎_", "⏎"))
                    .as("%s, on the other screen", from).isEqualTo(sample(from + ".txt").strip()));
            if (from.equals("word")) {
                LiveTexts.stored(jdbc, UUID.fromString(address.substring(address.lastIndexOf('/') + 1)), "Constat", "Un guichet, un visage.");
            }
        }
    }
}
