package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Formats;
import fr.maillage.opportunity.OpportunityRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Opportunities as a table, for those who compare. */
class OpportunityTable extends Composite<Grid<OpportunityRow>> {

    private final transient Spaces spaces;
    private final List<OpportunityRow> shown = new ArrayList<>();
    private final Map<SpaceId, Spaces.Space> names = new HashMap<>();

    OpportunityTable(Spaces spaces, Today today) {
        this.spaces = spaces;
        Grid<OpportunityRow> grid = getContent();
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addThemeName("wrap-cell-content");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("opportunity.list.tableLabel"));
        Formats formats = Formats.current();
        grid.addColumn(LitRenderer.<OpportunityRow>of("<a href=\"${item.href}\">${item.title}</a>")
                .withProperty("href", row -> OpportunityNavigation.of(row.id()))
                .withProperty("title", OpportunityRow::title))
                .setHeader(getTranslation("opportunity.table.title")).setFlexGrow(5);
        grid.addColumn(row -> getTranslation(row.direction().messageKey()))
                .setHeader(getTranslation("opportunity.table.direction")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(row -> getTranslation(row.kind().messageKey()))
                .setHeader(getTranslation("opportunity.table.kind")).setFlexGrow(2);
        grid.addColumn(row -> DetailWords.price(row.kind(), row.details()).orElse(""))
                .setHeader(getTranslation("opportunity.table.price")).setFlexGrow(2);
        grid.addColumn(row -> names.containsKey(row.owner()) ? names.get(row.owner()).shortName() : "")
                .setHeader(getTranslation("opportunity.table.owner")).setFlexGrow(2);
        grid.addColumn(row -> row.deadline() == null ? getTranslation("base.noDate")
                : formats.shortDate(row.deadline(), today.date()))
                .setHeader(getTranslation("opportunity.table.deadline")).setAutoWidth(true).setFlexGrow(0);
        grid.setItems(shown);
    }

    void append(Collection<OpportunityRow> rows) {
        names.putAll(spaces.find(rows.stream().map(OpportunityRow::owner).collect(Collectors.toSet())));
        shown.addAll(rows);
        getContent().getDataProvider().refreshAll();
    }
}
