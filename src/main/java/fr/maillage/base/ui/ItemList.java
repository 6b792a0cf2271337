package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Arrays;
import java.util.Collection;

/** A list of rows with a hairline between them; a list for those who listen, too. */
public class ItemList extends Composite<UnorderedList> {

    public ItemList(Component... rows) {
        this(Arrays.asList(rows));
    }

    public ItemList(Collection<? extends Component> rows) {
        getContent().addClassName("ml-list");
        rows.forEach(this::add);
    }

    public ItemList add(Component row) {
        getContent().add(new ListItem(row));
        return this;
    }

    public void clear() {
        getContent().removeAll();
    }
}
