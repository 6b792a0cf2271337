package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of the page of a space: its emblem, its name (the title of the page), one line of facts, its people. */
public class SpaceHeader extends Composite<Header> {

    private final Div text = new Div();
    private final H1 name;

    /** @param facts one line: “Communauté d’agglomération, Ille-et-Vilaine (Bretagne). 46 communes, 82 956 habitants.” */
    public SpaceHeader(int hue, Emblem emblem, String name, String facts) {
        this.name = new H1(name);
        getContent().addClassName("ml-spacehead");
        text.addClassName("text");
        text.add(this.name, new Paragraph(facts));
        getContent().add(new SpaceEmblem(hue, emblem, Emblem.Size.XL), text);
    }

    /** Who is there, at the right: faces or figures, and a line under them. */
    public SpaceHeader people(Component faces, String note) {
        Div people = new Div(faces, new Paragraph(note));
        people.addClassName("people");
        getContent().add(people);
        return this;
    }

    /** Whatever a feature shows at the right. */
    public SpaceHeader right(Component... components) {
        Div people = new Div(components);
        people.addClassName("people");
        getContent().add(people);
        return this;
    }

    /** Says that the space is archived: it can be read, nothing in it can be changed. */
    public SpaceHeader archived() {
        text.add(new Tag(getTranslation("base.space.archived")));
        return this;
    }
}
