package fr.maillage.opportunity;

import fr.maillage.access.Lists;
import fr.maillage.base.FullText;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds opportunities by words. The words choose candidates, two thousand of the best at most; the access module then
 * says which of them whoever asks may see.
 */
@Component
class OpportunitySearch {

    private static final int MOST_CANDIDATES = 2_000;

    private record Found(UUID id, Direction direction, OpportunityKind kind, SpaceId owner) {}

    private final JdbcClient jdbc;
    private final Lists lists;
    private final Today today;

    OpportunitySearch(JdbcClient jdbc, Lists lists, Today today) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.today = today;
    }

    /** The visible ones, best match first. */
    List<UUID> find(OpportunityFilter filter) {
        return visible(filter).stream().filter(found -> matchesDirection(filter, found) && matchesKind(filter, found)
                && matchesOwner(filter, found)).map(Found::id).toList();
    }

    OpportunityQuery.Counts counts(OpportunityFilter filter) {
        Map<Direction, Integer> directions = new EnumMap<>(Direction.class);
        Map<OpportunityKind, Integer> kinds = new EnumMap<>(OpportunityKind.class);
        Map<SpaceId, Integer> owners = new HashMap<>();
        int all = 0;
        for (Found found : visible(filter)) {
            boolean direction = matchesDirection(filter, found);
            boolean kind = matchesKind(filter, found);
            boolean owner = matchesOwner(filter, found);
            all += direction && kind && owner ? 1 : 0;
            if (kind && owner) {
                directions.merge(found.direction(), 1, Integer::sum);
            }
            if (direction && owner) {
                kinds.merge(found.kind(), 1, Integer::sum);
            }
            if (direction && kind) {
                owners.merge(found.owner(), 1, Integer::sum);
            }
        }
        Map<SpaceId, Integer> mostFirst = new LinkedHashMap<>();
        owners.entrySet().stream().sorted(Map.Entry.<SpaceId, Integer>comparingByValue().reversed())
                .forEach(entry -> mostFirst.put(entry.getKey(), entry.getValue()));
        return new OpportunityQuery.Counts(Math.min(all, OpportunityQuery.MOST_COUNTED), directions, kinds, mostFirst);
    }

    private static boolean matchesDirection(OpportunityFilter filter, Found found) {
        return filter.direction() == null || filter.direction() == found.direction();
    }

    private static boolean matchesKind(OpportunityFilter filter, Found found) {
        return filter.kinds().isEmpty() || filter.kinds().contains(found.kind());
    }

    private static boolean matchesOwner(OpportunityFilter filter, Found found) {
        return filter.owners().isEmpty() || filter.owners().contains(found.owner());
    }

    /** What the words find under every filter but direction, kind and owner, which the counts need both ways. */
    private List<Found> visible(OpportunityFilter filter) {
        String words = FullText.allWords(filter.text());
        if (words.isEmpty()) {
            return List.of();
        }
        StringBuilder sql = new StringBuilder("select id, direction, kind, owner from opportunity"
                + " where match(title, summary, body) against (:words in boolean mode)"
                + " and status = :status and archived = 0");
        Map<String, Object> parameters = new HashMap<>(Map.of("words", words, "status", filter.status().name()));
        if (!filter.themes().isEmpty()) {
            sql.append(" and themes & :themes");
            parameters.put("themes", Theme.mask(filter.themes()));
        }
        if (filter.dueUntil() != null) {
            sql.append(" and deadline between :today and :dueUntil");
            parameters.put("today", today.date());
            parameters.put("dueUntil", filter.dueUntil());
        }
        sql.append(" order by match(title, summary, body) against (:words in boolean mode) desc, id desc limit ")
                .append(MOST_CANDIDATES);
        List<Found> candidates = jdbc.sql(sql.toString()).params(parameters)
                .query((row, n) -> new Found(row.getObject(1, UUID.class), Direction.valueOf(row.getString(2)),
                        OpportunityKind.valueOf(row.getString(3)), new SpaceId(row.getObject(4, UUID.class))))
                .list();
        Set<UUID> seen = new HashSet<>(lists.visible(candidates.stream().map(Found::id).toList()));
        return candidates.stream().filter(found -> seen.contains(found.id())).toList();
    }
}
