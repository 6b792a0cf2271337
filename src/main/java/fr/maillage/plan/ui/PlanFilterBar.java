package fr.maillage.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.FilterBar;
import fr.maillage.base.ui.FilterChip;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.ViewSwitch;
import fr.maillage.plan.AxisLine;
import fr.maillage.plan.PlanPage;
import fr.maillage.plan.ui.PlanViewFilter.Due;
import fr.maillage.plan.ui.PlanViewFilter.View;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a plan is looked at: the views, and which actions. Each choice is an address. */
class PlanFilterBar extends Composite<Div> {

    private final Consumer<PlanViewFilter> go;

    PlanFilterBar(PlanPage page, PlanViewFilter filter, Names.Directory names, @Nullable Runnable newAction,
            Consumer<PlanViewFilter> go) {
        this.go = go;
        ViewSwitch views = new ViewSwitch(getTranslation("plan.views"));
        for (View view : View.values()) {
            views.option(view == View.TABLEAU ? Icon.TABLE_2 : Icon.SQUARE_KANBAN,
                    getTranslation("plan.view." + view.name()), address(page, filter.view(view)),
                    view == filter.view());
        }
        FilterBar bar = new FilterBar(views);
        List<PersonId> pilots =
                page.actions().stream().flatMap(line -> line.pilots().stream()).distinct().limit(60).toList();
        if (!pilots.isEmpty()) {
            bar.add(chip("plan.filter.pilot", Icon.USER, filter.pilot(), pilots, names::of, filter::pilot));
        }
        if (!page.axes().isEmpty()) {
            AxisLine chosen = page.axes().stream().filter(axis -> axis.id().equals(filter.axis())).findFirst()
                    .orElse(null);
            bar.add(chip("plan.filter.axis", Icon.LAYERS, chosen, page.axes(),
                    axis -> axis.number() + " " + axis.title(), axis -> filter.axis(axis == null ? null : axis.id())));
        }
        bar.add(chip("plan.filter.due", Icon.CLOCK, filter.due(), List.of(Due.values()),
                due -> getTranslation("plan.due." + due.name()), filter::due));
        if (filter.view() != View.STATUTS) {
            bar.add(chip("plan.filter.status", Icon.CIRCLE_DOT, filter.status(), PlanBoard.COLUMNS,
                    status -> getTranslation(status.messageKey()), filter::status));
        }
        if (filter.any()) {
            bar.clear(() -> go.accept(filter.none()));
        }
        if (newAction != null) {
            bar.end(Buttons.primary(getTranslation("plan.action.new"), newAction));
        }
        getContent().add(bar);
    }

    private static String address(PlanPage page, PlanViewFilter filter) {
        String query = filter.query().getQueryString();
        return PlanNavigation.plan(page.id()) + (query.isEmpty() ? "" : "?" + query);
    }

    private <T> FilterChip chip(String labelKey, Icon icon, @Nullable T chosen, List<T> choices,
            Function<T, String> label, Function<@Nullable T, PlanViewFilter> with) {
        if (chosen != null) {
            return FilterChip.on(icon, label.apply(chosen), () -> go.accept(with.apply(null)));
        }
        FilterChip chip = FilterChip.off(getTranslation(labelKey), () -> { });
        ContextMenu menu = new ContextMenu(chip);
        menu.setOpenOnClick(true);
        choices.forEach(choice -> menu.addItem(label.apply(choice), event -> go.accept(with.apply(choice))));
        return chip;
    }
}
