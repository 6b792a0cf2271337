package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/**
 * Keeps what is typed in a form in the person's own browser, so that an expired session, a closed tab or a lost
 * network loses nothing. Stands above the form; when an unfinished draft is there it offers to take it up. Nothing of
 * it reaches the server before it is taken up; a draft is thrown away after thirty days.
 *
 * <pre>{@code
 * DraftKeeper drafts = new DraftKeeper(form, "plan/new/" + person, Instant.now());
 * drafts.field("title", title);   // text, area, number, date, select, radio and checkbox groups
 * add(drafts, form);
 * ...
 * drafts.done();                  // after the save
 * }</pre>
 */
@JsModule("./draft-keeper.ts")
public class DraftKeeper extends Composite<Div> {

    private final Component form;
    private final String key;
    private final Instant now;
    private boolean apart;

    /**
     * @param form the component that holds the fields
     * @param key  names the form for this person: end it with their identifier, for browsers that several people use
     * @param now  the present, to say how old the draft is
     */
    public DraftKeeper(Component form, String key, Instant now) {
        this.form = form;
        this.key = key;
        this.now = now;
        getContent().setVisible(false);
        getContent().addClassNames("ml-box", "quiet", "ml-row", "ml-wrap");
        getContent().getElement().setAttribute("role", "status");
        // The answer comes once the browser has the form; without an answer (no storage) there is no draft.
        form.addAttachListener(event -> form.getElement()
                .executeJs("return window.maillageDrafts.keep(this, $0, $1)", key, apart)
                .then(Double.class, at -> {
                    if (at > 0) {
                        offer(Instant.ofEpochMilli(at.longValue()));
                    }
                }));
    }

    /** Keeps this field under a name of its own within the form. */
    public DraftKeeper field(String name, Component field) {
        field.getElement().setAttribute("data-draft", name);
        return this;
    }

    /** For a form whose fields are saved one by one: only those not saved yet are kept. */
    public DraftKeeper apart() {
        apart = true;
        return this;
    }

    /** This field has been saved by itself. */
    public void saved(String name) {
        form.getElement().executeJs("window.maillageDrafts.saved(this, $0)", name);
    }

    /** What was typed has been saved: the draft goes. */
    public void done() {
        // Asked of the page: the form may leave it with this very answer, and what is asked of the form then is never done.
        UI.getCurrent().getPage().executeJs("window.maillageDrafts.done($0)", key);
    }

    private void offer(Instant at) {
        Button takeUp = new Button(getTranslation("base.draft.takeUp"), event -> {
            form.getElement().executeJs("window.maillageDrafts.takeUp(this)");
            getContent().setVisible(false);
        });
        takeUp.addClassName("small");
        Button drop = new Button(getTranslation("base.draft.drop"), event -> {
            form.getElement().executeJs("window.maillageDrafts.clear(this)");
            getContent().setVisible(false);
        });
        drop.addClassNames("small");
        getContent().removeAll();
        getContent().add(Icon.SAVE.small(), new Span(getTranslation("base.draft.found",
                Formats.of(this).moment(at, now))), takeUp, drop);
        getContent().setVisible(true);
    }

    /** The name under which the draft is kept. */
    String key() {
        return key;
    }
}
