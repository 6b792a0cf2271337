package fr.maillage.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.access.Viewer;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Membership;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Emblems;
import fr.maillage.base.ui.FranceMap;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Liteau;
import fr.maillage.base.ui.Mark;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.SpaceChip;
import fr.maillage.base.ui.Tile;
import fr.maillage.practice.PracticeFilter;
import fr.maillage.practice.PracticeQuery;
import fr.maillage.practice.PracticeRow;
import fr.maillage.territory.GeoPoint;
import fr.maillage.territory.Territories;
import java.util.List;
import java.util.Map;

/** What Maillage is, for whoever comes by, and what is public in it. People who are signed in go home instead. */
@Route(value = "", autoLayout = false)
@AnonymousAllowed
class LandingView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SHOWN_ALLIANCE = "vvv";
    private static final int SHOWN_PRACTICES = 3;

    private final CurrentViewer viewer;
    private final Territories territories;
    private final Alliances alliances;
    private final Spaces spaces;
    private final PracticeQuery practices;

    LandingView(CurrentViewer viewer, Territories territories, Alliances alliances, Spaces spaces,
            PracticeQuery practices) {
        this.viewer = viewer;
        this.territories = territories;
        this.alliances = alliances;
        this.spaces = spaces;
        this.practices = practices;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.landing.pageTitle");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (viewer.get() instanceof Viewer.SignedIn) {
            event.forwardTo("accueil");
            return;
        }
        Anchor skip = new Anchor("#" + Page.ID, getTranslation("shell.skip"));
        skip.addClassName("ml-skip");
        skip.setRouterIgnore(true);
        Main main = new Main(hero(), forWhom(), shared(), trust());
        main.setId(Page.ID);
        getContent().removeAll();
        getContent().addClassName("ml-public");
        getContent().add(skip, new Liteau(), bar(), main, foot());
    }

    private Component bar() {
        Anchor brand = new Anchor("/", new Mark(), new Span(getTranslation("shell.name")));
        brand.addClassName("ml-brand");
        UnorderedList list = new UnorderedList(new ListItem(new Anchor("/pratiques", words("shell.nav.practices"))),
                new ListItem(new Anchor("/opportunites", words("shell.nav.opportunities"))),
                new ListItem(new Anchor("/territoires", words("shell.nav.territories"))));
        Nav nav = new Nav(list);
        nav.getElement().setAttribute("aria-label", words("shell.landing.nav"));
        LinkButton signIn = new LinkButton(words("shell.signIn"), "/login");
        Div end = new Div(signIn);
        end.addClassNames("ml-push", "ml-row");
        Header bar = new Header(brand, nav, end);
        bar.addClassName("ml-public-bar");
        return bar;
    }

    private Component hero() {
        Paragraph lead = new Paragraph(words("shell.landing.lead"));
        lead.addClassName("lead");
        Div ways = new Div(new LinkButton(words("shell.landing.find"), "/territoires").primary().large(),
                new LinkButton(words("shell.landing.read"), "/pratiques").large());
        ways.addClassNames("ml-row", "ml-wrap");
        Section hero = new Section(new Div(new H1(words("shell.landing.title")), lead, ways), map());
        hero.addClassName("ml-hero");
        return hero;
    }

    private Component map() {
        FranceMap map = new FranceMap(words("shell.landing.map"));
        map.dots(territories.allPoints().stream()
                .map(place -> new Emblems.Point(place.point().latitude(), place.point().longitude(), 0)).toList());
        alliances.find(SHOWN_ALLIANCE).ifPresent(alliance -> {
            List<SpaceId> members = alliances.members(alliance.id()).stream().map(Membership::member).toList();
            Map<SpaceId, Space> known = spaces.find(members);
            Map<SpaceId, GeoPoint> places = territories.points(members);
            map.alliance(members.stream().filter(places::containsKey).filter(known::containsKey).map(id -> {
                Space space = known.get(id);
                return new FranceMap.Point(id.value().toString(), space.shortName(), "", places.get(id).latitude(),
                        places.get(id).longitude(), space.hue(), "/" + space.path());
            }).toList());
        });
        return map;
    }

    private Component forWhom() {
        Div four = new Div(person(Icon.LANDMARK, "elected"), person(Icon.LIST_CHECKS, "staff"),
                person(Icon.FACTORY, "business"), person(Icon.HANDSHAKE, "partner"));
        four.addClassName("ml-four");
        return section(new H2(words("shell.landing.why")), four);
    }

    private Component person(Icon icon, String who) {
        return new Div(icon.large(), new H3(words("shell.landing." + who)),
                new Paragraph(words("shell.landing." + who + ".text")));
    }

    private Component shared() {
        List<PracticeRow> rows = practices.page(PracticeFilter.NONE, null, SHOWN_PRACTICES).rows();
        if (rows.isEmpty()) {
            return new Div();
        }
        Map<SpaceId, Space> known = spaces.find(rows.stream().map(PracticeRow::owner).distinct().toList());
        Div three = new Div();
        three.addClassName("ml-three");
        rows.stream().filter(row -> known.containsKey(row.owner())).forEach(row -> {
            Space space = known.get(row.owner());
            three.add(new Tile(new SpaceChip(space.shortName(), space.hue(), Emblem.stored(space.emblem())),
                    row.title(), "/pratiques/" + row.id().value(), space.hue()).text(row.summary()));
        });
        return section(new H2(words("shell.landing.shared")), three);
    }

    private Component trust() {
        Div three = new Div(promise(Icon.LOCK, "shell.landing.guessed"), promise(Icon.SAVE, "shell.landing.lost"),
                promise(Icon.USERS, "shell.landing.together"));
        three.addClassName("ml-trust");
        return section(three);
    }

    private Component promise(Icon icon, String key) {
        return new Div(icon.large(), new Paragraph(words(key)));
    }

    private static Section section(Component... parts) {
        Section section = new Section(parts);
        section.addClassName("ml-public-section");
        return section;
    }

    private Component foot() {
        Footer foot = new Footer(new Span(words("shell.name")), new Span(words("territory.source")));
        foot.addClassName("ml-public-foot");
        return foot;
    }

    private String words(String key) {
        return getTranslation(key);
    }
}
