package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Who sees this, in words. */
public class AudienceSentence extends Composite<Paragraph> {

    /** How far it is seen, which chooses the picture. */
    public enum Reach {
        /** Named people, or part of a space. */
        SOME(Icon.LOCK),
        /** A whole space, an alliance, all who have an account. */
        MANY(Icon.USERS),
        /** Everybody, without an account. */
        ALL(Icon.GLOBE),
        /** What would happen: “31 personnes verront cette fiche”. */
        PREVIEW(Icon.EYE);

        private final Icon icon;

        Reach(Icon icon) {
            this.icon = icon;
        }
    }

    /**
     * @param who  the words that matter, “Toutes les personnes connectées de Vitré”
     * @param rest what follows them, starting with its own space or comma; may be empty
     */
    public AudienceSentence(Reach reach, String who, String rest) {
        getContent().addClassName("ml-audience");
        getContent().add(reach.icon.small(), new Span(new Strong(who), new Span(rest)));
    }
}
