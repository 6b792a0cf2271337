package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Operation;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.access.Subject;
import fr.maillage.base.FullText;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Facet;
import fr.maillage.base.ui.FilterBar;
import fr.maillage.base.ui.FilterChip;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.HiddenHeading;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.ViewSwitch;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.OpportunityFilter;
import fr.maillage.opportunity.OpportunityKind;
import fr.maillage.opportunity.OpportunityQuery;
import fr.maillage.opportunity.OpportunityQuery.Counts;
import fr.maillage.opportunity.OpportunityQuery.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All the opportunities one may see; what narrows and orders them is in the address. */
@Route(OpportunityNavigation.LIST)
@AnonymousAllowed
class OpportunitiesView extends Composite<Page> implements AfterNavigationObserver, HasDynamicTitle {

    private static final int TERRITORIES_SHOWN = 8;
    private static final int TYPING_PAUSE = 400;
    private static final List<Integer> DAYS = List.of(7, 30, 90);

    private final transient OpportunityQuery query;
    private final transient AccessPolicy policy;
    private final transient AccessScopes scopes;
    private final transient Spaces spaces;
    private final transient AllianceReach alliances;
    private final transient Rows rows;
    private final transient Today today;
    /** Kept while the list is written anew, so that one can go on typing. */
    private final TextField words = new TextField();
    private ListState state = ListState.of(QueryParameters.empty());

    OpportunitiesView(OpportunityQuery query, AccessPolicy policy, AccessScopes scopes, Spaces spaces,
            AllianceReach alliances, Rows rows, Today today) {
        this.query = query;
        this.policy = policy;
        this.scopes = scopes;
        this.spaces = spaces;
        this.alliances = alliances;
        this.rows = rows;
        this.today = today;
        words.setValueChangeMode(ValueChangeMode.TIMEOUT);
        words.setValueChangeTimeout(TYPING_PAUSE);
        words.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(state.text(event.getValue()));
                words.focus();
            }
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("opportunity.list.pageTitle");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        state = ListState.of(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        OpportunityFilter filter = state.filter(alliances.owners(state.spaces(), state.alliance()));
        Counts counts = query.counts(filter);
        List<SpaceId> known = new ArrayList<>(scopes.current().spaces());
        Page page = getContent().clear();
        PageHeader header = new PageHeader().here(getTranslation("opportunity.list.here"));
        whereToPost().ifPresent(space -> header.actions(new LinkButton(Icon.PLUS,
                getTranslation("opportunity.list.post"), OpportunityNavigation.post(space)).primary().small()));
        page.bar(header).title(title(counts.all()), subtitle(counts.all())).facets();
        Map<SpaceId, Spaces.Space> names = names(counts, known);
        page.main(filters(names), new HiddenHeading(getTranslation("base.results")), results(filter, counts));
        page.aside(facets(counts, names, known));
    }

    /** The first space in which whoever looks may post, the ones they belong to first. */
    private Optional<SpaceId> whereToPost() {
        return scopes.current().directSpaces().stream()
                .filter(space -> policy.may(Operation.CREATE, Subject.of(space))).findFirst();
    }

    private String title(int count) {
        boolean more = count >= OpportunityQuery.MOST_COUNTED;
        return getTranslation(state.closed() ? "opportunity.list.titleClosed" : "opportunity.list.title",
                more ? OpportunityQuery.MOST_COUNTED - 1 : count, more ? 1 : 0);
    }

    private String subtitle(int count) {
        String key = !state.text().isEmpty() ? "opportunity.list.byMatch"
                : state.newest() || state.closed() ? "opportunity.list.byNewest" : "opportunity.list.byDeadline";
        return count == 0 ? "" : getTranslation(key);
    }

    private Map<SpaceId, Spaces.Space> names(Counts counts, List<SpaceId> known) {
        Set<SpaceId> all = new HashSet<>(known);
        all.addAll(state.spaces());
        counts.owners().keySet().stream().limit(TERRITORIES_SHOWN).forEach(all::add);
        if (state.alliance() != null) {
            all.add(state.alliance());
        }
        return spaces.find(all);
    }

    // ------------------------------------------------------------------ filters

