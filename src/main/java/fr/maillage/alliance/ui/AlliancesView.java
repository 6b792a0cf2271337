package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.AccessScope;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Role;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.AllianceSummary;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Membership;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.HiddenHeading;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The alliances of the country, found by a few letters. */
@Route(AllianceNavigation.LIST)
@AnonymousAllowed
class AlliancesView extends Composite<Page> implements AfterNavigationObserver, HasDynamicTitle {

    private static final int PAGE = 30;
    private static final int NAMED_MEMBERS = 6;
    private static final String TEXT = "q";

    private final transient Alliances alliances;
    private final transient AllianceService service;
    private final transient AccessScopes scopes;
    private final transient Spaces spaces;
    private final TextField search = new TextField();
    private final DrawnList list = new DrawnList();
    private final Div end = new Div();
    private String text = "";

    AlliancesView(Alliances alliances, AllianceService service, AccessScopes scopes, Spaces spaces) {
        this.alliances = alliances;
        this.service = service;
        this.scopes = scopes;
        this.spaces = spaces;
        search.setLabel(getTranslation("alliance.search"));
        search.setClearButtonVisible(true);
        search.setPrefixComponent(Icon.SEARCH.small());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidthFull();
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrent().navigate(AlliancesView.class, event.getValue().isBlank() ? QueryParameters.empty()
                        : QueryParameters.of(TEXT, event.getValue().strip()));
            }
        });
        end.addClassName("ml-more");
        PageHeader bar = new PageHeader().here(getTranslation("alliance.list"));
        List<Spaces.Space> coordinated = coordinated();
        if (!coordinated.isEmpty()) {
            Button found = new Button(getTranslation("alliance.found"), Icon.PLUS.small(),
                    event -> new FoundDialog(coordinated, service).open());
            found.addThemeVariants(ButtonVariant.PRIMARY);
            bar.actions(found);
        }
        getContent().bar(bar).title(getTranslation("alliance.list"), getTranslation("alliance.list.text"))
                .content(search, new HiddenHeading(getTranslation("base.results")), list, end);
    }

    /** The territories and alliances in whose name this person may found one. */
    private List<Spaces.Space> coordinated() {
        AccessScope scope = scopes.current();
        List<SpaceId> ids = scope.spaces().stream()
                .filter(space -> scope.roleIn(space).filter(role -> role == Role.COORDINATOR).isPresent()).toList();
        Map<SpaceId, Spaces.Space> known = spaces.find(ids);
        return ids.stream().filter(known::containsKey).map(known::get)
                .sorted((a, b) -> Boolean.compare(a.kind() != SpaceKind.TERRITORY, b.kind() != SpaceKind.TERRITORY))
                .toList();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        text = event.getLocation().getQueryParameters().getSingleParameter(TEXT).orElse("");
        search.setValue(text);
        list.clear();
        show(null);
    }

    private void show(@Nullable AllianceSummary after) {
        List<AllianceSummary> page = alliances.list(text, after, PAGE);
        Map<SpaceId, List<Membership>> members =
                alliances.members(page.stream().map(AllianceSummary::id).collect(Collectors.toSet()));
        List<SpaceId> named = new ArrayList<>(page.stream().map(AllianceSummary::id).toList());
        members.values().forEach(all -> all.stream().limit(NAMED_MEMBERS).map(Membership::member).forEach(named::add));
        Map<SpaceId, Spaces.Space> known = spaces.find(named);
        list.add(page.stream().map(alliance -> line(alliance, members.getOrDefault(alliance.id(), List.of()), known))
                .toList());
        end.removeAll();
        if (after == null && page.isEmpty()) {
            end.add(new EmptyState(getTranslation(text.isEmpty() ? "alliance.list.none" : "alliance.list.notFound",
                    text)));
        } else if (page.size() == PAGE) {
            Button more = new Button(getTranslation("alliance.list.more"), event -> show(page.getLast()));
            more.setDisableOnClick(true);
            end.add(more);
        }
    }

    private ListLine line(AllianceSummary alliance, List<Membership> members, Map<SpaceId, Spaces.Space> known) {
        ListLine line = new ListLine(alliance.shortName(), "/" + AllianceNavigation.path(alliance.slug()));
        Spaces.Space space = known.get(alliance.id());
        if (space != null) {
            line.sign(SpaceWords.emblem(space));
        }
        List<String> facts = new ArrayList<>();
        if (!alliance.kind().isEmpty()) {
            facts.add(alliance.kind());
        }
        if (alliance.since() != null) {
            facts.add(getTranslation("alliance.since", String.valueOf(alliance.since())));
        }
        facts.add(getTranslation("alliance.members.count", alliance.members()));
        Div who = new Div();
        who.addClassNames("ml-small", "ml-muted");
        String names = members.stream().map(Membership::member).filter(known::containsKey)
                .map(member -> known.get(member).shortName()).limit(NAMED_MEMBERS).collect(Collectors.joining(", "));
        int rest = alliance.members() - (int) Math.min(NAMED_MEMBERS, members.size());
        who.setText(rest > 0 ? getTranslation("alliance.members.andOthers", names, rest) : names);
        return line.meta(facts.toArray(String[]::new)).add(who);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("alliance.list") + " · Maillage";
    }
}
