package fr.maillage.territory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Siren;
import fr.maillage.base.SpaceId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The territories of the country: who they are and where. All of it is public. What a territory does stands in its
 * space and is asked elsewhere.
 */
@Service
@Transactional(readOnly = true)
public class Territories {

    /** A territory as the map of the country needs it: what it is called, and where it is. */
    public record MapPoint(SpaceId id, String siren, String name, GeoPoint point) {}

    private static final String ALL = "all";

    private final TerritoryQuery query;
    private final TerritorySearch search;
    /** Read for every map, changed once a year by a new reference file: a few minutes of age do no harm. */
    private final Cache<String, List<MapPoint>> points =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build();
    private final Cache<String, List<RegionLine>> regions =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build();

    /** One page asks for its territory several times. */
    private final Cache<SpaceId, Territory> recent =
            Caffeine.newBuilder().maximumSize(500).expireAfterWrite(Duration.ofMinutes(5)).build();

    Territories(TerritoryQuery query, TerritorySearch search) {
        this.query = query;
        this.search = search;
    }

    /** The territory whose space this is; empty for the space of an alliance and for an unknown one. */
    public Optional<Territory> find(SpaceId id) {
        Territory known = recent.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Territory> found = query.find(id);
        found.ifPresent(territory -> recent.put(id, territory));
        return found;
    }

    /** The territory with this number, as it stands in an address; anything that is no such number finds nothing. */
    public Optional<Territory> bySiren(String siren) {
        try {
            return find(SpaceId.ofTerritory(new Siren(siren)));
        } catch (InvalidInput noNumber) {
            return Optional.empty();
        }
    }

    /** The lines of these territories, by space; identifiers of anything else are absent. One query. */
    public Map<SpaceId, TerritoryLine> lines(Collection<SpaceId> ids) {
        return query.lines(ids).stream().collect(Collectors.toMap(TerritoryLine::id, line -> line, (a, b) -> a,
                LinkedHashMap::new));
    }

    /**
     * The territories that a few typed letters mean: by the beginning of a word of their name or of the name of one of
     * their communes, accents or not, whole names first, then the most populated.
     *
     * @param limit at most this many, 1 to 100
     */
    public List<TerritoryHit> search(String typed, int limit) {
        return search.search(typed, limit);
    }

    /** Where these territories are; identifiers of anything else are absent. One query. */
    public Map<SpaceId, GeoPoint> points(Collection<SpaceId> ids) {
        return query.lines(ids).stream().collect(Collectors.toMap(TerritoryLine::id, TerritoryLine::point));
    }

    /** Every territory of the country, for the layer of dots of a map; kept in memory for some minutes. */
    public List<MapPoint> allPoints() {
        return points.get(ALL, key -> query.allPoints());
    }

    /** The regions with their departments and numbers of territories, metropolitan France first. */
    public List<RegionLine> regions() {
        return regions.get(ALL, key -> query.regions());
    }

    /** The territories whose seat is in this department, by name: the most there are is under a hundred. */
    public List<TerritoryLine> inDepartment(String departmentCode) {
        return query.inDepartment(departmentCode);
    }

    /** The territories whose seat is in this region, by name, at most {@code limit} of them. */
    public List<TerritoryLine> inRegion(String regionCode, int limit) {
        return query.inRegion(regionCode, limit);
    }

    void forget() {
        recent.invalidateAll();
        points.invalidateAll();
        regions.invalidateAll();
    }
}
