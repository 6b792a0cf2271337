package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;

/** Where figures come from, under them. */
public class SourceNote extends Composite<Paragraph> {

    /** @param source without “Source :” and without the full stop */
    public SourceNote(String source) {
        getContent().addClassName("ml-foot");
        getContent().setText(getTranslation("base.source", source));
    }
}
