package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Mark;

/** The frame of every page that one sees before being inside: a short form at the left, the weave at the right. */
public class SignFrame extends Composite<Div> {

    private static final int[] WARP = {1, 11, 5};
    private static final int[] WEFT = {9, 2, 7};

    private final Div inner = new Div();
    private final Main form = new Main();

    /** Public because Vaadin makes the content of a composite. */
    public SignFrame() {
        getContent().addClassName("ml-sign");
        Anchor brand = new Anchor("/", new Mark(), new Span("Maillage"));
        brand.addClassName("ml-brand");
        brand.getElement().setAttribute("aria-label", getTranslation("member.signIn.home"));
        brand.setRouterIgnore(true);
        inner.addClassName("inner");
        form.setId("contenu");
        form.addClassName("ml-sign-form");
        form.add(brand, inner);
        getContent().add(form, art());
    }

    /** Shows this and nothing else. */
    SignFrame show(String title, Component... components) {
        inner.removeAll();
        inner.add(new H1(title));
        inner.add(components);
        return this;
    }

    /** A last line at the foot. */
    SignFrame foot(String words) {
        Paragraph foot = new Paragraph(words);
        foot.addClassName("ml-foot");
        form.add(foot);
        return this;
    }

    /** One line under the title. */
    static Paragraph lead(String words) {
        Paragraph lead = new Paragraph(words);
        lead.addClassName("ml-sign-lead");
        return lead;
    }

    /** What went wrong, in words; told at once to those who listen. */
    static Div error(String words) {
        Div error = new Div(Icon.CIRCLE_ALERT.create(), new Span(words));
        error.addClassName("ml-error-text");
        error.getElement().setAttribute("role", "alert");
        return error;
    }

    private Aside art() {
        Aside art = new Aside();
        art.addClassName("ml-sign-art");
        Div weave = new Div();
        weave.addClassName("weave");
        weave.getElement().setAttribute("aria-hidden", "true");
        for (int hue : WARP) {
            weave.add(thread("warp", hue));
        }
        for (int hue : WEFT) {
            weave.add(thread("weft", hue));
        }
        Div quote = new Div(new Paragraph(getTranslation("member.signIn.quote")));
        quote.addClassName("ml-sign-quote");
        art.add(weave, quote);
        return art;
    }

    private static Span thread(String direction, int hue) {
        Span thread = new Span();
        thread.addClassName(direction);
        thread.getElement().setAttribute("data-hue", String.valueOf(hue));
        return thread;
    }
}
