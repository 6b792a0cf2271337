package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.dom.Element;
import java.util.Collection;
import java.util.List;

/**
 * An {@link ItemList} of rows that hold nothing but words, pictures and links. The rows are made of components as
 * everywhere, then told to the browser as one record ({@link DrawnRecord}), which draws the very same elements from it: a page of
 * rows stays in the memory of the session as one property instead of some twenty-five nodes for each row. What is done
 * to a row after it was added shows nowhere. Rows with buttons or menus stand in an {@link ItemList}.
 */
@Tag("ml-drawn-list")
@JsModule("./drawn-list.ts")
@Uses(SvgIcon.class)
public class DrawnList extends Component {

    public DrawnList() {}

    public DrawnList(Collection<? extends Component> rows) {
        add(rows);
    }

    public DrawnList(Component... rows) {
        add(List.of(rows));
    }

    /** Without the hairlines between rows: their own style tells them apart. */
    public DrawnList plain() {
        getElement().setAttribute("plain", true);
        return this;
    }

    public void clear() {
        getElement().removeAllChildren();
    }

    /**
     * Rows after those there are, ready as they are now. Adding a page of them at once is cheaper than one by one.
     *
     * @throws IllegalArgumentException when one holds something that does more than be looked at and followed
     */
    public DrawnList add(Collection<? extends Component> rows) {
        if (!rows.isEmpty()) {
            Element part = new Element("ml-drawn");
            part.setProperty(DrawnRecord.PROPERTY, DrawnRecord.of(rows));
            getElement().appendChild(part);
        }
        return this;
    }
}
