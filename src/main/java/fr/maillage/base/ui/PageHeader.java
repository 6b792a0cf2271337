package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** The bar of a page: where one is, and at most three things to do. */
public class PageHeader extends Composite<Div> {

    private final OrderedList crumbs = new OrderedList();
    private final Div actions = new Div();

    public PageHeader() {
        getContent().addClassName("ml-bar");
        Nav nav = new Nav(crumbs);
        nav.addClassName("ml-crumbs");
        nav.getElement().setAttribute("aria-label", getTranslation("base.breadcrumbs"));
        actions.addClassName("ml-bar-actions");
        getContent().add(nav, actions);
    }

    /** A step above this page. */
    public PageHeader crumb(String label, String href) {
        crumbs.add(new ListItem(new Anchor(href, label)));
        return this;
    }

    /** This page, last. */
    public PageHeader here(String label) {
        Span here = new Span(label);
        here.getElement().setAttribute("aria-current", "page");
        crumbs.add(new ListItem(here));
        return this;
    }

    /** What can be done, at most three, the most important last. */
    public PageHeader actions(Component... components) {
        actions.add(components);
        return this;
    }
}
