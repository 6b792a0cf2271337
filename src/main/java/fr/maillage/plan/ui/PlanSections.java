package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AllianceFacts;
import fr.maillage.access.AllianceMembers;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.plan.PlanPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plans on the page of a space: a few in the overview, all in their tab. An alliance shows its members' too. */
@Configuration(proxyBeanMethods = false)
class PlanSections {

    private static final String TAB = "plans";
    private static final int ORDER = 10;
    private static final int FEW = 5;
    private static final int PAGE = 30;
    private static final int MOST_MEMBERS = 300;

    @Bean
    SpaceSection planOverview(PlanPages pages, PlanRows rows, AllianceMembers members, Today today) {
        return new Overview(new Shown(pages, rows, members, today));
    }

    @Bean
    SpaceSection planTab(PlanPages pages, PlanRows rows, AllianceMembers members, Today today, PlanDialogs dialogs) {
        return new Tab(new Shown(pages, rows, members, today), dialogs);
    }

    private record Shown(PlanPages pages, PlanRows rows, AllianceMembers members, Today today) {

        /** The space and, for an alliance, its members. */
        List<SpaceId> spaces(SpaceId space) {
            List<SpaceId> all = new ArrayList<>(List.of(space));
            members.linksTo(Set.of(space), today.date()).stream().map(AllianceFacts.AllianceLink::member)
                    .limit(MOST_MEMBERS).forEach(all::add);
            return all;
        }
    }

    private record Overview(Shown shown) implements SpaceSection {

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
            return "plan.list";
        }

        @Override
        public Optional<More> more(SpaceId space) {
            return Optional.of(new More(I18NProvider.translate("plan.section.all"), "?onglet=" + TAB));
        }

        @Override
        public Optional<Component> section(SpaceId space) {
            List<SpaceId> spaces = shown.spaces(space);
            var plans = shown.pages().ofSpaces(spaces, null, FEW).plans();
            return plans.isEmpty() ? Optional.empty()
                    : Optional.of(new DrawnList(shown.rows().rows(plans, spaces.size() > 1)));
        }
    }

    private record Tab(Shown shown, PlanDialogs dialogs) implements SpaceSection {

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
            return "plan.list";
        }

        @Override
        public String tab() {
            return TAB;
        }

        @Override
        public OptionalInt count(SpaceId space) {
            return OptionalInt.of(shown.pages().count(shown.spaces(space)));
        }

        @Override
        public Optional<Component> section(SpaceId space) {
            List<SpaceId> spaces = shown.spaces(space);
            boolean mayCreate = shown.pages().mayCreateIn(space);
            Div tab = new Div();
            if (mayCreate) {
                Div row = new Div(Buttons.primary(I18NProvider.translate("plan.new"), () -> dialogs.newPlan(space)));
                row.addClassNames("ml-row", "ml-end");
                tab.add(row);
            }
            tab.add(new PlanList(after -> shown.pages().ofSpaces(spaces, after, PAGE),
                    plans -> shown.rows().rows(plans, spaces.size() > 1),
                    () -> new EmptyState(I18NProvider.translate("plan.section.none"))));
            return Optional.of(tab);
        }
    }
}
