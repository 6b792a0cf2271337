package fr.maillage.plan.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.shared.Registration;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionLine;
import fr.maillage.plan.AxisId;
import fr.maillage.plan.AxisLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The actions of a plan as a table, under their axes. Rows move by drag, and by the two arrows and the menu at their
 * end.
 */
class PlanTable extends Composite<Grid<PlanTable.Row>> {

    /** One line of the table. */
    sealed interface Row {

        record Axis(@Nullable AxisLine line) implements Row {}

        record Action(ActionLine line) implements Row {}
    }

    /** Carries out moves; each is asked for again there. */
    interface Mover {

        /**
         * @param before the action before which it goes, or null for the end of the axis
         * @param button the label of the button that was pressed, on which whoever pressed it stays; null for none
         */
        void move(ActionId action, @Nullable AxisId axis, @Nullable ActionId before, @Nullable String button);

        /** Lets somebody choose the axis. */
        void choose(ActionLine action);
    }

    private static final int MOST_AT_ONCE = 60;
    private static final int PHONE = 760;

    private final List<Row> rows = new ArrayList<>();
    private final List<ActionLine> actions;
    private final Names.Directory names;
    private final Formats formats = Formats.current();
    private final LocalDate today;
    private final Mover mover;
    private final List<Grid.Column<Row>> wide = new ArrayList<>();
    private @Nullable ActionLine dragged;
    private @Nullable Registration resizing;

