package fr.maillage.territory;

import fr.maillage.base.Siren;
import fr.maillage.base.SpaceId;
import fr.maillage.territory.Territories.MapPoint;
import fr.maillage.territory.Territory.Area;
import fr.maillage.territory.Territory.Town;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads territories; every statement is bounded. */
@Component
class TerritoryQuery {

    /** The most identifiers one question may carry; the largest programme has a few hundred territories. */
    private static final int MOST = 2_000;

    private static final String LINE = """
            select t.id, t.siren, t.name, t.legal_type, t.population, t.department, d.name, r.name, t.latitude,
              t.longitude, t.communes
            from territory t join department d on d.code = t.department join region r on r.code = t.region\s""";

    private final JdbcClient jdbc;

    TerritoryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Territory> find(SpaceId id) {
        List<Town> towns = towns(id);
        return jdbc.sql("""
                select t.id, t.siren, t.name, t.official_name, t.legal_type, t.population, t.department, d.name,
                  t.region, r.name, t.latitude, t.longitude, t.communes
                from territory t join department d on d.code = t.department join region r on r.code = t.region
                where t.id = :id""").param("id", id.value())
                .query((row, n) -> new Territory(id, new Siren(row.getString(2)), row.getString(3), row.getString(4),
                        LegalType.valueOf(row.getString(5)), row.getInt(6),
                        new Area(row.getString(7), row.getString(8)), new Area(row.getString(9), row.getString(10)),
                        new GeoPoint(row.getDouble(11), row.getDouble(12)), row.getInt(13), towns))
                .optional();
    }

    List<Town> towns(SpaceId territory) {
        return jdbc.sql("select commune, name, population, latitude, longitude from town where territory = :id"
                + " order by population desc, commune limit " + Territory.MOST_TOWNS).param("id", territory.value())
                .query((row, n) -> new Town(row.getString(1), row.getString(2), row.getInt(3),
                        new GeoPoint(row.getDouble(4), row.getDouble(5)))).list();
    }

    List<TerritoryLine> lines(Collection<SpaceId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(LINE + "where t.id in (:ids) limit " + MOST)
                .param("ids", ids.stream().map(SpaceId::value).distinct().limit(MOST).toList())
                .query(TerritoryQuery::line).list();
    }

    Optional<TerritoryLine> bySiren(String siren) {
        return jdbc.sql(LINE + "where t.siren = :siren").param("siren", siren).query(TerritoryQuery::line).optional();
    }

    List<TerritoryLine> inDepartment(String code) {
        return jdbc.sql(LINE + "where t.department = :code order by t.folded limit 200").param("code", code)
                .query(TerritoryQuery::line).list();
    }

    List<TerritoryLine> inRegion(String code, int limit) {
        return jdbc.sql(LINE + "where t.region = :code order by t.folded limit :limit").param("code", code)
                .param("limit", Math.clamp(limit, 1, 500)).query(TerritoryQuery::line).list();
    }

    List<MapPoint> allPoints() {
        return jdbc.sql("select id, siren, name, latitude, longitude from territory order by siren limit " + MOST)
                .query((row, n) -> new MapPoint(new SpaceId(row.getObject(1, UUID.class)), row.getString(2),
                        row.getString(3), new GeoPoint(row.getDouble(4), row.getDouble(5)))).list();
    }

    List<RegionLine> regions() {
        record Row(String region, String regionName, boolean overseas, String department, String name, int count) {}
        List<Row> rows = jdbc.sql("""
                select r.code, r.name, r.overseas, d.code, d.name, count(*) from territory t
                join department d on d.code = t.department join region r on r.code = t.region
                group by r.code, r.name, r.overseas, d.code, d.name order by r.overseas, r.name, d.code limit 200""")
                .query((row, n) -> new Row(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4),
                        row.getString(5), row.getInt(6))).list();
        Map<String, List<Row>> byRegion = new LinkedHashMap<>();
        rows.forEach(row -> byRegion.computeIfAbsent(row.region(), code -> new ArrayList<>()).add(row));
        return byRegion.values().stream().map(of -> new RegionLine(of.getFirst().region(), of.getFirst().regionName(),
                of.getFirst().overseas(), of.stream().mapToInt(Row::count).sum(),
                of.stream().map(row -> new RegionLine.DepartmentLine(row.department(), row.name(), row.count()))
                        .toList())).toList();
    }

    private static TerritoryLine line(ResultSet row, int n) throws SQLException {
        return new TerritoryLine(new SpaceId(row.getObject(1, UUID.class)), new Siren(row.getString(2)),
                row.getString(3), LegalType.valueOf(row.getString(4)), row.getInt(5),
                new Area(row.getString(6), row.getString(7)), row.getString(8),
                new GeoPoint(row.getDouble(9), row.getDouble(10)), row.getInt(11));
    }
}
