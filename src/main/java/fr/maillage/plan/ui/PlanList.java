package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.ListLine;
import fr.maillage.plan.PlanCard;
import fr.maillage.plan.PlanPages;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list of plans that goes on when asked to. */
class PlanList extends Composite<Div> {

    private final Function<@Nullable Cursor, PlanPages.Page> read;
    private final Function<List<PlanCard>, List<ListLine>> rows;
    private final DrawnList list = new DrawnList();

    /**
     * @param read  reads the page that starts after a place
     * @param rows  draws plans
     * @param empty what stands there instead of an empty list
     */
    PlanList(Function<@Nullable Cursor, PlanPages.Page> read, Function<List<PlanCard>, List<ListLine>> rows,
            Supplier<? extends Component> empty) {
        this.read = read;
        this.rows = rows;
        PlanPages.Page first = read.apply(null);
        if (first.plans().isEmpty()) {
            getContent().add(empty.get());
        } else {
            getContent().add(list);
            show(first);
        }
    }

    private void show(PlanPages.Page page) {
        list.add(rows.apply(page.plans()));
        if (page.next() != null) {
            Button more = new Button(getTranslation("plan.more.list"));
            more.setDisableOnClick(true);
            more.addClickListener(event -> {
                getContent().remove(more);
                show(read.apply(page.next()));
            });
            getContent().add(more);
        }
    }
}
