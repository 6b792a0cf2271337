package fr.maillage.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Who sees an item, in words, with the eye that stands for it everywhere. Made by {@link Audiences#sentence}. */
public final class AudienceSentence extends Composite<Paragraph> {

    AudienceSentence(String words) {
        getContent().add(new Span(words));
        getContent().addClassName("ml-audience-sentence");
    }
}
