package fr.maillage.browser;

import static fr.maillage.browser.LiveTexts.atEnd;
import static fr.maillage.browser.LiveTexts.ready;
import static fr.maillage.browser.LiveTexts.same;
import static fr.maillage.browser.LiveTexts.shows;
import static fr.maillage.browser.LiveTexts.state;
import static fr.maillage.browser.LiveTexts.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.ColorScheme;
import fr.maillage.DatabaseLine;
import fr.maillage.local.DemoAccounts;
import fr.maillage.local.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nobody loses a word: the page is loaded anew without a network, the database hangs and goes, the application is killed, the
 * session is gone.
 */
class RecoveryIT extends BrowserTest {

    private static final Pattern COEDITION = Pattern.compile(".*/coedition/.*");
    private static final String IVAN = "ivan.delmotte@exemple.fr";
    private static final String MAUD = "maud.lanoe@exemple.fr";
    private static final String KEPT = "() => Object.keys(localStorage).filter(key => key.startsWith('maillage.text.')).length";

    @Autowired
    private JdbcClient jdbc;
    @Value("${maillage.db.url}")
    private String database;
    @Value("${maillage.db.user}")
    private String user;
    @Value("${maillage.db.password}")
    private String password;

    /** An action that both may write. */
    private UUID action(String name) {
        return jdbc.sql("select id from demonstration_item where name = :name").param("name", "action:" + name)
                .query(UUID.class).single();
    }

