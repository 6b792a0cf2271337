package fr.maillage.base.ui;

import com.vaadin.flow.component.HtmlContainer;

/** Words that matter more than their neighbours. */
@com.vaadin.flow.component.Tag("strong")
public class Strong extends HtmlContainer {

    public Strong(String words) {
        setText(words);
    }
}