    private Component filters(Map<SpaceId, Spaces.Space> names) {
        words.setAriaLabel(getTranslation("opportunity.list.search"));
        words.setPlaceholder(getTranslation("opportunity.list.search"));
        words.setPrefixComponent(Icon.SEARCH.small());
        words.setClearButtonVisible(true);
        words.setMaxLength(100);
        words.setValue(state.text());
        ViewSwitch direction = new ViewSwitch(getTranslation("opportunity.list.direction"));
        direction.option(getTranslation("opportunity.list.all"), state.direction(null).href(),
                state.direction() == null);
        direction.option(getTranslation("opportunity.list.needs"), state.direction(Direction.NEED).href(),
                state.direction() == Direction.NEED);
        direction.option(getTranslation("opportunity.list.offers"), state.direction(Direction.OFFER).href(),
                state.direction() == Direction.OFFER);
        FilterBar bar = new FilterBar(direction).words(words);
        if (state.alliance() != null && names.containsKey(state.alliance())) {
            bar.add(FilterChip.on(Icon.NETWORK, names.get(state.alliance()).shortName(),
                    () -> go(state.alliance(null))));
        }
        state.spaces().stream().filter(names::containsKey).forEach(space -> bar.add(FilterChip.on(Icon.MAP_PIN,
                names.get(space).shortName(), () -> go(state.space(space, false)))));
        state.themes().forEach(theme -> bar.add(FilterChip.on(Icon.TAG, getTranslation(theme.messageKey()), () -> {
            Set<Theme> others = new HashSet<>(state.themes());
            others.remove(theme);
            go(state.themes(others));
        })));
        bar.add(themeChoice());
        LocalDate due = state.dueUntil();
        bar.add(due == null ? dueChoice() : FilterChip.on(Icon.CLOCK, getTranslation("opportunity.list.before",
                Formats.current().date(due, today.date())), () -> go(state.dueUntil(null))));
        if (state.isNarrowed()) {
            bar.clear(() -> go(state.cleared()));
        }
        ViewSwitch order = new ViewSwitch(getTranslation("opportunity.list.order"))
                .option(getTranslation("opportunity.list.urgent"), state.newest(false).href(), !state.newest())
                .option(getTranslation("opportunity.list.newest"), state.newest(true).href(), state.newest());
        ViewSwitch view = new ViewSwitch(getTranslation("opportunity.list.view"))
                .option(Icon.LIST, getTranslation("opportunity.list.rows"), state.table(false).href(), !state.table())
                .option(Icon.TABLE_2, getTranslation("opportunity.list.table"), state.table(true).href(),
                        state.table());
        Div end = new Div(order, view);
        end.addClassName("ml-row");
        Div all = new Div(bar, end);
        all.addClassNames("ml-stack");
        return all;
    }

