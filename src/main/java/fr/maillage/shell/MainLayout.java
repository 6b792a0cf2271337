package fr.maillage.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.base.Hue;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Avatar;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Mark;
import fr.maillage.base.ui.SpaceEmblem;
import fr.maillage.member.PersonPrincipal;
import fr.maillage.member.ui.MemberNavigation;
import fr.maillage.territory.ui.TerritoryNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;

/** The frame of every page: the drawer on linen, the page as a sheet, and on a phone a bar above and below. */
@Layout
@AnonymousAllowed
@Uses(DrawnList.class) // Features bring lists to pages that do not name them.
class MainLayout extends Composite<Div> implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1;
    /** Spaces in the drawer; the rest is one link away. */
    private static final Logger LOG = LoggerFactory.getLogger(MainLayout.class);
    private static final int MOST_SPACES = 12;

    /**
     * A page opens at its top, and where one was when one comes back to it. The frame scrolls a box of its own, of which
     * browsers know nothing.
     */
    private static final String SCROLL = """
            const box = this.shadowRoot?.querySelector('[part~=content]');
            if (!box) return;
            this.scrolls ??= {};
            if (!this.page) {
              box.addEventListener('scroll', () => this.scrolls[this.page] = box.scrollTop, {passive: true});
            }
            if (this.page !== $0) {
              const top = $1 ? this.scrolls[$0] ?? 0 : 0;
              this.page = $0;
              box.scrollTop = top;
              if (top) requestAnimationFrame(() => requestAnimationFrame(() => box.scrollTop = top));
            }""";

    private record Entry(String path, Icon icon, String labelKey) {}

    private final AppLayout frame = new AppLayout();
    private final List<Anchor> links = new ArrayList<>();
    private final transient AccessScopes scopes;
    private final transient Spaces spaces;

    MainLayout(AccessScopes scopes, Spaces spaces) {
        this.scopes = scopes;
        this.spaces = spaces;
        Optional<PersonPrincipal> person = person();
        Anchor skip = new Anchor("#contenu", getTranslation("shell.skip"));
        skip.addClassName("ml-skip");
        skip.setRouterIgnore(true);
        frame.setPrimarySection(AppLayout.Section.DRAWER);
        frame.addToDrawer(drawer(person));
        frame.addToNavbar(phoneBar(person));
        getContent().add(skip, frame, tabBar(person));
        getContent().addClassName("ml-frame");
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        frame.setContent(content.getElement().getComponent().orElseThrow());
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        frame.setContent(null);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        boolean back = event.getLocationChangeEvent().getTrigger() == NavigationTrigger.HISTORY;
        frame.getElement().executeJs(SCROLL, "/" + path, back);
        for (Anchor link : links) {
            String target = link.getHref().substring(1);
            boolean here = target.isEmpty() ? path.isEmpty() : path.equals(target) || path.startsWith(target + "/");
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        }
    }

    private static Optional<PersonPrincipal> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PersonPrincipal principal
                ? Optional.of(principal) : Optional.empty();
    }

    private Component drawer(Optional<PersonPrincipal> person) {
        Div drawer = new Div();
        drawer.addClassName("ml-nav");
        drawer.add(new Header(brand()));
        Nav main = new Nav();
        main.getElement().setAttribute("aria-label", getTranslation("shell.nav.main"));
        UnorderedList entries = new UnorderedList();
        if (person.isPresent()) {
            entries.add(item(new Entry("accueil", Icon.INBOX, "shell.nav.home")));
        }
        for (Entry entry : List.of(new Entry("opportunites", Icon.HANDSHAKE, "shell.nav.opportunities"),
                new Entry("pratiques", Icon.BOOK_OPEN, "shell.nav.practices"),
                new Entry("plans", Icon.LIST_CHECKS, "shell.nav.plans"),
                new Entry("territoires", Icon.MAP, "shell.nav.territories"),
                new Entry("alliances", Icon.NETWORK, "shell.nav.alliances"))) {
            entries.add(item(entry));
        }
        if (person.filter(PersonPrincipal::administrator).isPresent()) {
            entries.add(item(new Entry(MemberNavigation.ACCOUNTS, Icon.SHIELD, "shell.nav.accounts")));
            entries.add(item(new Entry(MemberNavigation.JOURNAL, Icon.HISTORY, "shell.nav.journal")));
            entries.add(item(new Entry(TerritoryNavigation.OUTLINES, Icon.MAP, "shell.nav.outlines")));
        }
        main.add(entries);
        drawer.add(main);
        if (person.isPresent()) {
            List<Space> mine = known();
            drawer.add(mySpaces(mine), me(person.get(), mine));
        } else {
            Anchor signIn = link("/login", Icon.LOG_IN, getTranslation("shell.signIn"));
            signIn.setRouterIgnore(true);
            Nav foot = new Nav(signIn);
            foot.getElement().setAttribute("aria-label", getTranslation("shell.signIn"));
            foot.addClassName("ml-me");
            drawer.add(foot);
        }
        return drawer;
    }

    private Anchor brand() {
        Anchor brand = new Anchor("/", new Mark(), new Span(getTranslation("shell.name")));
        brand.addClassName("ml-brand");
        return brand;
    }

    private Component mySpaces(List<Space> mine) {
        Nav nav = new Nav();
        nav.getElement().setAttribute("aria-label", getTranslation("shell.nav.mySpaces"));
        Span label = new Span(getTranslation("shell.nav.mySpaces"));
        label.addClassName("ml-nav-label");
        UnorderedList list = new UnorderedList();
        mine.forEach(space -> {
            Anchor link = new Anchor("/" + space.path(), new SpaceEmblem(space.hue(), Emblem.stored(space.emblem()), Emblem.Size.XS),
                    new Span(space.shortName()));
            link.addClassName("ml-nav-link");
            links.add(link);
            list.add(new ListItem(link));
        });
        // A way to act, not a place one is in: “Territoires” above is what is current there.
        Anchor join = new Anchor("/territoires", Icon.PLUS.create(), new Span(getTranslation("shell.nav.join")));
        join.addClassName("ml-nav-link");
        list.add(new ListItem(join));
        nav.add(label, list);
        return nav;
    }

    /** One's own spaces; none while the database is away, so that the page which says so has its frame. */
    private List<Space> known() {
        try {
            List<SpaceId> mine = scopes.current().spaces().stream().limit(MOST_SPACES).toList();
            Map<SpaceId, Space> known = spaces.find(mine);
            return mine.stream().map(known::get).filter(Objects::nonNull).toList();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The menu stands without spaces: {}", away.getMessage());
            return List.of();
        }
    }

    private Component me(PersonPrincipal person, List<Space> mine) {
        Span text = new Span(person.name());
        mine.stream().findFirst().ifPresent(space -> scopes.current().profilesIn(space.id()).stream().findFirst()
                .ifPresent(profile -> {
                    Span place = new Span(getTranslation("shell.place",
                            getTranslation("access.profile.one." + profile), space.shortName()));
                    place.addClassName("place");
                    text.add(place);
                }));
        Anchor account = new Anchor("/compte", new Avatar(person.name(), Hue.of(person.id().toString())), text);
        account.addClassNames("ml-nav-link", "ml-grow");
        links.add(account);
        // Signing out is a post of its own, with its token: a link could be followed by a picture in a page.
        NativeButton out = new NativeButton();
        out.add(Icon.LOG_OUT.create(getTranslation("shell.signOut")));
        out.addClassName("ml-icon-button");
        out.setTitle(getTranslation("shell.signOut"));
        out.addClickListener(click -> SignOut.from(out));
        Nav foot = new Nav(account, out);
        foot.getElement().setAttribute("aria-label", getTranslation("shell.account", person.name()));
        foot.addClassName("ml-me");
        return foot;
    }

    private Component phoneBar(Optional<PersonPrincipal> person) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.nav.menu"));
        Anchor home = brand();
        Header bar = new Header(toggle, home);
        bar.addClassName("ml-phonebar");
        person.ifPresent(known -> {
            Anchor account = new Anchor("/compte", new Avatar(known.name(), Hue.of(known.id().toString())));
            account.getElement().setAttribute("aria-label", getTranslation("shell.account", known.name()));
            account.addClassName("ml-push");
            bar.add(account);
        });
        return bar;
    }

    private Component tabBar(Optional<PersonPrincipal> person) {
        Nav nav = new Nav();
        nav.addClassName("ml-tabbar");
        nav.getElement().setAttribute("aria-label", getTranslation("shell.nav.short"));
        UnorderedList list = new UnorderedList();
        List<Entry> entries = List.of(
                person.isPresent() ? new Entry("accueil", Icon.INBOX, "shell.tab.home")
                        : new Entry("login", Icon.LOG_IN, "shell.signIn"),
                new Entry("opportunites", Icon.HANDSHAKE, "shell.nav.opportunities"),
                new Entry("plans", Icon.LIST_CHECKS, "shell.tab.plans"),
                new Entry("pratiques", Icon.BOOK_OPEN, "shell.tab.practices"),
                new Entry("territoires", Icon.LAYOUT_GRID, "shell.tab.spaces"));
        for (Entry entry : entries) {
            Anchor link = new Anchor("/" + entry.path(), entry.icon().create(),
                    new Span(getTranslation(entry.labelKey())));
            links.add(link);
            list.add(new ListItem(link));
        }
        nav.add(list);
        return nav;
    }

    private ListItem item(Entry entry) {
        return new ListItem(link("/" + entry.path(), entry.icon(), getTranslation(entry.labelKey())));
    }

    private Anchor link(String href, Icon icon, String label) {
        Anchor link = new Anchor(href, icon.create(), new Span(label));
        link.addClassName("ml-nav-link");
        links.add(link);
        return link;
    }
}
