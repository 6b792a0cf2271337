package fr.maillage.browser;

import static fr.maillage.browser.LiveTexts.atStart;
import static fr.maillage.browser.LiveTexts.go;
import static fr.maillage.browser.LiveTexts.ready;
import static fr.maillage.browser.LiveTexts.same;
import static fr.maillage.browser.LiveTexts.select;
import static fr.maillage.browser.LiveTexts.settleCaret;
import static fr.maillage.browser.LiveTexts.shows;
import static fr.maillage.browser.LiveTexts.state;
import static fr.maillage.browser.LiveTexts.words;
import static fr.maillage.browser.LiveTexts.writing;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.maillage.access.Audience;
import fr.maillage.access.Level;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.member.ColorChoice;
import fr.maillage.member.PersonPrincipal;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionPages;
import fr.maillage.plan.ActionService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** One text, several windows: what is typed at once, without a network, and when a right ends. */
class LiveEditingIT extends BrowserTest {

    private static final Pattern COEDITION = Pattern.compile(".*/coedition/.*");

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ActionService actions;
    @Autowired
    private ActionPages pages;

    private String path;
    private Page ivan;

    @BeforeEach
    void anActionOfVitré() {
        ivan = signedIn("ivan.delmotte@exemple.fr");
        open(ivan, "plans");
        link(ivan, "Plan industrie et accueil").click();
        Locator action = ivan.locator("a[href*='fiches/']").first();
        action.waitFor();
        path = action.getAttribute("href");
        open(ivan, path);
        ready(ivan);
    }

    private static Locator text(Page page, String label) {
        return page.locator("ml-live-text").filter(new Locator.FilterOptions().setHas(
                page.locator(".ProseMirror[aria-label='" + label + "']"))).first();
    }

    private void stored(String... words) {
        LiveTexts.stored(jdbc, action().value(), words);
    }

    private Page second(String email) {
        Page page = signedIn(email);
        open(page, path);
        ready(page);
        return page;
    }

