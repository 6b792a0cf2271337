package fr.maillage.alliance;

import fr.maillage.base.SpaceId;
import fr.maillage.territory.GeoPoint;
import fr.maillage.territory.Territories;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where members of alliances are on the map. */
@Component
class AlliancePlaces {

    private final AllianceQueries queries;
    private final Territories territories;

    AlliancePlaces(AllianceQueries queries, Territories territories) {
        this.queries = queries;
        this.territories = territories;
    }

    /** A territory at its main town, an alliance amid its own members, one level down; others are absent. */
    Map<SpaceId, GeoPoint> of(Collection<SpaceId> spaces) {
        Map<SpaceId, List<SpaceId>> nested = queries.activeMembers(spaces);
        Set<SpaceId> asked = new HashSet<>(spaces);
        nested.values().forEach(asked::addAll);
        Map<SpaceId, GeoPoint> points = new HashMap<>(territories.points(asked));
        nested.forEach((alliance, inside) -> {
            List<GeoPoint> at = inside.stream().filter(points::containsKey).map(points::get).toList();
            if (!at.isEmpty()) {
                points.put(alliance, new GeoPoint(
                        at.stream().mapToDouble(GeoPoint::latitude).average().orElseThrow(),
                        at.stream().mapToDouble(GeoPoint::longitude).average().orElseThrow()));
            }
        });
        points.keySet().retainAll(new HashSet<>(spaces));
        return points;
    }
}
