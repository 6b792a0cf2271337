package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened: who, what they did, to which thing, when. */
public class ActivityLine extends Composite<Div> {

    private final Paragraph words = new Paragraph();

    /**
     * @param sign an avatar, a square, an emblem
     * @param who  the name of who did it
     * @param did  what they did, which ends where the title of the thing follows: “a repris votre pratique”
     * @param what the title of the thing, or null when the sentence is whole
     * @param href where the title leads, or null
     */
    public ActivityLine(Component sign, String who, String did, @Nullable String what, @Nullable String href,
            Instant when, Instant now) {
        getContent().addClassName("ml-activity");
        words.add(new Strong(who), new Span(" " + did + " "));
        if (what != null) {
            words.add(href == null ? new Span(what) : new Anchor(href, what));
        }
        words.add(new TimeText(Formats.of(this).moment(when, now), when.toString()));
        getContent().add(sign, words);
    }

    /** The same person did the same this many times more. */
    public ActivityLine more(int times) {
        Span more = new Span(" " + getTranslation("base.activity.more", times));
        more.addClassName("more");
        words.addComponentAtIndex(words.getComponentCount() - 1, more);
        return this;
    }
}
