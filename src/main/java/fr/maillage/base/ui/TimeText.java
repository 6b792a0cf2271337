package fr.maillage.base.ui;

import com.vaadin.flow.component.HtmlContainer;

/** A date in words that machines can read too. */
@com.vaadin.flow.component.Tag("time")
public class TimeText extends HtmlContainer {

    /** @param iso the date or the instant, in ISO form; empty when only words are known */
    public TimeText(String words, String iso) {
        setText(words);
        if (!iso.isEmpty()) {
            getElement().setAttribute("datetime", iso);
        }
    }
}
