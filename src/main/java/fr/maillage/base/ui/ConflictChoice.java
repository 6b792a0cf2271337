package fr.maillage.base.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;

/** Two people gave the same field two values: both are shown, one is kept. */
public class ConflictChoice extends Composite<Div> {

    private final String field;

    /** One of the two values: who gave it, when in words, what it is. */
    public record Value(String who, int hue, String when, String text) {}

    /** One value was chosen. */
    public static class KeepEvent extends ComponentEvent<ConflictChoice> {

        private final boolean mine;

        KeepEvent(ConflictChoice source, boolean fromClient, boolean mine) {
            super(source, fromClient);
            this.mine = mine;
        }

        /** Whether the value of the person who chose is kept. */
        public boolean mine() {
            return mine;
        }
    }

    /**
     * @param field       the name of the field
     * @param explanation how it came about, one or two sentences
     */
    public ConflictChoice(String field, String explanation, Value mine, Value theirs) {
        this.field = field;
        getContent().addClassName("ml-conflict");
        getContent().getElement().setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("base.conflict.label", field));
        Paragraph words = new Paragraph();
        words.add(new Strong(getTranslation("base.conflict.title", field)),
                new Span(" " + explanation + " " + getTranslation("base.conflict.nothingLost")));
        Div what = new Div(Icon.GIT_BRANCH.create(), words);
        what.addClassName("what");
        Div two = new Div(
                option(mine, getTranslation("base.conflict.you", mine.when()),
                        getTranslation("base.conflict.keepMine"), true),
                option(theirs, getTranslation("base.conflict.other", theirs.who(), theirs.when()),
                        getTranslation("base.conflict.keepTheirs", firstName(theirs.who())), false));
        two.addClassName("two");
        getContent().add(what, two);
    }

    /** Someone else chose meanwhile: only says so. */
    public void resolved(String who, String value) {
        getContent().removeAll();
        Paragraph words = new Paragraph(getTranslation("base.conflict.resolved", who, value));
        Div what = new Div(Icon.CIRCLE_CHECK.create(), words);
        what.addClassName("what");
        what.getElement().setAttribute("role", "status").setAttribute("aria-label", field);
        getContent().add(what);
    }

    public Registration addKeepListener(ComponentEventListener<KeepEvent> listener) {
        return addListener(KeepEvent.class, listener);
    }

    private Div option(Value value, String caption, String keep, boolean mine) {
        Span who = new Span(new Avatar(value.who(), value.hue()).small(), new Span(caption));
        who.addClassName("who");
        Span text = new Span(value.text());
        text.addClassNames("value", "ml-num");
        Button button = new Button(keep, event -> fireEvent(new KeepEvent(this, event.isFromClient(), mine)));
        button.addClassName("small");
        Div option = new Div(who, text, button);
        option.addClassName("option");
        return option;
    }

    private static String firstName(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
