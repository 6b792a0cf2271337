package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Spaces;
import fr.maillage.alliance.AllianceDetails;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Membership;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.SpacePages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The space of an alliance, put together from what the features bring to it. */
@Route(AllianceNavigation.LIST + "/:slug")
@AnonymousAllowed
class AllianceView extends Composite<Page> implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    /** As many lines as the stripe has. */
    private static final int STRIPE = 6;

    private final transient Alliances alliances;
    private final transient Spaces spaces;
    private final transient SpacePages pages;
    private transient @Nullable AllianceDetails alliance;

    AllianceView(Alliances alliances, Spaces spaces, SpacePages pages) {
        this.alliances = alliances;
        this.spaces = spaces;
        this.pages = pages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        alliance = event.getRouteParameters().get("slug").flatMap(alliances::find).orElseThrow(NotVisible::new);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        AllianceDetails found = Objects.requireNonNull(alliance);
        Spaces.Space space = spaces.find(found.id()).orElseThrow(NotVisible::new);
        pages.write(getContent(), new SpacePages.Head(found.id(), true, found.shortName(), space.path(),
                facts(found), space.hue(), stripe(space), Emblem.stored(space.emblem()),
                getTranslation("alliance.list"), AllianceNavigation.LIST),
                event.getLocation().getQueryParameters().getSingleParameter(SpacePages.TAB).orElse(""));
    }

    /** What it says of itself in one sentence, or its full name. */
    private static String facts(AllianceDetails alliance) {
        return !alliance.about().tagline().isEmpty() ? alliance.about().tagline()
                : !alliance.name().equals(alliance.shortName()) ? alliance.name() : alliance.about().kind();
    }

    /** One line for each member, in the order in which they joined; its own hue while there is none. */
    private List<Integer> stripe(Spaces.Space space) {
        List<SpaceId> members = alliances.members(space.id()).stream().map(Membership::member).limit(STRIPE).toList();
        Map<SpaceId, Spaces.Space> known = spaces.find(members);
        List<Integer> hues = members.stream().filter(known::containsKey).map(member -> known.get(member).hue())
                .toList();
        return hues.isEmpty() ? List.of(space.hue()) : hues;
    }

    @Override
    public String getPageTitle() {
        return (alliance == null ? getTranslation("alliance.list") : alliance.shortName()) + " · Maillage";
    }
}
