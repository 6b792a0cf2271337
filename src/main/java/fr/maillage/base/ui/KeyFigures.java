package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** Two to four figures between two lines: what, how much, compared with what. */
public class KeyFigures extends Composite<DescriptionList> {

    public KeyFigures() {
        getContent().addClassName("ml-figures");
    }

    /** @param note the year, a comparison, a unit; may be empty */
    public KeyFigures figure(String label, String value, String note) {
        DescriptionList.Description figure = new DescriptionList.Description(value);
        figure.addClassName("value");
        Div group = new Div(new DescriptionList.Term(label), figure);
        if (!note.isEmpty()) {
            DescriptionList.Description words = new DescriptionList.Description(note);
            words.addClassName("note");
            group.add(words);
        }
        getContent().getElement().appendChild(group.getElement());
        return this;
    }
}
