package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;

/** A link that looks like a button: for what leads to another page. */
public class LinkButton extends Composite<Anchor> {

    public LinkButton(String label, String href) {
        getContent().setHref(href);
        getContent().setText(label);
        getContent().addClassName("ml-button");
    }

    public LinkButton(Icon icon, String label, String href) {
        getContent().setHref(href);
        getContent().addClassName("ml-button");
        getContent().add(icon.small());
        getContent().add(label);
    }

    /** Only a picture; the label is said, not shown. */
    public static LinkButton icon(Icon icon, String label, String href) {
        LinkButton button = new LinkButton("", href);
        button.getContent().add(icon.create());
        button.getContent().addClassNames("icon", "quiet", "small");
        button.getContent().getElement().setAttribute("aria-label", label);
        return button;
    }

    public LinkButton primary() {
        return primary(true);
    }

    LinkButton primary(boolean primary) {
        getContent().setClassName("primary", primary);
        return this;
    }

    /** Without a frame. */
    public LinkButton quiet() {
        getContent().addClassName("quiet");
        return this;
    }

    public LinkButton small() {
        getContent().addClassName("small");
        return this;
    }

    public LinkButton large() {
        getContent().addClassName("large");
        return this;
    }
}
