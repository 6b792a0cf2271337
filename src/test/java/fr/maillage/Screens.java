package fr.maillage;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringSecurity;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The screens of the application without a browser, for whoever {@link TestWorld} says is acting.
 *
 * <pre>{@code
 * @BeforeEach void open() { screens.open(); }
 * @AfterEach void close() { screens.close(); }
 * }</pre>
 */
@Component
public class Screens {

    private static final Routes ROUTES = new Routes().autoDiscoverViews("fr.maillage");

    private final ApplicationContext context;
    private final JdbcClient jdbc;

    Screens(ApplicationContext context, JdbcClient jdbc) {
        this.context = context;
        this.jdbc = jdbc;
    }

    /** A new browser window in French, for whoever is acting at this moment. */
    public void open() {
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, context, MockedUI::new));
        MockSpringSecurity.mock();
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    /** Goes to an address of the site, without a leading slash: {@code territoires?q=vit}. */
    public void go(String address) {
        int question = address.indexOf('?');
        UI.getCurrent().navigate(question < 0 ? address : address.substring(0, question),
                QueryParameters.fromString(question < 0 ? "" : address.substring(question + 1)));
    }

    public void close() {
        MockVaadin.tearDown();
    }

    /** How many times the database is read from while this happens: what a page costs. */
    public long reads(Runnable act) {
        long before = selects();
        act.run();
        return selects() - before;
    }

    private long selects() {
        return jdbc.sql("show global status like 'Com_select'").query((row, n) -> row.getLong(2)).single();
    }
}
