package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.FilterBar;
import fr.maillage.base.ui.FilterChip;
import fr.maillage.base.ui.HiddenHeading;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Menu;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.plan.PlanFilter;
import fr.maillage.plan.PlanPages;
import fr.maillage.plan.PlanState;
import fr.maillage.plan.PlanType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The plans that whoever looks may see, newest first. */
@Route(PlanNavigation.PLANS)
@AnonymousAllowed
class PlansView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String STATE = "etat";
    private static final String TYPE = "type";

    private final PlanPages pages;
    private final PlanRows rows;
    private final PlanDialogs dialogs;
    private final Spaces spaces;

    PlansView(PlanPages pages, PlanRows rows, PlanDialogs dialogs, Spaces spaces) {
        this.pages = pages;
        this.rows = rows;
        this.dialogs = dialogs;
        this.spaces = spaces;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("plan.pageTitle", getTranslation("plan.list"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        PlanState state = read(query, STATE, PlanState::valueOf);
        PlanType type = read(query, TYPE, PlanType::valueOf);
        PlanFilter filter = PlanFilter.all().states(state == null ? Set.of() : Set.of(state))
                .types(type == null ? Set.of() : Set.of(type));
        Page page = getContent();
        page.clear();
        page.bar(new PageHeader().here(getTranslation("plan.list")));
        page.title(getTranslation("plan.list"), getTranslation("plan.list.subtitle"));
        page.content(filters(state, type));
        page.content(new HiddenHeading(getTranslation("base.results")));
        page.content(new PlanList(after -> pages.list(filter, after), shown -> rows.rows(shown, true),
                () -> empty(state != null || type != null)));
    }

    private static <T> @Nullable T read(QueryParameters query, String name, Function<String, T> parse) {
        try {
            return query.getSingleParameter(name).map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_'))
                    .map(parse).orElse(null);
        } catch (IllegalArgumentException meaningless) {
            return null;
        }
    }

    private FilterBar filters(@Nullable PlanState state, @Nullable PlanType type) {
        FilterBar bar = new FilterBar();
        bar.add(chip("plan.filter.state", state, List.of(PlanState.values()),
                choice -> getTranslation(choice.messageKey()), choice -> go(choice, type)));
        bar.add(chip("plan.filter.type", type, List.of(PlanType.values()),
                choice -> getTranslation(choice.messageKey()), choice -> go(state, choice)));
        if (state != null || type != null) {
            bar.clear(() -> go(null, null));
        }
        newPlan().ifPresent(bar::end);
        return bar;
    }

    private Optional<Component> newPlan() {
        List<SpaceId> mine = pages.spacesToCreateIn();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        if (mine.size() == 1) {
            return Optional.of(Buttons.primary(getTranslation("plan.new"), () -> dialogs.newPlan(mine.getFirst())));
        }
        Map<SpaceId, Spaces.Space> named = spaces.find(mine);
        MenuBar menu = new Menu();
        menu.addThemeNames("primary");
        var button = menu.addItem(getTranslation("plan.new"));
        mine.stream().map(named::get).filter(space -> space != null).forEach(
                space -> button.getSubMenu().addItem(space.name(), event -> dialogs.newPlan(space.id())));
        return Optional.of(menu);
    }

    private <T> FilterChip chip(String labelKey, @Nullable T chosen, List<T> choices, Function<T, String> label,
            Consumer<@Nullable T> go) {
        if (chosen != null) {
            return FilterChip.on(Icon.FILTER, label.apply(chosen), () -> go.accept(null));
        }
        FilterChip chip = FilterChip.off(getTranslation(labelKey), () -> { });
        ContextMenu menu = new ContextMenu(chip);
        menu.setOpenOnClick(true);
        choices.forEach(choice -> menu.addItem(label.apply(choice), event -> go.accept(choice)));
        return chip;
    }

    private void go(@Nullable PlanState state, @Nullable PlanType type) {
        Map<String, String> words = new LinkedHashMap<>();
        if (state != null) {
            words.put(STATE, state.name().toLowerCase(Locale.ROOT));
        }
        if (type != null) {
            words.put(TYPE, type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        getUI().ifPresent(ui -> ui.navigate(PlanNavigation.plans(), QueryParameters.simple(words)));
    }

    private EmptyState empty(boolean filtered) {
        return filtered ? new EmptyState(getTranslation("plan.noPlanMatches"))
                .actions(Buttons.link(getTranslation("plan.filter.none"), () -> go(null, null)))
                : new EmptyState(getTranslation("plan.noPlan")).text(getTranslation("plan.noPlan.text"));
    }
}