    @Test
    void threePeopleTypeInOneParagraphAtOnceOneByTheOtherWayAndAllScreensAndTheDatabaseEndEqual() {
        Page maud = second("maud.lanoe@exemple.fr");
        ActionId action = action();
        Audience before = asMaud(() -> pages.sheet(action).audience());
        PersonId invited = new PersonId(jdbc.sql("select id from person where email = 'karim.vasseur@exemple.fr'")
                .query(UUID.class).single());
        asMaud(() -> actions.share(action, before.withPerson(invited, Level.EDIT)));
        Page karim = window(390, 844, ColorScheme.DARK);
        signIn(karim, "karim.vasseur@exemple.fr");
        karim.routeWebSocket(COEDITION, WebSocketRoute::close);
        open(karim, path);
        ready(karim);
        assertThat(text(karim, "Description").getAttribute("data-transport")).isEqualTo("stream");
        List<Page> all = List.of(ivan, maud, karim);
        go(ivan, "Home");
        go(maud, "End");
        select(karim, " ");
        karim.keyboard().press("ArrowRight");
        settleCaret(karim);
        List<String> written = List.of("Ivan commence ici. ", " Maud finit là.", "(Karim au milieu, par l’autre voie) ");
        for (int i = 0; i < written.getLast().length(); i++) {
            for (int who = 0; who < all.size(); who++) {
                if (i < written.get(who).length()) {
                    all.get(who).keyboard().insertText(written.get(who).substring(i, i + 1));
                }
            }
        }
        for (Page page : all) {
            written.forEach(words -> shows(page, words.strip()));
            state(page, "saved");
        }
        same(ivan, maud, karim);
        assertThat(words(ivan)).contains(written);
        stored(written.stream().map(String::strip).toArray(String[]::new));
        assertThat(text(ivan, "Description").locator(".ml-faces").getAttribute("aria-label"))
                .contains("Maud Lanoë", "Karim Vasseur");
        writing(ivan).locator(".ml-caret").nth(1).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(karim.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        maud.keyboard().insertText(".");
        karim.keyboard().insertText("!");
        shows(ivan, "finit là..");
        ivan.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/live-editing.png")));
        maud.keyboard().insertText(".");
        ivan.keyboard().insertText("!");
        shows(karim, "finit là...");
        karim.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/live-editing-phone.png")));
        state(karim, "saved");

        karim.route(COEDITION, Route::abort);
        karim.keyboard().insertText(" Trop tard.");
        state(karim, "offline");
        asMaud(() -> actions.share(action, before));
        karim.unroute(COEDITION);
        says(karim, "Vous ne pouvez plus écrire dans ce texte");
        assertThat(karim.locator(".ml-lost blockquote").innerText()).isEqualTo("Trop tard.");
        same(karim, ivan);
        assertThat(words(karim)).as("what one sees is what is stored").doesNotContain("Trop tard.");
        button(karim, "Masquer").click();
        assertThat(karim.evaluate("Object.keys(localStorage).filter(key => key.startsWith('maillage.text.')).length")).isEqualTo(0);
    }

    private ActionId action() {
        return new ActionId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    }

    @Test
    void whatIsTypedWithoutANetworkIsMergedOnReturn() {
        Page maud = second("maud.lanoe@exemple.fr");
        List<WebSocketRoute> open = new CopyOnWriteArrayList<>();
        boolean[] away = {false};
        ivan.routeWebSocket(COEDITION, socket -> {
            if (away[0]) {
                socket.close();
            } else {
                socket.connectToServer();
                open.add(socket);
            }
        });
        ivan.route(COEDITION, route -> {
            if (away[0]) {
                route.abort();
            } else {
                route.resume();
            }
        });
        open(ivan, path);
        ready(ivan);
        away[0] = true;
        open.forEach(WebSocketRoute::close);
        state(ivan, "offline");
        go(ivan, "End");
        ivan.keyboard().insertText(" Écrit dans le train.");
        atStart(maud, "Écrit au bureau. ");
        state(maud, "saved");
        assertThat(words(maud)).doesNotContain("train");
        away[0] = false;
        state(ivan, "saved");
        shows(ivan, "Écrit au bureau.");
        shows(maud, "Écrit dans le train.");
        same(ivan, maud);
        stored("Écrit dans le train.", "Écrit au bureau.");
    }

    @Test
    void whereWebSocketsAreRefusedTheOtherWayIsTakenByItself() {
        Page maud = signedIn("maud.lanoe@exemple.fr");
        maud.routeWebSocket(COEDITION, WebSocketRoute::close);
        open(maud, path);
        ready(maud);
        assertThat(text(maud, "Description").getAttribute("data-transport")).isEqualTo("stream");
        go(maud, "End");
        maud.keyboard().insertText(" Par l’autre chemin.");
        state(maud, "saved");
        shows(ivan, "Par l’autre chemin.");
        atStart(ivan, "Et retour. ");
        shows(maud, "Et retour.");
        state(ivan, "saved");
        same(maud, ivan);
        stored("Par l’autre chemin.", "Et retour.");
    }

    @Test
    void whoseRightEndsIsOutAndWhoOnlyReadsFollows() {
        Page paul = second("paul.hennequin@exemple.fr");
        assertThat(writing(paul).getAttribute("contenteditable")).as("of another territory").isEqualTo("false");
        atStart(ivan, "Pour tous. ");
        shows(paul, "Pour tous.");
        select(paul, "tous");
        text(paul, "Description").locator("button", new Locator.LocatorOptions().setHasText("Proposer")).click();
        paul.getByLabel("À la place").fill("chacun");
        paul.locator("vaadin-dialog.ml-beside vaadin-button", new Page.LocatorOptions().setHasText("Proposer")).click();
        writing(ivan).locator("mark.ml-commented", new Locator.LocatorOptions().setHasText("tous")).click();
        button(ivan, "Accepter : « chacun » à la place de « tous »").click();
        shows(paul, "Pour chacun.");
        stored("Pour chacun.");
        go(ivan, "Home");

        ActionId action = action();
        SpaceId vitré = new SpaceId(jdbc.sql("select owner from action where id = :id").param("id", action.value())
                .query(UUID.class).single());
        Audience before = asMaud(() -> pages.sheet(action).audience());
        asMaud(() -> actions.share(action, Audience.ofSpace(vitré)));
        try {
            says(paul, "Cette fiche n’est plus");
            assertThat(text(paul)).doesNotContain("Pour chacun.");
            ivan.keyboard().insertText("Entre nous. ");
            state(ivan, "saved");
            stored("Entre nous.");
            assertThat(text(paul)).doesNotContain("Entre nous.");
        } finally {
            asMaud(() -> actions.share(action, before));
        }
    }

    private <T> T asMaud(Supplier<T> act) {
        PersonPrincipal maud = jdbc.sql("select id, email from person where email = 'maud.lanoe@exemple.fr'")
                .query((row, n) -> new PersonPrincipal(row.getObject(1, UUID.class), row.getString(2), "Maud Lanoë", "fr",
                        ColorChoice.AUTO, false, 0, Instant.now())).single();
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(maud, null, List.of()));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void aTextIsWrittenByKeyboardAloneAndPrintedWithoutWhatOneWritesWith() {
        Locator text = writing(ivan);
        text.focus();
        ivan.keyboard().press("Control+End");
        ivan.keyboard().press("Alt+F10");
        Locator focused = ivan.locator(":focus");
        assertThat(focused.getAttribute("aria-label")).isEqualTo("Titre");
        assertThat(focused.evaluate("button => button.closest('[role=toolbar]').getAttribute('aria-label')"))
                .isEqualTo("Mise en forme : Description");
        assertThat(text(ivan, "Description").locator("[role=toolbar] button[tabindex='0']").count()).as("one stop").isEqualTo(1);
        ivan.keyboard().press("ArrowRight");
        ivan.keyboard().press("ArrowRight");
        assertThat(focused.getAttribute("aria-label")).isEqualTo("Gras");
        ivan.keyboard().press("Enter");
        Locator inText = ivan.locator("[role=textbox]:focus");
        inText.waitFor();
        ivan.keyboard().insertText("Au clavier.");
        assertThat(text.locator("strong").last().textContent()).isEqualTo("Au clavier.");
        ivan.keyboard().press("Alt+F10");
        assertThat(focused.getAttribute("aria-pressed")).isEqualTo("true");
        ivan.keyboard().press("End");
        assertThat(focused.getAttribute("aria-label")).isEqualTo("Rétablir");
        ivan.keyboard().press("Escape");
        inText.waitFor();
        ivan.keyboard().press("Alt+F10");
        ivan.keyboard().press("Shift+Tab");
        assertThat(focused.evaluate("here => here.closest('ml-live-text')")).as("and out of it").isNull();
        assertThat(text(ivan, "Description").locator("[aria-live=polite]").count()).isEqualTo(1);

        ivan.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(text.isVisible()).isTrue();
        for (String without : List.of(".ml-tools", ".ml-live-foot", ".ml-faces", "vaadin-button", ".ml-nav")) {
            assertThat(ivan.locator(without).all()).as(without).noneMatch(Locator::isVisible);
        }
        ivan.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(ivan.locator(".ml-tools button").first().evaluate("button => getComputedStyle(button).transitionProperty"
                + " + getComputedStyle(button).transitionDuration")).asString().contains("none");
    }

    @Test
    void whatOneSaysOfWordsTheOtherReadsBesideThemAndItMovesWithThem() {
        Page maud = second("maud.lanoe@exemple.fr");
        atStart(ivan, "Première étape. ");
        select(ivan, "Première");
        button(ivan, "Commenter").first().click();
        Locator beside = ivan.locator("vaadin-dialog.ml-beside");
        beside.locator("textarea").fill("Et la deuxième ?");
        beside.locator("textarea").press("Control+Enter");
        Locator commented = writing(maud).locator("mark.ml-commented").first();
        commented.waitFor();
        assertThat(commented.textContent()).isEqualTo("Première");
        says(maud, "Et la deuxième ?");
        assertThat(maud.locator(".ml-discussion .ml-thread.lost").count()).as("told of only once it is tied").isZero();
        // Somebody makes another paragraph of what stands before it: the words are in a new one.
        go(maud, "Control+Home");
        maud.keyboard().insertText("Avant tout.");
        maud.keyboard().press("Enter");
        shows(ivan, "Avant tout.");
        Locator moved = writing(ivan).locator("mark.ml-commented").first();
        assertThat(moved.textContent()).isEqualTo("Première");
        writing(maud).locator("mark.ml-commented").first().click();
        says(maud, "Et la deuxième ?");
        maud.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/comment-on-words.png")));
    }

    @Test
    void peopleAndItemsAreNamedFromAListAndWhoeverIsFollowedTakesTheOtherAlong() {
        Page maud = second("maud.lanoe@exemple.fr");
        go(ivan, "Control+End");
        ivan.keyboard().press("Enter");
        ivan.keyboard().type("Demander à @maud");
        Locator list = text(ivan, "Description").locator("[role=listbox]");
        list.locator("[role=option][aria-selected=true]").getByText("Maud Lanoë").waitFor();
        assertThat(writing(ivan).getAttribute("aria-activedescendant")).startsWith("ml-suggest-");
        ivan.keyboard().press("Enter");
        ivan.keyboard().type("pour #plan industrie");
        list.getByText("Plan industrie et accueil").waitFor();
        ivan.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/references.png")));
        ivan.keyboard().press("Enter");
        Locator plan = writing(maud).locator("a.ml-reference[href^='plans/']");
        plan.waitFor();
        assertThat(writing(maud).locator("a.ml-reference[href^='personnes/']").textContent()).isEqualTo("@Maud Lanoë");
        stored("Demander à @… pour #…");

        maud.evaluate("window.scrollTo(0, 0)");
        Locator face = text(maud, "Description").locator(".ml-faces button");
        assertThat(face.count()).as("who is here too, without oneself").isEqualTo(1);
        face.evaluate("face => face.click()");
        assertThat(face.getAttribute("aria-pressed")).isEqualTo("true");
        ivan.keyboard().type(".");
        maud.waitForFunction("() => { const caret = document.querySelector('ml-live-text .ml-caret');"
                + " const { top, bottom } = caret.getBoundingClientRect(); return top > 0 && bottom < innerHeight; }");
        maud.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/following.png")));
        maud.keyboard().press("Escape");
        assertThat(face.getAttribute("aria-pressed")).isEqualTo("false");
        // At its beginning: in the middle of it stands the link.
        writing(maud).locator("p").last().click(new Locator.ClickOptions().setPosition(4, 8));
        for (Runnable moves : List.<Runnable>of(() -> maud.mouse().wheel(0, 40), () -> maud.keyboard().insertText("x"),
                () -> maud.keyboard().press("PageDown"), () -> maud.evaluate("document.body.dispatchEvent("
                        + "new TouchEvent('touchmove', {bubbles: true}))"))) {
            face.evaluate("face => face.click()");
            assertThat(face.getAttribute("aria-pressed")).isEqualTo("true");
            moves.run();
            maud.waitForFunction("() => document.querySelector('ml-live-text .ml-faces button').getAttribute('aria-pressed')"
                    + " === 'false'");
        }

        plan.click();
        maud.waitForURL(Pattern.compile(".*/plans/.*"));
    }

    @Test
    void aVersionIsNamedAndBroughtBackWhileTheOtherHasTheTextOpen() {
        Page maud = second("maud.lanoe@exemple.fr");
        text(ivan, "Description").locator(".ml-live-foot a").first().click();
        ivan.getByLabel("Nom de la version").fill("Avant Maud");
        button(ivan, "Garder").click();
        ivan.locator(".ml-versions .called", new Page.LocatorOptions().setHasText("Avant Maud")).waitFor();
        atStart(maud, "Écrit par erreur. ");
        stored("Écrit par erreur.");
        ivan.reload();
        ivan.locator(".ml-difference ins", new Page.LocatorOptions().setHasText("Écrit par erreur.")).first().waitFor();
        ivan.locator(".ml-versions li", new Page.LocatorOptions().setHasText("Avant Maud")).locator("vaadin-button").click();
        ivan.locator("vaadin-confirm-dialog").getByText("Rétablir", new Locator.GetByTextOptions().setExact(true)).last()
                .click();
        maud.waitForFunction("() => !document.querySelector('ml-live-text .ProseMirror').textContent"
                + ".includes('Écrit par erreur')");
        says(ivan, "La version est rétablie.");
        button(ivan, "Annuler").click();
        shows(maud, "Écrit par erreur.");
        says(ivan, "Le texte est redevenu ce qu’il était.");
        stored("Écrit par erreur.");
    }
}
