package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.discussion.ActivityLog;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What discussions bring to the page of a space: what moved, all of it in a tab, and the button to follow. */
@Configuration(proxyBeanMethods = false)
class SpaceParts {

    private static final String LABEL = "discussion.activity";
    private static final String TAB = "activite";
    private static final int ORDER = 40;
    private static final int FEW = 5;
    private static final int PAGE = 30;

    @Bean
    SpaceSection spaceActivity(DiscussionComponents components, ActivityLog activity, Spaces spaces) {
        return new SpaceSection() {
            @Override
            public Slot slot() {
                return Slot.MAIN;
            }

            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String labelKey() {
                return LABEL;
            }

            @Override
            public Optional<More> more(SpaceId space) {
                return spaces.find(space).map(found -> new More(I18NProvider.translate("discussion.activity.all"),
                        found.path() + "?onglet=" + TAB));
            }

            @Override
            public Optional<Component> section(SpaceId space) {
                return activity.ofSpace(space, 1).isEmpty() ? Optional.empty()
                        : Optional.of(components.feed(space, FEW));
            }
        };
    }

    @Bean
    SpaceSection spaceActivityTab(DiscussionComponents components) {
        return new SpaceSection() {
            @Override
            public Slot slot() {
                return Slot.TAB;
            }

            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String labelKey() {
                return LABEL;
            }

            @Override
            public String tab() {
                return TAB;
            }

            @Override
            public Optional<Component> section(SpaceId space) {
                return Optional.of(components.feed(space, PAGE));
            }
        };
    }

    @Bean
    SpaceSection spaceFollow(DiscussionComponents components) {
        return new SpaceSection() {
            @Override
            public Slot slot() {
                return Slot.ACTIONS;
            }

            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String labelKey() {
                return "discussion.follow";
            }

            @Override
            public Optional<Component> section(SpaceId space) {
                return Optional.of(components.follow(space));
            }
        };
    }
}
