package fr.maillage.territory.ui;

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
import fr.maillage.access.Spaces.Space;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.SpacePages;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Territory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The space of a territory, put together from what the features bring to it. */
@Route(TerritoryNavigation.FIND + "/:siren")
@AnonymousAllowed
class TerritorySpaceView extends Composite<Page> implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private final transient Territories territories;
    private final transient Spaces spaces;
    private final transient SpacePages pages;
    private @Nullable Territory territory;

    TerritorySpaceView(Territories territories, Spaces spaces, SpacePages pages) {
        this.territories = territories;
        this.spaces = spaces;
        this.pages = pages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        territory = event.getRouteParameters().get("siren").flatMap(territories::bySiren)
                .orElseThrow(NotVisible::new);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (territory == null) {
            return;
        }
        Space space = spaces.find(territory.id()).orElseThrow(NotVisible::new);
        pages.write(getContent(), new SpacePages.Head(space.id(), false, space.name(), space.path(),
                TerritoryWords.facts(territory, this::getTranslation), space.hue(), List.of(space.hue()),
                Emblem.stored(space.emblem()), getTranslation("territory.crumb"), TerritoryNavigation.FIND),
                event.getLocation().getQueryParameters().getSingleParameter(SpacePages.TAB).orElse(""));
    }

    @Override
    public String getPageTitle() {
        return (territory == null ? getTranslation("territory.crumb") : territory.name()) + " · Maillage";
    }
}
