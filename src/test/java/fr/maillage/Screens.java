package fr.maillage;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringSecurity;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.maillage.base.Roundtrip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.TextNode;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

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

    private static final Routes ROUTES = discover();

    private final ApplicationContext context;
    private final Roundtrip roundtrip;

    Screens(ApplicationContext context, Roundtrip roundtrip) {
        this.roundtrip = roundtrip;
        this.context = context;
    }

    /** Karibu's own discovery passes over views that are not public, and ours are not. */
    @SuppressWarnings("unchecked")
    private static Routes discover() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
        Set<Class<? extends com.vaadin.flow.component.Component>> views = new HashSet<>();
        Set<Class<? extends HasErrorParameter<?>>> errors = new HashSet<>();
        scanner.findCandidateComponents("fr.maillage").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            if (HasErrorParameter.class.isAssignableFrom(type)) {
                errors.add((Class<? extends HasErrorParameter<?>>) type);
            } else {
                views.add(type.asSubclass(com.vaadin.flow.component.Component.class));
            }
        });
        return new Routes(views, errors, true);
    }

    /** A new browser window in French, for whoever is acting at this moment. */
    public void open() {
        // Before the window: the hook counts for requests made after it, and the window is made by one.
        MockSpringSecurity.mock();
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, context, MockedUI::new));
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    /** Goes to an address of the site, without a leading slash: {@code territoires?q=vit}. */
    public void go(String address) {
        int question = address.indexOf('?');
        // As the servlet does with each request; the mocked one sends none.
        roundtrip.begin();
        try {
            UI.getCurrent().navigate(question < 0 ? address : address.substring(0, question),
                    QueryParameters.fromString(question < 0 ? "" : address.substring(question + 1)));
        } finally {
            roundtrip.end();
        }
    }

    /**
     * All that the window holds at this moment, seen or not: words, properties (what fields contain, markup) and
     * attributes of every element, rows of tables, open dialogs and notices included, and the title of the page.
     */
    public String everything() {
        MockVaadin.clientRoundtrip(true);
        StringBuilder all = new StringBuilder();
        collect(UI.getCurrent().getElement(), all);
        // The rows of tables are sent apart from the elements.
        LocatorJ._find(Grid.class).forEach(grid -> GridKt._findAll(grid).forEach(row -> all.append(row).append('\n')));
        return all.append(UI.getCurrent().getInternals().getTitle()).toString();
    }

    /** All that reaches the window as markup rather than as words: what a script could hide in. */
    public List<String> markup() {
        MockVaadin.clientRoundtrip(true);
        List<String> all = new ArrayList<>();
        markup(UI.getCurrent().getElement(), all);
        return all;
    }

    private static void markup(Element element, List<String> all) {
        if (!element.isTextNode()) {
            if (DrawnRows.isPart(element)) {
                all.add(DrawnRows.of(element).outerHtml());
            }
            String html = element.getProperty("innerHTML");
            if (html != null) {
                all.add(html);
            }
            element.getChildren().forEach(child -> markup(child, all));
            element.getNode().getFeatureIfInitialized(VirtualChildrenList.class).ifPresent(list -> list.forEachChild(
                    node -> markup(Element.get(node), all)));
        }
    }

    private static void collect(Element element, StringBuilder all) {
        if (element.isTextNode()) {
            all.append(element.getText()).append('\n');
            return;
        }
        if (DrawnRows.isPart(element)) {
            // A record stands for the elements it becomes: read as these are.
            DrawnRows.of(element).traverse((node, depth) -> {
                if (node instanceof TextNode words) {
                    all.append(words.getWholeText()).append('\n');
                } else {
                    node.attributes().forEach(attribute -> all.append(attribute.getValue()).append('\n'));
                }
            });
            return;
        }
        element.getPropertyNames().forEach(name -> all.append(element.getProperty(name)).append('\n'));
        element.getAttributeNames().forEach(name -> all.append(element.getAttribute(name)).append('\n'));
        element.getChildren().forEach(child -> collect(child, all));
        element.getNode().getFeatureIfInitialized(VirtualChildrenList.class).ifPresent(list -> list.forEachChild(
                node -> collect(Element.get(node), all)));
    }

    public void close() {
        MockVaadin.tearDown();
    }

    /** How many times the database is read from while this happens, on this thread: what a page costs. */
    public long reads(Runnable act) {
        long before = CountedStatements.sent().reads();
        act.run();
        return CountedStatements.sent().reads() - before;
    }

    /** How many statements the database answers while this happens, on this thread, readings and writings. */
    public long statements(Runnable act) {
        long before = CountedStatements.sent().all();
        act.run();
        return CountedStatements.sent().all() - before;
    }
}
