package fr.maillage.alliance;

import fr.maillage.access.SpaceKind;
import fr.maillage.alliance.Charter.DefaultAudience;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reading side of alliances: records, one statement each, always bounded. */
@Component
class AllianceQueries {

    private static final String CHARTER = "c.no, c.effective_from, c.author, c.adopted_at, c.text, c.role_elected,"
            + " c.role_staff, c.role_business, c.role_partner, c.hides_businesses, c.default_audience,"
            + " c.readable_after_leaving";

    private static final String SUMMARY = """
            select a.id, a.slug, a.name, a.short_name, a.tagline, a.kind, a.since,
              (select count(*) from alliance_member m where m.alliance = a.id and m.state = 'ACTIVE') members
            from alliance a\s""";

    private final JdbcClient jdbc;

    AllianceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AllianceDetails> details(String condition, Object key, LocalDate on) {
        return jdbc.sql("select " + CHARTER + ", a.id, a.slug, a.name, a.short_name, a.tagline, a.kind, a.since,"
                + " a.description, a.source from alliance a join charter c on c.alliance = a.id and c.no = ("
                + " select max(latest.no) from charter latest where latest.alliance = a.id"
                + " and latest.effective_from <= :on) where " + condition)
                .param("key", key).param("on", on)
                .query((row, n) -> new AllianceDetails(space(row, "id"), row.getString("slug"),
                        new AllianceDraft(row.getString("name"), row.getString("short_name"),
                                row.getString("tagline"), row.getString("kind"), since(row),
                                row.getString("description")),
                        row.getString("source"), charter(row)))
                .optional();
    }

    List<AllianceSummary> list(String text, @Nullable AllianceSummary after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", limit);
        StringBuilder where = new StringBuilder("where true");
        if (!text.isBlank()) {
            where.append(" and (a.short_name like :text or a.name like :text or a.tagline like :text)");
            parameters.put("text", '%' + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%');
        }
        if (after != null) {
            where.append(" and (a.short_name > :name or a.short_name = :name and a.id > :id)");
            parameters.put("name", after.shortName());
            parameters.put("id", after.id().value());
        }
        return jdbc.sql(SUMMARY + where + " order by a.short_name, a.id limit :limit").params(parameters)
                .query(AllianceQueries::summary).list();
    }

    List<AllianceSummary> alliancesOf(SpaceId member) {
        return jdbc.sql(SUMMARY + "join alliance_member mine on mine.alliance = a.id"
                + " where mine.member = :member and mine.state = 'ACTIVE' order by a.short_name, a.id limit 200")
                .param("member", member.value()).query(AllianceQueries::summary).list();
    }

    List<Membership> memberships(String condition, Map<String, ?> parameters, int limit) {
        return jdbc.sql("select m.id, m.alliance, m.member, m.member_kind, m.state, m.proposed_side, m.proposed_by,"
                + " m.proposed_at, m.from_date from alliance_member m where " + condition
                + " order by m.from_date, m.id limit :limit")
                .params(parameters).param("limit", limit)
                .query((row, n) -> new Membership(row.getObject("id", UUID.class), space(row, "alliance"),
                        space(row, "member"), SpaceKind.valueOf(row.getString("member_kind")),
                        MemberState.valueOf(row.getString("state")), Side.valueOf(row.getString("proposed_side")),
                        person(row, "proposed_by"), instant(row, "proposed_at"),
                        row.getObject("from_date", LocalDate.class)))
                .list();
    }

    List<AdoptedCharter> charters(SpaceId alliance, int limit) {
        return jdbc.sql("select " + CHARTER + " from charter c where c.alliance = :alliance"
                + " order by c.no desc limit :limit").param("alliance", alliance.value()).param("limit", limit)
                .query((row, n) -> charter(row)).list();
    }

    /** The active members of these alliances; spaces that are no alliance, or have no member, are absent. */
    Map<SpaceId, List<SpaceId>> activeMembers(Collection<SpaceId> alliances) {
        Map<SpaceId, List<SpaceId>> members = new HashMap<>();
        if (!alliances.isEmpty()) {
            jdbc.sql("select alliance, member from alliance_member where alliance in (:alliances)"
                    + " and state = 'ACTIVE' order by from_date, id limit 5000")
                    .param("alliances", alliances.stream().map(SpaceId::value).collect(Collectors.toSet()))
                    .query(row -> {
                        members.computeIfAbsent(space(row, "alliance"), alliance -> new ArrayList<>())
                                .add(space(row, "member"));
                    });
        }
        return members;
    }

    /** Whether a space belongs to another, directly or through alliances of alliances. */
    boolean belongs(SpaceId space, SpaceId toAlliance) {
        return jdbc.sql("""
                with recursive above (id) as (
                  select cast(:space as uuid)
                  union
                  select m.alliance from alliance_member m join above on m.member = above.id and m.state = 'ACTIVE')
                select count(*) from above where id = :alliance""")
                .param("space", space.value()).param("alliance", toAlliance.value()).query(Integer.class)
                .single() > 0;
    }

    /** Waits for whoever else is changing who belongs to whom; held to the end of the transaction. */
    void lockGraph() {
        jdbc.sql("select id from alliance_graph where id = 1 for update").query(Integer.class).single();
    }

    private static AllianceSummary summary(ResultSet row, int n) throws SQLException {
        return new AllianceSummary(space(row, "id"), row.getString("slug"), row.getString("name"),
                row.getString("short_name"), row.getString("tagline"), row.getString("kind"), since(row),
                row.getInt("members"));
    }

    private static AdoptedCharter charter(ResultSet row) throws SQLException {
        return new AdoptedCharter(row.getInt("no"), row.getObject("effective_from", LocalDate.class),
                person(row, "author"), instant(row, "adopted_at"),
                new Charter(row.getString("text"), AllianceLinks.roles(row, row.findColumn("role_elected")),
                        row.getBoolean("hides_businesses"), DefaultAudience.valueOf(row.getString("default_audience")),
                        row.getBoolean("readable_after_leaving")));
    }

    private static SpaceId space(ResultSet row, String column) throws SQLException {
        return new SpaceId(row.getObject(column, UUID.class));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable Integer since(ResultSet row) throws SQLException {
        int year = row.getInt("since");
        return row.wasNull() ? null : year;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
