package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Icon;
import fr.maillage.plan.ActionLine;
import fr.maillage.plan.AxisId;
import fr.maillage.plan.AxisLine;
import fr.maillage.plan.AxisService;
import fr.maillage.plan.PlanPage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds, renames, orders and removes the axes of a plan. What is done is done at once. */
class AxesDialog extends Dialog {

    private final AxisService axes;
    private final Supplier<PlanPage> read;
    private final Div list = new Div();

    /** @param done called when the dialog closes */
    AxesDialog(AxisService axes, Supplier<PlanPage> read, Runnable done) {
        this.axes = axes;
        this.read = read;
        setHeaderTitle(getTranslation("plan.axes"));
        setWidth("min(680px, 94vw)");
        add(list);
        getFooter().add(new Button(getTranslation("plan.axes.done"), event -> close()));
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                done.run();
            }
        });
        write();
    }

    private void write() {
        PlanPage page = read.get();
        Set<AxisId> used = page.actions().stream().map(ActionLine::axis).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        UnorderedList items = new UnorderedList();
        items.addClassName("ml-axes");
        page.axes().forEach(axis -> items.add(new ListItem(row(page, axis, used))));
        list.removeAll();
        list.add(items, adder(page, null, "plan.axis.add"));
    }

    private Component row(PlanPage page, AxisLine axis, Set<AxisId> used) {
        TextField title = new TextField();
        title.setValue(axis.title());
        title.setAriaLabel(getTranslation("plan.axis.title", axis.number()));
        title.addValueChangeListener(event -> trying(title,
                () -> axes.rename(page.id(), axis.id(), event.getValue()), false));
        title.addClassName("ml-grow");
        List<AxisLine> siblings = page.axes().stream()
                .filter(other -> Objects.equals(other.parent(), axis.parent())).toList();
        int at = siblings.indexOf(axis);
        Button up = Buttons.icon(Icon.ARROW_UP, getTranslation("plan.move.up", axis.title()),
                () -> move(page, axis, siblings.get(at - 1).id()));
        up.setEnabled(at > 0);
        Button down = Buttons.icon(Icon.ARROW_DOWN, getTranslation("plan.move.down", axis.title()),
                () -> move(page, axis, at + 2 < siblings.size() ? siblings.get(at + 2).id() : null));
        down.setEnabled(at < siblings.size() - 1);
        boolean empty = !used.contains(axis.id())
                && page.axes().stream().noneMatch(other -> axis.id().equals(other.parent()));
        Button remove = Buttons.icon(Icon.TRASH_2, getTranslation("plan.axis.remove", axis.title()), () -> {
            axes.remove(page.id(), axis.id());
            write();
        });
        remove.setEnabled(empty);
        Span number = new Span(axis.number());
        number.addClassNames("ml-num", "ml-muted");
        Div row = new Div(number, title, up, down, remove);
        row.addClassNames("ml-row", "ml-axis-row");
        row.getElement().setAttribute("data-depth", String.valueOf(axis.depth()));
        Div whole = new Div(row);
        if (axis.depth() < 3) {
            whole.add(Buttons.link(getTranslation("plan.axis.addUnder", axis.number()), () -> {
                whole.add(adder(page, axis.id(), "plan.axis.new"));
            }));
        }
        return whole;
    }

    private Div adder(PlanPage page, @Nullable AxisId parent, String labelKey) {
        TextField title = new TextField();
        title.setAriaLabel(getTranslation("plan.axis.new"));
        title.setPlaceholder(getTranslation("plan.axis.new"));
        title.addClassName("ml-grow");
        Div row = new Div(title, new Button(getTranslation(labelKey),
                event -> trying(title, () -> axes.add(page.id(), parent, title.getValue()), true)));
        row.addClassNames("ml-row", "ml-top-8");
        return row;
    }

    private void move(PlanPage page, AxisLine axis, @Nullable AxisId before) {
        axes.move(page.id(), axis.id(), axis.parent(), before);
        write();
    }

    private void trying(TextField title, Runnable act, boolean rewrite) {
        try {
            title.setInvalid(false);
            act.run();
            if (rewrite) {
                write();
            }
        } catch (InvalidInput error) {
            title.setErrorMessage(getTranslation(error.messageKey(), error.arguments()));
            title.setInvalid(true);
        }
    }
}
