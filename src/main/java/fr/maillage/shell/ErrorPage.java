package fr.maillage.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import fr.maillage.access.Viewer;
import fr.maillage.member.AskedPage;

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

    /** The same for what does not exist and for what is not meant for them; whoever is not signed in may do so first. */
    void showNotFound(BeforeEnterEvent event) {
        if (errors.viewer() instanceof Viewer.Anonymous) {
            show("shell.notFound.title", getTranslation("shell.notFound.visitor"));
            offerSignIn(event);
        } else {
            show("shell.notFound.title", getTranslation("shell.notFound.text"));
        }
    }

    /** A way in, and back here: before the way home. */
    void offerSignIn(BeforeEnterEvent event) {
        AskedPage.keep(event.getLocation());
        Anchor in = way("login", "shell.signIn");
        in.addClassName("primary");
        body.addComponentAtIndex(body.getComponentCount() - 1, in);
    }

    void show(String titleKey, String sentence) {
        title = getTranslation(titleKey);
        Paragraph words = new Paragraph(sentence);
        words.addClassName("ml-lead");
        body.removeAll();
        body.add(new H1(title), words);
        body.add(way("", "shell.home"));
    }

    private Anchor way(String path, String labelKey) {
        Anchor way = new Anchor("/" + path, getTranslation(labelKey));
        way.addClassName("ml-button");
        return way;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.pageTitle", title);
    }
}