    private void stored(UUID action, String... words) {
        LiveTexts.stored(jdbc, action, words);
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void whatIsTypedWithoutANetworkSurvivesANewLoadAndGoesWithWhoeverSignsOut() {
        UUID action = action("vitre-1-1");
        Page ivan = signedIn(IVAN);
        boolean[] away = {false};
        List<WebSocketRoute> sockets = new CopyOnWriteArrayList<>();
        ivan.routeWebSocket(COEDITION, socket -> {
            if (away[0]) {
                socket.close();
            } else {
                socket.connectToServer();
                sockets.add(socket);
            }
        });
        ivan.route(COEDITION, route -> {
            if (away[0]) {
                route.abort();
            } else {
                route.resume();
            }
        });
        open(ivan, "fiches/" + action);
        state(ivan, "saved");
        atEnd(ivan, " Déjà là.");
        state(ivan, "saved");
        assertThat(ivan.evaluate(KEPT)).as("what is saved is not kept").isEqualTo(0);
        away[0] = true;
        sockets.forEach(WebSocketRoute::close);
        state(ivan, "offline");
        atEnd(ivan, " Écrit dans un tunnel.");
        ivan.reload();
        assertThat(ivan.evaluate(KEPT)).isEqualTo(1);
        open(ivan, "accueil");
        Locator waits = ivan.locator("ml-waiting-words a");
        waits.waitFor();
        away[0] = false;
        waits.click();
        ivan.waitForURL("**/fiches/" + action);
        shows(ivan, "Écrit dans un tunnel.");
        state(ivan, "saved");
        ivan.waitForFunction("() => (" + KEPT + ")() === 0");
        stored(action, "Déjà là.", "Écrit dans un tunnel.");

        away[0] = true;
        sockets.forEach(WebSocketRoute::close);
        state(ivan, "offline");
        atEnd(ivan, " Jamais parti.");
        ivan.waitForFunction("() => (" + KEPT + ")() > 0");
        ivan.locator(".ml-me button").first().click();
        says(ivan, "sera effacé de cet appareil");
        button(ivan, "Rester").click();
        assertThat(ivan.evaluate(KEPT)).isEqualTo(1);
        ivan.locator(".ml-me button").first().click();
        ivan.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
        ivan.waitForURL(address -> !address.contains("fiches"));
        assertThat(ivan.evaluate(KEPT)).as("nothing stays for the next person").isEqualTo(0);
    }

    @Test
    void wordsThatGetIntoNoTextAreGivenBackUntilTheirWriterHidesThem() {
        UUID action = action("vitre-1-3");
        Page ivan = signedIn(IVAN);
        Page maud = signedIn(MAUD);
        for (Page page : List.of(ivan, maud)) {
            open(page, "fiches/" + action);
            ready(page);
        }
        atEnd(ivan, " Fin.");
        ivan.keyboard().press("Enter");
        ivan.keyboard().insertText("Passage à part.");
        shows(maud, "Passage à part.");
        ivan.context().setOffline(true);
        state(ivan, "offline");
        ivan.keyboard().insertText(" Écrit hors ligne.");
        LiveTexts.select(maud, "Passage à part.");
        maud.keyboard().press("Backspace");
        maud.keyboard().press("Backspace");
        state(maud, "saved");
        ivan.context().setOffline(false);
        Locator lost = ivan.locator(".ml-lost blockquote");
        lost.waitFor();
        state(ivan, "saved");
        open(ivan, "fiches/" + action);
        assertThat(lost.innerText()).as("they are in nothing else").isEqualTo("Écrit hors ligne.");
        open(ivan, "accueil");
        says(ivan, "restés hors de");
        open(ivan, "fiches/" + action);
        button(ivan, "Masquer").click();
        ivan.waitForFunction("() => document.activeElement?.classList.contains('ProseMirror')");
        assertThat(lost.count()).isZero();

        ready(ivan);
        LiveTexts.writing(ivan).evaluate("text => text.editor.commands.insertContentAt(text.editor.state.doc.content.size,"
                + " {type: 'paragraph', content: [{type: 'text', text: 'mot '.repeat(1_200_000)}]})");
        says(ivan, "C’est trop long pour être envoyé d’un coup");
        ready(ivan);
        atEnd(ivan, " Et l’on écrit toujours.");
        shows(maud, "Et l’on écrit toujours.");
        same(ivan, maud);
        button(ivan, "Masquer").click();
    }

    @Test
    void whenTheDatabaseHangsOrGoesAndWhenTheApplicationIsKilledWhatWasSavedIsThereAndTheRestArrives() throws Exception {
        UUID action = action("vitre-1-2");
        int port = freePort();
        String there = "http://127.0.0.1:" + port + '/';
        DatabaseLine line = DatabaseLine.to(database);
        Process node = node(port, line.url());
        try {
            Page ivan = at(there, IVAN, action);
            Page maud = at(there, MAUD, action);
            atEnd(ivan, " Enregistré par Ivan.");
            shows(maud, "Enregistré par Ivan.");
            atEnd(maud, " Enregistré par Maud.");
            state(maud, "saved");
            line.mute();
            atEnd(ivan, " Base figée, Ivan.");
            atEnd(maud, " Base figée, Maud.");
            List.of(ivan, maud).forEach(page -> {
                state(page, "offline");
                says(page, "Connexion interrompue");
            });
            line.cut();
            atEnd(maud, " Base arrêtée, Maud.");
            assertThat(words(ivan)).as("nothing is told that is not stored").doesNotContain("Base figée, Maud.");
            line.mend();
            shows(ivan, "Base arrêtée, Maud.");
            shows(maud, "Base figée, Ivan.");
            state(ivan, "saved");
            state(maud, "saved");
            same(ivan, maud);
            stored(action, "Base figée, Ivan.", "Base figée, Maud.", "Base arrêtée, Maud.");
            node.destroyForcibly().waitFor();
            atEnd(ivan, " Pendant la panne, Ivan.");
            atEnd(maud, " Pendant la panne, Maud.");
            state(ivan, "offline");
            node = node(port, line.url());
            stored(action, "Enregistré par Ivan.", "Enregistré par Maud.");
            // Their sessions ended with the application, and the pages with them: they sign in again and come back.
            come(ivan, there, IVAN, action);
            come(maud, there, MAUD, action);
            shows(ivan, "Pendant la panne, Maud.");
            shows(maud, "Pendant la panne, Ivan.");
            same(ivan, maud);
            stored(action, "Pendant la panne, Ivan.", "Pendant la panne, Maud.");
        } finally {
            node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Page at(String there, String email, UUID action) {
        Page page = window(1440, 1000, ColorScheme.LIGHT);
        come(page, there, email, action);
        return page;
    }

    /** Whoever is not signed in is led to their page by way of the sign-in. */
    private static void come(Page page, String there, String email, UUID action) {
        page.navigate(there + "fiches/" + action);
        page.locator("#contenu").getByText("Se connecter").click();
        page.locator("input[name=username]").first().fill(email);
        page.locator("input[name=password]").first().fill(DemoAccounts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/fiches/" + action);
        ready(page);
    }

    /** The application as it is packaged, in a process of its own, on the database of the tests. */
    private Process node(int port, String database) throws IOException, InterruptedException {
        Path data = TestDatabase.folder("killed");
        ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m",
                "-XX:TieredStopAtLevel=1", "-jar", "target/maillage.jar", "--server.port=" + port, "--server.address=127.0.0.1",
                "--maillage.data=" + data, "--maillage.seeds=seeds", "--maillage.demo=false");
        command.environment().put("MAILLAGE_DB_URL", database);
        command.environment().put("MAILLAGE_DB_USER", user);
        command.environment().put("MAILLAGE_DB_PASSWORD", password);
        File log = new File("target/killed-node.log");
        Process node = command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
        Instant until = Instant.now().plus(Duration.ofSeconds(300));
        while (!serves(port)) {
            assertThat(node.isAlive()).as("see " + log).isTrue();
            assertThat(Instant.now()).as("it serves; see " + log).isBefore(until);
            sleep();
        }
        return node;
    }

    private static boolean serves(int port) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).build(),
                    BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
