package fr.maillage.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.maillage.IntegrationTest;
import fr.maillage.Patience;
import fr.maillage.local.DemoAccounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The application with its demonstration set, in real browser windows, each of its own person. */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"maillage.demo=true", "vaadin.productionMode=true"})
@Import(BrowserTest.Time.class)
abstract class BrowserTest {

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    private static final long PATIENCE_MILLIS = Patience.LONGEST.toMillis();

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    private final List<BrowserContext> contexts = new ArrayList<>();

    /** What the windows showed when a test failed, in {@code target/browser-failures}. */
    @RegisterExtension
    final AfterTestExecutionCallback pictures = context -> {
        if (context.getExecutionException().isPresent()) {
            int number = 0;
            for (BrowserContext window : contexts) {
                for (Page page : window.pages()) {
                    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/browser-failures",
                            context.getRequiredTestMethod().getName() + "-" + ++number + ".png")));
                }
            }
        }
    };

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getenv().getOrDefault("MAILLAGE_CHROMIUM", "/usr/bin/chromium")))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @AfterEach
    void closeWindows() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + '/' + path;
    }

    /** A new window of nobody. */
    Page window(int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height)
                .setColorScheme(scheme).setLocale("fr-FR").setTimezoneId("Europe/Paris"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        contexts.add(context);
        return context.newPage();
    }

    /** A new window in which this person of the demonstration set has signed in. */
    Page signedIn(String email) {
        Page page = window(1440, 1000, ColorScheme.LIGHT);
        signIn(page, email);
        return page;
    }

    void signIn(Page page, String email) {
        page.navigate(url("login"));
        page.locator("input[name=username]").first().fill(email);
        page.locator("input[name=password]").first().fill(DemoAccounts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("login"));
    }

    /** Opens a page and waits until its heading is there. */
    Page open(Page page, String path) {
        page.navigate(url(path));
        page.locator("h1").first().waitFor();
        settle(page);
        return page;
    }

    /** Until no answer of the server is awaited any more. */
    static void settle(Page page) {
        page.waitForFunction("() => !document.querySelector('vaadin-connection-indicator[loading]')"
                + " && (!window.Vaadin?.Flow?.clients"
                + " || Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive()))");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    /** Chooses in a Vaadin select or combo box, found by its label. */
    static void choose(Page page, String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(false)).first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).first().click();
    }

    /** Waits until the page says this somewhere one can see. */
    static void says(Page page, String words) {
        page.getByText(words).first().waitFor();
    }

    /** All that is written on the page. */
    static String text(Page page) {
        return page.locator("body").innerText();
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
    }
}
