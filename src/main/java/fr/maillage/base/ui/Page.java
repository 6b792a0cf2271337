package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The sheet every view is written on: stripe, bar, head of the space, tabs, then a body of one or two columns. A view
 * is a {@code Composite<Page>} and fills it in this order; what it does not fill is not there.
 *
 * <p>One {@code h1}: the title, or the name in the {@link SpaceHeader}.
 */
public class Page extends Main {

    /** The anchor of the skip link. */
    public static final String ID = "contenu";

    private final Div body = new Div();
    private @Nullable Component stripe;
    private @Nullable Component heading;
    private @Nullable Div columns;
    private @Nullable Div wide;
    private @Nullable Aside narrow;

    public Page() {
        setId(ID);
        addClassName("ml-page");
        getElement().setAttribute("tabindex", "-1");
        body.addClassName("ml-body");
        liteau();
        super.add(body);
    }

    /** The stripe: the hues of the space; none for the colours of the house. */
    public Page liteau(int... hues) {
        if (stripe != null) {
            remove(stripe);
        }
        stripe = new Liteau(hues);
        addComponentAsFirst(stripe);
        return this;
    }

    /** The bar: where one is, what can be done. */
    public Page bar(PageHeader header) {
        return above(header);
    }

    /** The head of a space, which holds the title of the page. */
    public Page space(SpaceHeader header) {
        return above(header);
    }

    public Page tabs(PageTabs tabs) {
        return above(tabs);
    }

    /** The title, when no space header holds it. */
    public Page title(String title) {
        return title(title, (Component) null);
    }

    /** The title and one line under it. */
    public Page title(String title, String subtitle) {
        return title(title, new Paragraph(subtitle));
    }

    /** The title and whatever stands under it. */
    public Page title(String title, @Nullable Component subtitle) {
        Div head = new Div(new H1(title));
        head.addClassName("ml-title");
        if (subtitle != null) {
            subtitle.addClassName("subtitle");
            head.add(subtitle);
        }
        body.addComponentAsFirst(head);
        heading = head;
        return this;
    }

    /** Over the whole width, in the order given. */
    public Page content(Component... components) {
        body.add(components);
        return this;
    }

    /** In the wide column. */
    public Page main(Component... components) {
        columns();
        java.util.Objects.requireNonNull(wide).add(components);
        return this;
    }

    /** In the narrow column, at the right; under the wide one on small screens. */
    public Page aside(Component... components) {
        columns();
        java.util.Objects.requireNonNull(narrow).add(components);
        return this;
    }

    /** Two columns of the same width, from now on. */
    public Page halves() {
        columns().addClassName("wide-aside");
        return this;
    }

    /** A narrow column of 224 px, for facets. */
    public Page facets() {
        columns().addClassName("narrow-aside");
        return this;
    }

    /** Without the margins of the body: a board, a timeline, a split fiche draw their own. Above the body. */
    public Page bare(Component... components) {
        for (Component component : components) {
            addComponentAtIndex(getComponentCount() - 1, component);
        }
        body.setVisible(body.getComponentCount() > 0);
        return this;
    }

    /** Empties everything but the stripe, before the page is written anew. */
    public Page clear() {
        Component kept = stripe;
        removeAll();
        body.removeAll();
        body.setVisible(true);
        heading = null;
        columns = null;
        wide = null;
        narrow = null;
        if (kept != null) {
            super.add(kept);
        }
        super.add(body);
        return this;
    }

    /**
     * Empties what stands above the content, and the title, before they are written anew. The content stays where it is:
     * who writes there keeps their caret.
     */
    public Page clearHead() {
        getChildren().filter(child -> child != stripe && child != body).toList().forEach(this::remove);
        if (heading != null) {
            body.remove(heading);
            heading = null;
        }
        return this;
    }

    private Page above(Component component) {
        addComponentAtIndex(getComponentCount() - 1, component);
        return this;
    }

    private Div columns() {
        if (columns == null) {
            wide = new Div();
            wide.addClassName("ml-main");
            narrow = new Aside();
            narrow.addClassName("ml-aside");
            columns = new Div(wide, narrow);
            columns.addClassName("ml-cols");
            body.add(columns);
        }
        return columns;
    }
}
