package fr.maillage.territory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Emblems;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.FranceMap;
import fr.maillage.base.ui.HiddenHeading;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.SpaceEmblem;
import fr.maillage.territory.RegionLine;
import fr.maillage.territory.Territories;
import fr.maillage.territory.TerritoryHit;
import fr.maillage.territory.TerritoryLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds any territory of the country: by a few letters, by region and department, on the map. */
@Route(TerritoryNavigation.FIND)
@AnonymousAllowed
class FindTerritoryView extends Composite<Page> implements AfterNavigationObserver, HasDynamicTitle {

    private static final String TYPED = "q";
    private static final String REGION = "region";
    private static final String DEPARTMENT = "departement";
    private static final String SHOWN = "jusqua";
    private static final int PAGE = 30;
    private static final int MOST_IN_REGION = 300;

    private final transient Territories territories;
    private final transient Spaces spaces;
    private final TextField field = new TextField();
    private final Div results = new Div();
    private final FranceMap map;

    FindTerritoryView(Territories territories, Spaces spaces) {
        this.territories = territories;
        this.spaces = spaces;
        field.setLabel(getTranslation("territory.find.label"));
        field.setHelperText(getTranslation("territory.find.hint"));
        field.setPrefixComponent(Icon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(80);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(250);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                search(change.getValue().strip());
            }
        });
        map = new FranceMap(getTranslation("territory.find.mapLabel"));
        map.dots(territories.allPoints().stream().map(place -> new Emblems.Point(place.point().latitude(),
                place.point().longitude(), 0)).toList());
        Div beside = new Div(map, new Paragraph(getTranslation("territory.find.mapHint")));
        beside.addClassNames("ml-map-beside", "ml-small", "ml-muted");
        results.addClassName("ml-results");
        getContent().bar(new PageHeader().here(getTranslation("territory.crumb")))
                .title(getTranslation("territory.find.title"), getTranslation("territory.find.subtitle"))
                .main(field, results).aside(new HiddenHeading(getTranslation("territory.find.map")), beside).halves();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    /** The address follows what is typed, without a step back for each pause in typing. */
    private void search(String typed) {
        QueryParameters parameters = typed.isEmpty() ? QueryParameters.empty() : QueryParameters.of(TYPED, typed);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null,
                new Location(TerritoryNavigation.FIND, parameters)));
        show(parameters);
    }

    private void show(QueryParameters asked) {
        String typed = asked.getSingleParameter(TYPED).orElse("");
        if (!field.getValue().strip().equals(typed)) {
            field.setValue(typed);
        }
        results.removeAll();
        if (!typed.isEmpty()) {
            found(typed);
        } else {
            Optional<RegionLine> region = asked.getSingleParameter(REGION).flatMap(code -> territories.regions().stream()
                    .filter(line -> line.code().equals(code)).findFirst());
            Optional<String> department = asked.getSingleParameter(DEPARTMENT);
            int shown = asked.getSingleParameter(SHOWN).filter(text -> text.matches("\\d{1,3}")).map(Integer::parseInt)
                    .orElse(PAGE);
            if (region.isPresent()) {
                region(region.get(), shown);
            } else if (department.isEmpty() || !department(department.get())) {
                country();
            }
        }
    }

    private void found(String typed) {
        List<TerritoryHit> hits = territories.search(typed, PAGE);
        if (hits.isEmpty()) {
            heading(getTranslation("territory.find.results", 0));
            results.add(new EmptyState(getTranslation("territory.find.none", typed))
                    .actions(new LinkButton(getTranslation("territory.find.noneWayOut"), "/" + TerritoryNavigation.FIND)));
            map.points(List.of());
            return;
        }
        heading(hits.size() < PAGE ? getTranslation("territory.find.results", hits.size())
                : getTranslation("territory.find.manyResults", PAGE));
        list(hits, false);
    }

    private void region(RegionLine region, int shown) {
        results.add(allAreas());
        heading(region.name());
        results.add(departments(region));
        List<TerritoryLine> lines = territories.inRegion(region.code(), Math.min(shown + 1, MOST_IN_REGION));
        list(lines.stream().limit(shown).map(line -> new TerritoryHit(line, "")).toList(), false);
        if (lines.size() > shown) {
            results.add(new LinkButton(getTranslation("territory.find.more"), "/" + TerritoryNavigation.FIND + '?'
                    + REGION + '=' + region.code() + '&' + SHOWN + '=' + (shown + PAGE)));
        }
    }

    private boolean department(String code) {
        List<TerritoryLine> lines = territories.inDepartment(code);
        if (lines.isEmpty()) {
            return false;
        }
        results.add(allAreas());
        heading(TerritoryWords.area(lines.getFirst(), this::getTranslation));
        list(lines.stream().map(line -> new TerritoryHit(line, "")).toList(), true);
        return true;
    }

    private void country() {
        heading(getTranslation("territory.find.byArea"));
        UnorderedList list = new UnorderedList();
        list.addClassName("ml-list");
        for (RegionLine region : territories.regions()) {
            H3 name = new H3(new Anchor("/" + TerritoryNavigation.FIND + '?' + REGION + '=' + region.code(),
                    region.name()));
            Span count = new Span(getTranslation("territory.find.areaCount", region.territories()));
            count.addClassNames("ml-small", "ml-faint");
            Div head = new Div(name, count);
            head.addClassName("ml-region-head");
            ListItem item = new ListItem(head, departments(region));
            item.addClassName("ml-region");
            list.add(item);
        }
        results.add(list);
        map.points(List.of());
    }

    private Component departments(RegionLine region) {
        UnorderedList list = new UnorderedList();
        list.addClassName("ml-inline-list");
        for (RegionLine.DepartmentLine department : region.departments()) {
            list.add(new ListItem(new Anchor("/" + TerritoryNavigation.FIND + '?' + DEPARTMENT + '=' + department.code(),
                    getTranslation("territory.find.inDepartment", department.name(), department.code()))));
        }
        return list;
    }

    private Component allAreas() {
        LinkButton back = new LinkButton(Icon.CHEVRON_LEFT, getTranslation("territory.find.allAreas"),
                "/" + TerritoryNavigation.FIND).quiet().small();
        return new Div(back);
    }

    /** Says politely how many were found, to those who do not see the list change. */
    private void heading(String words) {
        H2 heading = new H2(words);
        heading.getElement().setAttribute("aria-live", "polite");
        results.add(heading);
    }

    /** @param byArea whether the area is said above the list already */
    private void list(List<TerritoryHit> hits, boolean byArea) {
        Map<SpaceId, Space> known = spaces.find(hits.stream().map(hit -> hit.territory().id()).toList());
        List<Component> rows = new ArrayList<>();
        List<FranceMap.Point> points = new ArrayList<>();
        for (TerritoryHit hit : hits) {
            TerritoryLine line = hit.territory();
            Space space = known.get(line.id());
            int hue = space == null ? 0 : space.hue();
            ListLine row = new ListLine(line.name(), "/" + line.path())
                    .sign(new SpaceEmblem(hue, Emblem.stored(space == null ? "" : space.emblem()))).middle();
            List<String> facts = new ArrayList<>();
            if (!hit.commune().isEmpty()) {
                facts.add(getTranslation("territory.find.commune", hit.commune(), TerritoryWords.of(hit.commune())));
            }
            facts.add(byArea ? TerritoryWords.kind(line.legalType(), this::getTranslation)
                    : TerritoryWords.area(line, this::getTranslation));
            facts.add(TerritoryWords.inhabitants(line.population(), this::getTranslation));
            rows.add(row.meta(facts.toArray(String[]::new)));
            points.add(new FranceMap.Point(line.siren().value(), space == null ? line.name() : space.shortName(),
                    line.department().name(),
                    line.point().latitude(), line.point().longitude(), hue, "/" + line.path()));
        }
        results.add(new DrawnList(rows));
        map.points(points);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("territory.find.title") + " · Maillage";
    }
}
