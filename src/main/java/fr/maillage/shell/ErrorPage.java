package fr.maillage.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** The look of every page that could not be shown: one sentence, one way out. */
abstract class ErrorPage extends HtmlContainer implements HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final transient ScreenErrors errors;
    private final Div body = new Div();
    private String title = "";

    ErrorPage(ScreenErrors errors) {
        this.errors = errors;
        setId("contenu");
        addClassNames("ml-page", "ml-error-page");
        body.addClassName("ml-body");
        add(body);
    }

    ScreenErrors errors() {
        return errors;
    }

    void showNotFound() {
        show("shell.notFound.title", getTranslation("shell.notFound.text"));
    }

    void show(String titleKey, String sentence) {
        title = getTranslation(titleKey);
        Paragraph words = new Paragraph(sentence);
        words.addClassName("ml-lead");
        body.removeAll();
        body.add(new H1(title), words);
        offer("", "shell.home");
    }

    void offer(String path, String labelKey) {
        Anchor way = new Anchor("/" + path, getTranslation(labelKey));
        way.addClassName("ml-button");
        body.add(way);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.pageTitle", title);
    }
}
