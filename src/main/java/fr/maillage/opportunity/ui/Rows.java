package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.ItemRow;
import fr.maillage.base.ui.NeedOffer;
import fr.maillage.base.ui.SpaceChip;
import fr.maillage.base.ui.Tag;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.OpportunityRow;
import fr.maillage.opportunity.OpportunityStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Opportunities as rows of a list; the names of all their spaces are read at once. */
@org.springframework.stereotype.Component
class Rows {

    private final Spaces spaces;
    private final Today today;

    Rows(Spaces spaces, Today today) {
        this.spaces = spaces;
        this.today = today;
    }

    List<Component> of(Collection<OpportunityRow> rows) {
        Map<SpaceId, Spaces.Space> known = spaces
                .find(rows.stream().map(OpportunityRow::owner).collect(Collectors.toSet()));
        return rows.stream().map(row -> row(row, known.get(row.owner()))).toList();
    }

    private Component row(OpportunityRow row, Spaces.@org.jspecify.annotations.Nullable Space space) {
        ItemRow item = new ItemRow(row.title(), OpportunityNavigation.of(row.id()))
                .kind(KindLook.of(row.kind()).icon(), new NeedOffer(row.direction() == Direction.OFFER),
                        I18NProvider.translate(row.kind().messageKey()))
                .date(row.deadline(), today.date()).summary(row.summary());
        DetailWords.price(row.kind(), row.details()).ifPresent(item::price);
        if (space != null) {
            item.right(new SpaceChip(space.shortName(), space.hue(), Emblem.stored(space.emblem())));
        }
        if (row.status() == OpportunityStatus.CLOSED) {
            item.right(new Tag(I18NProvider.translate(row.status().messageKey())));
        }
        return item;
    }
}
