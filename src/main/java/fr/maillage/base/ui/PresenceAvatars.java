package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Who is here at this moment: four circles at most, then how many more. The names are said to those who listen. */
public class PresenceAvatars extends Composite<Span> {

    private static final int MOST = 4;

    /** Someone who is here. @param hue their place among those who are here, from 0 to 11 */
    public record Here(String name, int hue, boolean idle) {}

    public PresenceAvatars(List<Here> people) {
        getContent().addClassNames("ml-faces", "live");
        show(people);
    }

    /** Shows these people from now on. */
    public void show(List<Here> people) {
        getContent().removeAll();
        people.stream().limit(MOST).forEach(person -> {
            Avatar avatar = new Avatar(person.name(), person.hue());
            if (person.idle()) {
                avatar.addClassName("idle");
            }
            avatar.getContent().setTitle(person.name());
            getContent().add(avatar);
        });
        int rest = people.size() - MOST;
        if (rest > 0) {
            Span more = new Span("+" + rest);
            more.addClassNames("ml-avatar", "rest");
            more.getElement().setAttribute("aria-hidden", "true");
            getContent().add(more);
        }
        String names = String.join(", ", people.stream().limit(MOST)
                .map(person -> person.idle() ? getTranslation("base.presence.idle", person.name()) : person.name())
                .toList()) + (rest > 0 ? ", " + getTranslation("base.presence.rest", rest) : "");
        getContent().getElement().setAttribute("role", "img")
                .setAttribute("aria-label", getTranslation("base.presence.here", names));
        getContent().setVisible(!people.isEmpty());
    }
}
