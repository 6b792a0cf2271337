package fr.maillage.browser;

import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The description of an action as somebody has it before them, and what they do in it. */
final class LiveTexts {

    private LiveTexts() {}

    static Locator writing(Page page) {
        return page.locator("ml-live-text .ProseMirror[aria-label='Description']").first();
    }

    static void state(Page page, String state) {
        page.waitForFunction("state => document.querySelector('ml-live-text')?.dataset.state === state", state);
    }

    /** Until it can be written in. */
    static void ready(Page page) {
        writing(page).waitFor();
        state(page, "saved");
    }

    /** The words on the screen, without the names at carets. */
    static String words(Page page) {
        return (String) writing(page).evaluate("editor => { const copy = editor.cloneNode(true);"
                + " copy.querySelectorAll('.ml-caret').forEach(caret => caret.remove());"
                + " return [...copy.children].map(block => block.textContent).join('\\n'); }");
    }

    /** Until these words are on the screen. */
    static void shows(Page page, String words) {
        page.waitForFunction("words => document.querySelector('ml-live-text .ProseMirror')?.textContent"
                + ".replace(/\\u2060/g, '').includes(words)", words);
    }

    /** Until all have the same words. */
    static void same(Page one, Page... others) {
        for (Page other : others) {
            await().pollInSameThread().untilAsserted(() -> assertThat(words(one)).isEqualTo(words(other)));
        }
    }

    /** Until the server has derived these words: the field follows its text. */
    static void stored(JdbcClient jdbc, UUID action, String... words) {
        await().pollInSameThread().untilAsserted(() -> assertThat(
                jdbc.sql("select description from action where id = :id").param("id", action).query(String.class).single())
                .contains(words));
    }

    /**
     * Until the editor knows where the caret is. It looks a moment after a click or a key, as the browser tells it; a
     * person is never so fast, a script is.
     */
    static void settleCaret(Page page) {
        page.evaluate("() => new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 20)), 60))");
    }

    /** Clicks into the first paragraph and presses a key that moves the caret. */
    static void go(Page page, String key) {
        writing(page).locator("p").first().click();
        settleCaret(page);
        page.keyboard().press(key);
        settleCaret(page);
    }

    static void atStart(Page page, String words) {
        go(page, "Home");
        page.keyboard().insertText(words);
    }

    static void atEnd(Page page, String words) {
        go(page, "Control+End");
        page.keyboard().insertText(words);
    }

    /** Selects these words, which stand in one piece of text, as one does with the mouse. */
    static void select(Page page, String words) {
        writing(page).evaluate("(editor, words) => { editor.focus();"
                + " const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT); let node;"
                + " while ((node = walker.nextNode()) && !node.data.includes(words)) {}"
                + " const range = document.createRange(); const at = node.data.indexOf(words);"
                + " range.setStart(node, at); range.setEnd(node, at + words.length);"
                + " const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range); }", words);
        settleCaret(page);
    }

    /** Puts the caret before these words. */
    static void before(Page page, String words) {
        select(page, words);
        page.keyboard().press("ArrowLeft");
        page.waitForFunction("() => getSelection().isCollapsed");
        settleCaret(page);
    }
}