    /**
     * @param actions in reading order
     * @param movable whether whoever looks may change any of them
     */
    PlanTable(List<AxisLine> axes, List<ActionLine> actions, boolean withEmptyAxes, Names.Directory names,
            LocalDate today, boolean movable, Mover mover) {
        this.actions = actions;
        this.names = names;
        this.today = today;
        this.mover = mover;
        fill(axes, withEmptyAxes);
        Grid<Row> grid = getContent();
        grid.addClassName("ml-plan-table");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("plan.table"));
        columns(grid, movable);
        grid.setPartNameGenerator(row -> row instanceof Row.Axis ? "axis" : null);
        grid.setItems(rows);
        if (rows.size() <= MOST_AT_ONCE) {
            grid.setAllRowsVisible(true);
        }
        if (movable) {
            draggable(grid);
        }
    }

    private void fill(List<AxisLine> axes, boolean withEmptyAxes) {
        List<ActionLine> none = actions.stream().filter(line -> line.axis() == null).toList();
        none.forEach(line -> rows.add(new Row.Action(line)));
        for (AxisLine axis : axes) {
            List<ActionLine> inAxis = actions.stream().filter(line -> axis.id().equals(line.axis())).toList();
            boolean below = actions.stream().anyMatch(line -> axes.stream().anyMatch(
                    other -> other.id().equals(line.axis()) && other.number().startsWith(axis.number() + '.')));
            if (withEmptyAxes || below || !inAxis.isEmpty()) {
                rows.add(new Row.Axis(axis));
                inAxis.forEach(line -> rows.add(new Row.Action(line)));
            }
        }
    }

    private void columns(Grid<Row> grid, boolean movable) {
        wide.add(grid.addColumn(LitRenderer.<Row>of("<span class=\"ml-num ml-muted\">${item.number}</span>")
                .withProperty("number", PlanTable::number)).setHeader(getTranslation("plan.column.number"))
                .setWidth("92px").setFlexGrow(0));
        grid.addColumn(LitRenderer.<Row>of("""
                ${item.href ? html`<a draggable="false" class="${item.sub ? 'ml-sub' : ''}" href="${item.href}">${item.title}</a>
                  <span class="ml-only-phone ml-small ml-muted">${item.facts}</span>`
                  : html`<strong>${item.title}</strong>`}""")
                .withProperty("href", row -> row instanceof Row.Action(var line) ? PlanNavigation.action(line.id())
                        : "")
                .withProperty("title", this::title)
                .withProperty("sub", row -> row instanceof Row.Action(var line) && line.parent() != null)
                .withProperty("facts", this::facts))
                .setHeader(getTranslation("plan.column.title")).setFlexGrow(1);
        grid.addColumn(LitRenderer.<Row>of("""
                ${item.status ? html`<span class="ml-status" data-status="${item.status}">
                  <vaadin-icon class="ml-icon" aria-hidden="true" src="${item.src}" symbol="${item.symbol}"></vaadin-icon>
                  <span class="word">${item.word}</span></span>` : ''}""")
                .withProperty("src", row -> Icon.SPRITE)
                .withProperty("status", row -> row instanceof Row.Action(var line)
                        ? Looks.of(line.status()).code() : "")
                .withProperty("symbol", row -> row instanceof Row.Action(var line)
                        ? Looks.of(line.status()).symbol() : "")
                .withProperty("word", row -> row instanceof Row.Action(var line)
                        ? getTranslation(line.status().messageKey()) : ""))
                .setHeader(getTranslation("plan.column.status")).setWidth("132px").setFlexGrow(0);
        wide.add(grid.addColumn(row -> row instanceof Row.Action(var line) ? pilots(line) : "")
                .setHeader(getTranslation("plan.column.pilot")).setWidth("150px").setFlexGrow(0));
        wide.add(grid.addColumn(LitRenderer.<Row>of("<span class=\"ml-due ${item.tone}\">${item.end}</span>")
                .withProperty("tone", row -> row instanceof Row.Action(var line) && line.late(today) ? "late" : "")
                .withProperty("end", row -> row instanceof Row.Action(var line) && line.end() != null
                        ? formats.shortDate(line.end(), today) : ""))
                .setHeader(getTranslation("plan.column.end")).setWidth("120px").setFlexGrow(0));
        wide.add(grid.addColumn(row -> row instanceof Row.Action(var line) && line.planned() != null
                ? formats.shortEuros(line.planned()) : "").setHeader(getTranslation("plan.column.planned"))
                .setTextAlign(ColumnTextAlign.END).setWidth("104px").setFlexGrow(0));
        if (movable) {
            wide.add(grid.addColumn(moves()).setWidth("124px").setFlexGrow(0)
                    .setHeader(getTranslation("plan.column.move")));
        }
    }

    private LitRenderer<Row> moves() {
        return LitRenderer.<Row>of("""
                ${item.action ? html`
                  <vaadin-button theme="tertiary icon" class="small" aria-label="${item.up}" @click="${moveUp}">
                    <vaadin-icon class="ml-icon small" src="${item.src}" symbol="arrow-up"></vaadin-icon></vaadin-button>
                  <vaadin-button theme="tertiary icon" class="small" aria-label="${item.down}" @click="${moveDown}">
                    <vaadin-icon class="ml-icon small" src="${item.src}" symbol="arrow-down"></vaadin-icon></vaadin-button>
                  <vaadin-button theme="tertiary icon" class="small" aria-label="${item.to}" @click="${moveTo}">
                    <vaadin-icon class="ml-icon small" src="${item.src}" symbol="layers"></vaadin-icon></vaadin-button>`
                  : ''}""")
                .withProperty("action", row -> row instanceof Row.Action)
                .withProperty("src", row -> Icon.SPRITE)
                .withProperty("up", row -> getTranslation("plan.move.up", title(row)))
                .withProperty("down", row -> getTranslation("plan.move.down", title(row)))
                .withProperty("to", row -> getTranslation("plan.move.to", title(row)))
                .withFunction("moveUp", row -> step(row, -1))
                .withFunction("moveDown", row -> step(row, 1))
                .withFunction("moveTo", row -> {
                    if (row instanceof Row.Action(var line)) {
                        mover.choose(line);
                    }
                });
    }

    /** One place up or down among those of the same axis and the same action. */
    void step(Row row, int by) {
        if (row instanceof Row.Action(var line)) {
            List<ActionLine> siblings = siblings(line);
            int at = siblings.indexOf(line) + by;
            if (at >= 0 && at < siblings.size()) {
                int before = by < 0 ? at : at + 1;
                mover.move(line.id(), line.axis(), before < siblings.size() ? siblings.get(before).id() : null,
                        getTranslation(by < 0 ? "plan.move.up" : "plan.move.down", line.title()));
            }
        }
    }

    private List<ActionLine> siblings(ActionLine line) {
        return actions.stream().filter(other -> Objects.equals(other.axis(), line.axis())
                && Objects.equals(other.parent(), line.parent())).toList();
    }

    private void draggable(Grid<Row> grid) {
        grid.setRowsDraggable(true);
        grid.setDragFilter(row -> row instanceof Row.Action);
        grid.addDragStartListener(event -> {
            dragged = event.getDraggedItems().stream().filter(Row.Action.class::isInstance)
                    .map(row -> ((Row.Action) row).line()).findFirst().orElse(null);
            grid.setDropMode(GridDropMode.ON_TOP_OR_BETWEEN);
        });
        grid.addDragEndListener(event -> grid.setDropMode(null));
        grid.addDropListener(event -> {
            ActionLine moved = dragged;
            if (moved != null) {
                event.getDropTargetItem().ifPresent(onto -> drop(moved, onto, event.getDropLocation()));
            }
        });
    }

    private void drop(ActionLine moved, Row onto, GridDropLocation where) {
        switch (onto) {
            case Row.Axis(var axis) -> mover.move(moved.id(), axis == null ? null : axis.id(), null, null);
            case Row.Action(var target) when !target.id().equals(moved.id()) -> {
                List<ActionLine> siblings = siblings(target);
                int at = siblings.indexOf(target) + (where == GridDropLocation.BELOW ? 1 : 0);
                mover.move(moved.id(), target.axis(), at < siblings.size() ? siblings.get(at).id() : null, null);
            }
            case Row.Action _ -> { }
        }
    }

    private static String number(Row row) {
        return switch (row) {
            case Row.Axis(var axis) -> axis == null ? "" : axis.number();
            case Row.Action(var line) -> line.number();
        };
    }

    private String title(Row row) {
        return switch (row) {
            case Row.Axis(var axis) -> axis == null ? "" : axis.title();
            case Row.Action(var line) -> line.title();
        };
    }

    private String facts(Row row) {
        return row instanceof Row.Action(var line)
                ? Stream.of(line.number(), pilots(line),
                        line.end() == null ? "" : formats.shortDate(line.end(), today),
                        line.planned() == null ? "" : formats.shortEuros(line.planned()))
                        .filter(fact -> !fact.isEmpty()).collect(Collectors.joining(" · "))
                : "";
    }

    private String pilots(ActionLine line) {
        return line.pilots().stream().map(names::of).collect(Collectors.joining(", "));
    }

    List<Row> rows() {
        return rows;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().retrieveExtendedClientDetails(
                details -> narrow(details.getWindowInnerWidth() > 0 && details.getWindowInnerWidth() <= PHONE));
        resizing = event.getUI().getPage()
                .addBrowserWindowResizeListener(resize -> narrow(resize.getWidth() <= PHONE));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (resizing != null) {
            resizing.remove();
            resizing = null;
        }
    }

    private void narrow(boolean narrow) {
        wide.forEach(column -> column.setVisible(!narrow));
    }
}