    private Component themeChoice() {
        Popover popover = new Popover();
        CheckboxGroup<Theme> choice = new CheckboxGroup<>(getTranslation("opportunity.list.themes"));
        choice.setItems(Theme.values());
        choice.setItemLabelGenerator(theme -> getTranslation(theme.messageKey()));
        choice.setValue(state.themes());
        choice.addClassName("ml-vertical");
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(state.themes(event.getValue()));
            }
        });
        popover.add(choice);
        FilterChip chip = FilterChip.off(getTranslation("opportunity.list.theme"), () -> {});
        popover.setTarget(chip);
        popover.setAriaLabel(getTranslation("opportunity.list.themes"));
        return new Div(chip, popover);
    }

    private Component dueChoice() {
        Popover popover = new Popover();
        Div choices = new Div();
        choices.addClassName("ml-stack");
        for (int days : DAYS) {
            choices.add(new LinkButton(getTranslation("opportunity.list.within", days),
                    state.dueUntil(today.date().plusDays(days)).href()).quiet().small());
        }
        popover.add(choices);
        FilterChip chip = FilterChip.off(getTranslation("opportunity.list.due"), () -> {});
        popover.setTarget(chip);
        popover.setAriaLabel(getTranslation("opportunity.list.due"));
        return new Div(chip, popover);
    }

    private Component[] facets(Counts counts, Map<SpaceId, Spaces.Space> names, List<SpaceId> known) {
        Facet kinds = new Facet(getTranslation("opportunity.list.kind"));
        for (OpportunityKind kind : OpportunityKind.values()) {
            int count = counts.kinds().getOrDefault(kind, 0);
            if (count > 0 || state.kinds().contains(kind)) {
                kinds.option(getTranslation(kind.messageKey()), count, state.kinds().contains(kind),
                        on -> go(state.kind(kind, on)));
            }
        }
        Facet owners = new Facet(getTranslation("opportunity.list.territory"));
        Set<SpaceId> shown = new LinkedHashSet<>(state.spaces());
        counts.owners().keySet().stream().limit(TERRITORIES_SHOWN).forEach(shown::add);
        shown.stream().filter(names::containsKey)
                .sorted(Comparator.comparing(space -> -counts.owners().getOrDefault(space, 0)))
                .forEach(space -> owners.option(names.get(space).shortName(), counts.owners().getOrDefault(space, 0),
                        state.spaces().contains(space), on -> go(state.space(space, on))));
        List<Component> all = new ArrayList<>(List.of(kinds, owners));
        List<SpaceId> mine = known.stream().filter(space -> names.containsKey(space)
                && names.get(space).kind() == SpaceKind.ALLIANCE).toList();
        if (!mine.isEmpty()) {
            Facet allied = new Facet(getTranslation("opportunity.list.alliance"));
            mine.forEach(space -> allied.option(names.get(space).shortName(), -1, space.equals(state.alliance()),
                    on -> go(state.alliance(on ? space : null))));
            all.add(allied);
        }
        all.add(new LinkButton(getTranslation(state.closed() ? "opportunity.list.seeOpen"
                : "opportunity.list.seeClosed"), state.closed(!state.closed()).href()).quiet().small());
        return all.toArray(Component[]::new);
    }

    // ------------------------------------------------------------------ results

    private Component results(OpportunityFilter filter, Counts counts) {
        if (counts.all() == 0) {
            return nothing();
        }
        OpportunityQuery.Rows first = query.page(filter, null);
        Div results = new Div();
        results.addClassName("ml-results");
        Button more = new Button(getTranslation("opportunity.list.more"));
        more.setVisible(false);
        if (state.table()) {
            OpportunityTable table = new OpportunityTable(spaces, today);
            results.add(table, more);
            append(filter, first, more, found -> table.append(found.rows()));
        } else {
            DrawnList list = new DrawnList();
            results.add(list, more);
            append(filter, first, more, found -> list.add(rows.of(found.rows())));
        }
        return results;
    }

    private void append(OpportunityFilter filter, OpportunityQuery.Rows first, Button more,
            Consumer<OpportunityQuery.Rows> show) {
        Position[] next = {first.next()};
        show.accept(first);
        more.setVisible(next[0] != null);
        more.setDisableOnClick(true);
        more.addClickListener(event -> {
            OpportunityQuery.Rows found = query.page(filter, next[0]);
            next[0] = found.next();
            show.accept(found);
            more.setVisible(next[0] != null);
            more.setEnabled(true);
        });
    }

    private Component nothing() {
        if (!state.isNarrowed()) {
            EmptyState empty = new EmptyState(getTranslation(state.closed() ? "opportunity.list.noneClosed"
                    : "opportunity.list.none")).text(getTranslation("opportunity.list.noneText"));
            whereToPost().ifPresent(space -> empty.actions(new LinkButton(getTranslation("opportunity.list.post"),
                    OpportunityNavigation.post(space)).small()));
            return empty;
        }
        int all = query.count(state.cleared().filter(Set.of()));
        boolean shortWords = !state.text().isEmpty() && FullText.allWords(state.text()).isEmpty();
        EmptyState empty = new EmptyState(getTranslation("opportunity.list.nothing"))
                .text(getTranslation(shortWords ? "opportunity.list.shortWords" : "opportunity.list.nothingText", all));
        return empty.actions(new LinkButton(getTranslation("opportunity.list.seeAll"), state.cleared().href()).small());
    }

    private void go(ListState to) {
        String href = to.href();
        int query = href.indexOf('?');
        UI.getCurrent().navigate(OpportunityNavigation.LIST,
                query < 0 ? QueryParameters.empty() : QueryParameters.fromString(href.substring(query + 1)));
    }
}
