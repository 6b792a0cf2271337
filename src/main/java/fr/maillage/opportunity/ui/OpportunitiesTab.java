package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.opportunity.OpportunityFilter;
import fr.maillage.opportunity.OpportunityQuery;
import fr.maillage.opportunity.OpportunityQuery.Position;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The opportunities of a space, for an alliance those of its members too. */
@org.springframework.stereotype.Component
class OpportunitiesTab implements SpaceSection {

    private final OpportunityQuery query;
    private final AllianceReach alliances;
    private final AccessPolicy policy;
    private final Rows rows;

    OpportunitiesTab(OpportunityQuery query, AllianceReach alliances, AccessPolicy policy, Rows rows) {
        this.query = query;
        this.alliances = alliances;
        this.policy = policy;
        this.rows = rows;
    }

    @Override
    public Slot slot() {
        return Slot.TAB;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String labelKey() {
        return "opportunity.space.tab";
    }

    @Override
    public String tab() {
        return "opportunites";
    }

    @Override
    public OptionalInt count(SpaceId space) {
        return OptionalInt.of(Math.min(100, query.count(filter(alliances.of(space)))));
    }

    private static OpportunityFilter filter(Set<SpaceId> owners) {
        return OpportunityFilter.open().owners(owners);
    }

    @Override
    public Optional<Component> section(SpaceId space) {
        OpportunityFilter filter = filter(alliances.of(space));
        OpportunityQuery.Rows first = query.page(filter, null);
        Div all = new Div();
        all.addClassName("ml-stack");
        boolean mayPost = policy.may(Operation.CREATE, Subject.of(space));
        LinkButton post = new LinkButton(Icon.PLUS, I18NProvider.translate("opportunity.list.post"),
                OpportunityNavigation.post(space)).small();
        if (first.rows().isEmpty()) {
            EmptyState empty = new EmptyState(I18NProvider.translate("opportunity.space.none"));
            all.add(mayPost ? empty.actions(post.primary()) : empty);
            return Optional.of(all);
        }
        if (mayPost) {
            Div bar = new Div(post);
            bar.addClassName("ml-row");
            all.add(bar);
        }
        DrawnList list = new DrawnList(rows.of(first.rows()));
        Position[] next = {first.next()};
        Button more = new Button(I18NProvider.translate("opportunity.list.more"));
        more.setVisible(next[0] != null);
        more.setDisableOnClick(true);
        more.addClickListener(event -> {
            OpportunityQuery.Rows found = query.page(filter, next[0]);
            next[0] = found.next();
            list.add(rows.of(found.rows()));
            more.setVisible(next[0] != null);
            more.setEnabled(true);
        });
        all.add(list, more);
        return Optional.of(all);
    }
}
