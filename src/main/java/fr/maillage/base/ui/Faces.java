package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The people of a space: a few overlapping circles. */
public class Faces extends Composite<Span> {

    private static final int MOST = 5;

    /** @param names five at most are shown */
    public Faces(List<String> names) {
        getContent().addClassName("ml-faces");
        names.stream().limit(MOST).map(Avatar::new).forEach(getContent()::add);
        getContent().getElement().setAttribute("aria-hidden", "true");
    }
}
