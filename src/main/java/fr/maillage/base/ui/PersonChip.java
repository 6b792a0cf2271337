package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A person: circle, name, and what they are if it helps. */
public class PersonChip extends Composite<Span> {

    private final Span text = new Span();
    private Component name;
    private final Avatar avatar;

    /** @param hue the hue of the person’s key, or their place among those who are here */
    public PersonChip(String name, int hue) {
        getContent().addClassName("ml-chip");
        avatar = new Avatar(name, hue);
        this.name = named(new Span(name));
        text.addClassName("text");
        text.add(this.name);
        getContent().add(avatar, text);
    }

    /** What they are: “élue”, “Cheffe d’entreprise, usinage”. */
    public PersonChip note(String words) {
        Span note = new Span(words);
        note.addClassName("note");
        text.add(" ");
        text.add(note);
        return this;
    }

    /** The name leads to this page. */
    public PersonChip link(String href) {
        Anchor link = new Anchor(href, name.getElement().getText());
        text.replace(name, link);
        name = named(link);
        return this;
    }

    /** Larger, the note under the name. */
    public PersonChip twoLines() {
        getContent().addClassName("two-lines");
        avatar.large();
        return this;
    }

    private static Component named(Component name) {
        name.addClassName("name");
        return name;
    }
}
