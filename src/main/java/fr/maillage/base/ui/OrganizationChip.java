package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import fr.maillage.base.Texts;

/** An organization: square, name. Known, undisclosed (its name is kept until both sides accept), or gone. */
public class OrganizationChip extends Composite<Span> {

    private OrganizationChip(Span square, Span text) {
        getContent().addClassName("ml-chip");
        square.addClassName("ml-square");
        square.getElement().setAttribute("aria-hidden", "true");
        text.addClassName("text");
        getContent().add(square, text);
    }

    /** An organization by its name. */
    public OrganizationChip(String name) {
        this(new Span(Texts.initials(name)), new Span(name));
    }

    /** An organization by its name, which leads to its page. */
    public OrganizationChip(String name, String href) {
        this(new Span(Texts.initials(name)), new Span(new Anchor(href, name)));
    }

    /** An organization that keeps its name: only these words are known, “Une entreprise, à moins de 10 km”. */
    public static OrganizationChip undisclosed(String words) {
        return new OrganizationChip(new Span(Icon.EYE_OFF.small()), new Span(words));
    }

    /** An organization that left: what it wrote stays. */
    public static OrganizationChip gone(String name) {
        OrganizationChip chip = new OrganizationChip(name);
        chip.getContent().addClassName("gone");
        chip.getContent().add(new Tag(chip.getTranslation("base.organization.gone")));
        return chip;
    }
}
