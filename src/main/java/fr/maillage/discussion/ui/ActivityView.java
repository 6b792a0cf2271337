package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import jakarta.annotation.security.PermitAll;

/** All that moved in the spaces of whoever is acting. */
@Route("activite")
@PermitAll
class ActivityView extends Composite<Page> implements HasDynamicTitle, AfterNavigationObserver {

    private static final long serialVersionUID = 1;
    private static final int PAGE = 30;

    private final transient DiscussionComponents components;

    ActivityView(DiscussionComponents components) {
        this.components = components;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("discussion.activity.pageTitle");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getContent().clear()
                .bar(new PageHeader().crumb(getTranslation("discussion.activity.home"), "/accueil")
                        .here(getTranslation("discussion.activity")))
                .title(getTranslation("discussion.activity"), getTranslation("discussion.activity.subtitle"))
                .content(components.feedOfMySpaces(PAGE, null));
    }
}
