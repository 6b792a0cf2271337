package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** The parts of a page as links, so that each has its address. */
public class PageTabs extends Composite<Nav> {

    private static final int MOST = 99;

    private final UnorderedList list = new UnorderedList();

    /** @param label what these links are, for those who do not see them: “Rubriques de l’espace” */
    public PageTabs(String label) {
        getContent().addClassName("ml-tabs");
        getContent().getElement().setAttribute("aria-label", label);
        getContent().add(list);
    }

    /** One part without a count. */
    public PageTabs tab(String label, String href, boolean current) {
        return tab(label, href, current, -1);
    }

    /** @param count how many things there are, beyond 99 shown as “99+”; negative for none shown */
    public PageTabs tab(String label, String href, boolean current, int count) {
        Anchor link = new Anchor(href, label);
        if (count >= 0) {
            Span number = new Span(count > MOST ? getTranslation("base.manyMore", MOST) : String.valueOf(count));
            number.addClassName("ml-num");
            link.add(number);
        }
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
            // On a phone the row is wider than the window: show where one is.
            link.getElement().executeJs("""
                    requestAnimationFrame(() => requestAnimationFrame(() => {
                      const row = this.closest('.ml-tabs');
                      if (!row) return;
                      const own = this.getBoundingClientRect(), whole = row.getBoundingClientRect();
                      row.scrollLeft += own.left - whole.left - (whole.width - own.width) / 2;
                    }));""");
        }
        list.add(new ListItem(link));
        return this;
    }
}
