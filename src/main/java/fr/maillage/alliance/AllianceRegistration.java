package fr.maillage.alliance;

import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.base.Hue;
import fr.maillage.base.SpaceId;
import fr.maillage.territory.GeoPoint;
import fr.maillage.territory.Territories;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the directory of spaces in step with the alliances: what each is called and how it is drawn. */
@Component
class AllianceRegistration {

    private final Spaces spaces;
    private final AllianceQueries queries;
    private final Territories territories;
    private final EntityManager entities;

    AllianceRegistration(Spaces spaces, AllianceQueries queries, Territories territories, EntityManager entities) {
        this.spaces = spaces;
        this.queries = queries;
        this.territories = territories;
        this.entities = entities;
    }

    /** Enters the alliance as it stands now, after what was changed in this transaction. */
    void register(Alliance alliance) {
        entities.flush();
        spaces.register(new Spaces.Space(alliance.space(), SpaceKind.ALLIANCE, alliance.name(), alliance.shortName(),
                "alliances/" + alliance.slug(), Hue.of(alliance.slug()), emblem(alliance.space())));
    }

    private String emblem(SpaceId alliance) {
        List<SpaceId> members = queries.activeMembers(Set.of(alliance)).getOrDefault(alliance, List.of());
        Map<SpaceId, GeoPoint> points = points(members);
        Map<SpaceId, Spaces.Space> known = spaces.find(members);
        List<AllianceEmblem.Knot> knots = new ArrayList<>();
        for (SpaceId member : members) {
            if (points.containsKey(member) && known.containsKey(member)) {
                knots.add(new AllianceEmblem.Knot(points.get(member), known.get(member).hue()));
            }
        }
        return AllianceEmblem.of(knots);
    }

    /** Where the members are: a territory at its main town, an alliance amid its own members, one level down. */
    Map<SpaceId, GeoPoint> points(Collection<SpaceId> members) {
        Map<SpaceId, List<SpaceId>> nested = queries.activeMembers(members);
        Set<SpaceId> places = new HashSet<>(members);
        nested.values().forEach(places::addAll);
        Map<SpaceId, GeoPoint> points = new HashMap<>(territories.points(places));
        nested.forEach((alliance, inside) -> {
            List<GeoPoint> at = inside.stream().filter(points::containsKey).map(points::get).toList();
            if (!at.isEmpty()) {
                points.put(alliance, new GeoPoint(
                        at.stream().mapToDouble(GeoPoint::latitude).average().orElseThrow(),
                        at.stream().mapToDouble(GeoPoint::longitude).average().orElseThrow()));
            }
        });
        points.keySet().retainAll(new HashSet<>(members));
        return points;
    }
}
