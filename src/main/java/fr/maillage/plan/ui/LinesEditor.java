package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import fr.maillage.base.ui.Icon;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.FieldRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one part of an action as a table whose cells save themselves. A line that somebody adds or removes
 * comes and goes alone: what is being written in the others stays.
 */
class LinesEditor extends Composite<Div> {

    /**
     * A column.
     *
     * @param cell makes what stands in it for a line
     */
    record Column(String labelKey, Function<UUID, Component> cell) {}

    private final LiveSheet sheet;
    private final ActionField.Part part;
    private final List<Column> columns;
    private final @Nullable Consumer<UUID> more;
    private final Consumer<UUID> remove;
    private final boolean editable;
    private final Map<UUID, NativeTableRow> rows = new HashMap<>();
    private final NativeTableBody body = new NativeTableBody();
    private final Div scroll = new Div();
    private final Paragraph nothing;

    /**
     * @param add    adds a line; null where lines come from elsewhere
     * @param more   what else can be done with a line, or null
     * @param remove removes a line
     */
    LinesEditor(LiveSheet sheet, ActionField.Part part, List<Column> columns, @Nullable Runnable add,
            @Nullable Consumer<UUID> more, Consumer<UUID> remove) {
        this.sheet = sheet;
        this.part = part;
        this.columns = columns;
        this.more = more;
        this.remove = remove;
        this.editable = sheet.current().mayEdit();
        nothing = new Paragraph(getTranslation("plan.none." + part.name()));
        nothing.addClassName("ml-faint");
        NativeTable table = new NativeTable(new NativeTableHeader(head()), body);
        table.addClassNames("ml-table", "ml-lines");
        scroll.add(table);
        scroll.addClassName("ml-scroll-x");
        getContent().add(nothing, scroll);
        if (editable && add != null) {
            Button button = new Button(getTranslation("plan.add." + part.name()), Icon.PLUS.small(),
                    event -> add.run());
            button.addThemeVariants(ButtonVariant.TERTIARY);
            button.addClassNames("ml-link", "small");
            getContent().add(button);
        }
        refresh();
    }

    /** A column whose cells are live fields. */
    static <T> Column live(LiveSheet sheet, ActionField<T> field, Function<FieldRef<T>, LiveField<T, ?>> cell) {
        return new Column(field.messageKey(),
                line -> cell.apply(new FieldRef<>(sheet.current().id(), line, field)).cell());
    }

    /** Shows the lines of the present sheet. */
    void refresh() {
        var lines = sheet.current().lines(part).keySet();
        rows.keySet().removeIf(line -> {
            if (!lines.contains(line)) {
                body.remove(rows.get(line));
                return true;
            }
            return false;
        });
        lines.forEach(line -> rows.computeIfAbsent(line, id -> {
            NativeTableRow row = row(id);
            body.add(row);
            return row;
        }));
        nothing.setVisible(rows.isEmpty());
        scroll.setVisible(!rows.isEmpty());
    }

    private NativeTableRow head() {
        NativeTableRow row = new NativeTableRow();
        for (Column column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(column.labelKey()));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        if (editable) {
            row.add(new NativeTableCell());
        }
        return row;
    }

    private NativeTableRow row(UUID line) {
        NativeTableRow row = new NativeTableRow();
        columns.forEach(column -> row.add(new NativeTableCell(column.cell().apply(line))));
        if (editable) {
            NativeTableCell acts = new NativeTableCell();
            acts.addClassName("acts");
            Consumer<UUID> extra = more;
            if (extra != null) {
                acts.add(iconButton(Icon.PLUS, "plan.more." + part.name(), () -> extra.accept(line)));
            }
            acts.add(iconButton(Icon.X, "plan.line.remove", () -> remove.accept(line)));
            row.add(acts);
        }
        return row;
    }

    private Button iconButton(Icon icon, String key, Runnable act) {
        Button button = new Button(icon.small(), event -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().getThemeList().add("icon");
        button.addClassName("small");
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }
}
