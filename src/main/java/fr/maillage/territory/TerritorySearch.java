package fr.maillage.territory;

import fr.maillage.base.SpaceId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds territories by a few letters. A table of words is read by its primary key; of several words the longest leads
 * and the others are checked on its rows.
 */
@Component
class TerritorySearch {

    private static final int LONGEST_TYPED = 80;
    private static final int MOST_WORDS = 6;

    private record Found(UUID territory, String commune, int rank) {}

    private final JdbcClient jdbc;
    private final TerritoryQuery query;

    TerritorySearch(JdbcClient jdbc, TerritoryQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    List<TerritoryHit> search(String typed, int limit) {
        String cut = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed;
        String digits = cut.replaceAll("[\\s\\u00A0\\u202F.]", "");
        if (digits.matches("\\d{9}")) {
            return query.bySiren(digits).map(line -> List.of(new TerritoryHit(line, ""))).orElse(List.of());
        }
        List<String> words = PlaceWords.of(cut).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        int most = Math.clamp(limit, 1, 100);
        Map<SpaceId, String> found = new LinkedHashMap<>();
        for (Found place : places(words, most * 3)) {
            SpaceId id = new SpaceId(place.territory());
            found.merge(id, place.commune(), (first, next) -> first.isEmpty() || next.isEmpty() ? "" : first);
        }
        List<SpaceId> ids = found.keySet().stream().limit(most).toList();
        Map<SpaceId, TerritoryLine> lines = query.lines(ids).stream()
                .collect(Collectors.toMap(TerritoryLine::id, Function.identity()));
        return ids.stream().filter(lines::containsKey).map(id -> new TerritoryHit(lines.get(id), found.get(id)))
                .toList();
    }

    /** The whole name first, then names of territories, then of communes, each by population. */
    private List<Found> places(List<String> words, int most) {
        String lead = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        StringBuilder also = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).equals(lead)) {
                also.append(" and concat(' ', folded) like :also").append(i);
            }
        }
        // One letter means that letter alone: the communes Y and Ô exist, and “a…” would be a tenth of the country.
        String word = lead.length() == 1 ? "word = :lead" : "word like :lead";
        var sql = jdbc.sql("""
                select territory, kind, name, (case
                    when folded = :folded then 0
                    when kind = 'T' and folded like :begins then 1
                    when kind = 'T' then 2
                    when folded like :begins then 3
                    else 4 end) as place_rank
                from place_word where\s""" + word + also
                + " order by place_rank, kind desc, population desc, code limit " + most)
                .param("folded", String.join(" ", words)).param("begins", String.join(" ", words) + "%")
                .param("lead", lead.length() == 1 ? lead : lead + "%");
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).equals(lead)) {
                sql = sql.param("also" + i, "% " + words.get(i) + "%");
            }
        }
        return sql.query((row, n) -> new Found(row.getObject(1, UUID.class),
                row.getString(2).equals("T") ? "" : row.getString(3), row.getInt(4))).list();
    }
}
