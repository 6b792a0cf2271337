package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;

/** How many of each state: one bar, and under it the same in words and numbers. */
public class StatusBar extends Composite<Div> {

    /** @param counts in the order in which they are drawn; zeros are left out */
    public StatusBar(Map<Status, Integer> counts) {
        getContent().addClassName("ml-statusbar");
        double total = Math.max(1, counts.values().stream().mapToInt(Integer::intValue).sum());
        Drawing drawing = new Drawing(12);
        UnorderedList legend = new UnorderedList();
        legend.addClassName("legend");
        double start = 0;
        for (Map.Entry<Status, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > 0) {
                double length = entry.getValue() / total * 100;
                drawing.status(entry.getKey()).band("part", start, length).end();
                start += length;
                Span count = new Span(String.valueOf(entry.getValue()));
                count.addClassName("count");
                legend.add(new ListItem(new StatusBadge(entry.getKey()), count));
            }
        }
        Div bar = new Div(drawing.component());
        bar.addClassName("bar");
        getContent().add(bar, legend);
    }

    /** 8 px high, words in grey: in lists. */
    public StatusBar thin() {
        getContent().addClassName("thin");
        return this;
    }
}
