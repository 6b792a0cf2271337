package fr.maillage.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AllianceFacts;
import fr.maillage.access.AllianceMembers;
import fr.maillage.access.ListQuery;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.practice.PracticeFilter;
import fr.maillage.practice.PracticeQuery;
import fr.maillage.practice.PracticeRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Practices on the page of a space. An alliance shows its members’ too. */
@Configuration(proxyBeanMethods = false)
class PracticeSections {

    private static final String TAB = "pratiques";
    private static final int ORDER = 30;
    private static final int FEW = 3;
    private static final int MOST_MEMBERS = 300;

    private record Source(PracticeQuery practices, PracticeRows rows, AllianceMembers members, AccessPolicy policy,
            Today today) {

        PracticeFilter of(SpaceId space) {
            Set<SpaceId> owners = new HashSet<>(Set.of(space));
            members.linksTo(Set.of(space), today.date()).stream().map(AllianceFacts.AllianceLink::member)
                    .limit(MOST_MEMBERS).forEach(owners::add);
            return PracticeFilter.NONE.owners(owners);
        }
    }

    @Bean
    SpaceSection practiceOverview(PracticeQuery practices, PracticeRows rows, AllianceMembers members,
            AccessPolicy policy, Today today) {
        return new Overview(new Source(practices, rows, members, policy, today));
    }

    @Bean
    SpaceSection practiceTab(PracticeQuery practices, PracticeRows rows, AllianceMembers members, AccessPolicy policy,
            Today today) {
        return new Tab(new Source(practices, rows, members, policy, today));
    }

    private record Overview(Source source) implements SpaceSection {

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
            return "practice.list";
        }

        @Override
        public Optional<More> more(SpaceId space) {
            return Optional.of(new More(I18NProvider.translate("practice.section.all"), "?onglet=" + TAB));
        }

        @Override
        public Optional<Component> section(SpaceId space) {
            List<PracticeRow> found = source.practices().page(source.of(space), null, FEW).rows();
            return found.isEmpty() ? Optional.empty() : Optional.of(new DrawnList(source.rows().rows(found)));
        }
    }

    private record Tab(Source source) implements SpaceSection {

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
            return "practice.list";
        }

        @Override
        public String tab() {
            return TAB;
        }

        @Override
        public OptionalInt count(SpaceId space) {
            return OptionalInt.of(source.practices().count(source.of(space), 100));
        }

        @Override
        public Optional<Component> section(SpaceId space) {
            PracticeFilter filter = source.of(space);
            PracticeQuery.Page first = source.practices().page(filter, null, ListQuery.PAGE);
            Div whole = new Div();
            if (source.policy().may(Operation.CREATE, Subject.of(space))) {
                whole.add(new LinkButton(Icon.PLUS, I18NProvider.translate("practice.new"),
                        PracticeNavigation.create(space)).primary());
            }
            whole.add(first.rows().isEmpty() ? new EmptyState(I18NProvider.translate("practice.none"))
                    : source.rows().growing(first,
                            after -> source.practices().page(filter, after, ListQuery.PAGE)));
            return Optional.of(whole);
        }
    }
}
