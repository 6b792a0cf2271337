package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Membership;
import fr.maillage.alliance.ui.SpaceWords.Known;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.FranceMap;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.territory.GeoPoint;
import fr.maillage.territory.TerritoryLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of an alliance on the map, and beside it the same in words. */
@org.springframework.stereotype.Component
class MembersOverview implements SpaceSection {

    /** Beyond, the list is in its tab. */
    private static final int LISTED = 12;

    private final Alliances alliances;
    private final SpaceWords words;

    MembersOverview(Alliances alliances, SpaceWords words) {
        this.alliances = alliances;
        this.words = words;
    }

    @Override
    public Slot slot() {
        return Slot.MAIN;
    }

    /** Before the plans: who we are comes before what we do. */
    @Override
    public int order() {
        return 5;
    }

    @Override
    public String labelKey() {
        return "alliance.members";
    }

    @Override
    public boolean inTerritories() {
        return false;
    }

    @Override
    public Optional<More> more(SpaceId space) {
        return words.tab(space, AllianceNavigation.MEMBERS_TAB)
                .map(path -> new More(I18NProvider.translate("alliance.members.all"), path));
    }

    @Override
    public Optional<Component> section(SpaceId alliance) {
        List<Membership> members = alliances.members(alliance);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Known known = words.members(members);
        List<SpaceId> shown = members.stream().map(Membership::member).filter(known::has).toList();
        Div beside = new Div(map(shown, known), list(shown, known));
        beside.addClassName("ml-map-and-list");
        return Optional.of(beside);
    }

    private Component map(List<SpaceId> members, Known known) {
        Map<SpaceId, GeoPoint> places = alliances.places(members);
        FranceMap map = new FranceMap(I18NProvider.translate("alliance.map"));
        Formats formats = Formats.current();
        return map.alliance(members.stream().filter(places::containsKey).map(member -> {
            Spaces.Space space = known.space(member);
            GeoPoint at = places.get(member);
            TerritoryLine line = known.territories().get(member);
            return new FranceMap.Point(member.value().toString(), space.shortName(), line == null ? ""
                    : I18NProvider.translate("alliance.inhabitants", formats.number(line.population())),
                    at.latitude(), at.longitude(), space.hue(), known.href(member));
        }).toList());
    }

    private static Component list(List<SpaceId> members, Known known) {
        UnorderedList list = new UnorderedList();
        list.addClassName("ml-list");
        Formats formats = Formats.current();
        members.stream().limit(LISTED).forEach(member -> list.add(new ListItem(
                new ListLine(known.space(member).shortName(), known.href(member)).sign(known.emblem(member))
                        .meta(known.shortFacts(member, formats)).middle())));
        if (members.size() > LISTED) {
            ListItem more = new ListItem(
                    I18NProvider.translate("alliance.members.others", members.size() - LISTED));
            more.addClassNames("ml-muted", "ml-small");
            list.add(more);
        }
        return list;
    }
}
