package fr.maillage.practice.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.ListQuery;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.FilterBar;
import fr.maillage.base.ui.HiddenHeading;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.practice.PracticeFilter;
import fr.maillage.practice.PracticeQuery;
import fr.maillage.practice.PracticeService;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The practices that whoever looks may see: newest first, or the best match of a text. */
@Route(PracticeNavigation.LIST)
@AnonymousAllowed
class PracticesView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TEXT = "q";
    private static final String THEME = "theme";
    private static final int LONGEST_QUERY = 200;

    private final PracticeQuery practices;
    private final PracticeService service;
    private final PracticeRows rows;

    PracticesView(PracticeQuery practices, PracticeService service, PracticeRows rows) {
        this.practices = practices;
        this.service = service;
        this.rows = rows;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("practice.pageTitle", getTranslation("practice.list"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String text = query.getSingleParameter(TEXT).orElse("");
        PracticeFilter filter = PracticeFilter.NONE
                .text(text.substring(0, Math.min(text.length(), LONGEST_QUERY))).themes(themes(query));
        PageHeader bar = new PageHeader().here(getTranslation("practice.list"));
        List<SpaceId> mine = service.spacesToTellIn();
        if (!mine.isEmpty()) {
            bar.actions(new LinkButton(Icon.PLUS, getTranslation("practice.new"),
                    PracticeNavigation.create(mine.getFirst())).primary());
        }
        PracticeQuery.Page first = practices.page(filter, null, ListQuery.PAGE);
        getContent().clear().bar(bar)
                .title(getTranslation("practice.list"), getTranslation("practice.list.subtitle"))
                .content(filters(filter), new HiddenHeading(getTranslation("base.results")), first.rows().isEmpty() ? empty(filter)
                        : rows.growing(first, after -> practices.page(filter, after, ListQuery.PAGE)));
    }

    private static Set<Theme> themes(QueryParameters query) {
        Set<Theme> themes = EnumSet.noneOf(Theme.class);
        for (String word : query.getParameters(THEME)) {
            Arrays.stream(Theme.values()).filter(theme -> word(theme).equals(word)).forEach(themes::add);
        }
        return themes;
    }

    private static String word(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private FilterBar filters(PracticeFilter filter) {
        TextField text = new TextField();
        text.setPlaceholder(getTranslation("practice.filter.text"));
        text.setAriaLabel(getTranslation("practice.filter.text"));
        text.setPrefixComponent(Icon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(LONGEST_QUERY);
        text.setValue(filter.text());
        // A pause in typing asks; each key stroke would ask too often.
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> go(filter.text(change.getValue())));
        MultiSelectComboBox<Theme> themes = new MultiSelectComboBox<>();
        themes.setPlaceholder(getTranslation("practice.filter.theme"));
        themes.setAriaLabel(getTranslation("practice.filter.theme"));
        themes.setItems(Theme.values());
        themes.setItemLabelGenerator(theme -> getTranslation(theme.messageKey()));
        themes.setValue(filter.themes());
        themes.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(filter.themes(change.getValue()));
            }
        });
        FilterBar bar = new FilterBar(themes).words(text);
        return filter.isEmpty() ? bar : bar.clear(() -> go(PracticeFilter.NONE));
    }

    private void go(PracticeFilter filter) {
        Map<String, List<String>> query = new HashMap<>();
        if (!filter.text().isBlank()) {
            query.put(TEXT, List.of(filter.text()));
        }
        if (!filter.themes().isEmpty()) {
            query.put(THEME, filter.themes().stream().sorted().map(PracticesView::word).toList());
        }
        getUI().ifPresent(ui -> ui.navigate(PracticeNavigation.LIST, new QueryParameters(query)));
    }

    private EmptyState empty(PracticeFilter filter) {
        return filter.isEmpty() ? new EmptyState(getTranslation("practice.none"))
                .text(getTranslation("practice.none.text"))
                : new EmptyState(getTranslation("practice.noMatch")).text(getTranslation("practice.noMatch.text"))
                        .actions(new LinkButton(getTranslation("practice.filter.clear"),
                                "/" + PracticeNavigation.LIST));
    }
}
