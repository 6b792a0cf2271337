package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.opportunity.OpportunityQuery;
import fr.maillage.opportunity.OpportunityRow;
import java.util.List;
import java.util.Optional;

/** The open opportunities of a space in its overview, most urgent first. */
@org.springframework.stereotype.Component
class OpenOfSpace implements SpaceSection {

    private static final int SHOWN = 4;

    private final OpportunityQuery query;
    private final AllianceReach alliances;
    private final Rows rows;
    private final Spaces spaces;

    OpenOfSpace(OpportunityQuery query, AllianceReach alliances, Rows rows, Spaces spaces) {
        this.query = query;
        this.alliances = alliances;
        this.rows = rows;
        this.spaces = spaces;
    }

    @Override
    public Slot slot() {
        return Slot.MAIN;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String labelKey() {
        return "opportunity.space.open";
    }

    @Override
    public Optional<More> more(SpaceId space) {
        boolean alliance = spaces.find(space).filter(one -> one.kind() == SpaceKind.ALLIANCE).isPresent();
        return Optional.of(new More(I18NProvider.translate("opportunity.space.all"),
                (alliance ? OpportunityNavigation.listOfAlliance(space) : OpportunityNavigation.listOf(space))
                        .substring(1)));
    }

    @Override
    public Optional<Component> section(SpaceId space) {
        List<OpportunityRow> open = query.openOf(alliances.of(space), SHOWN);
        return open.isEmpty() ? Optional.empty() : Optional.of(new DrawnList(rows.of(open)));
    }
}
