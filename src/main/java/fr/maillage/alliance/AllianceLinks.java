package fr.maillage.alliance;

import fr.maillage.access.AllianceFacts;
import fr.maillage.access.AllianceMembers;
import fr.maillage.access.Audience;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.alliance.Charter.DefaultAudience;
import fr.maillage.base.Roundtrip;
import fr.maillage.base.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the access module who is allied and what the charter in force gives: one query for each level of alliances. */
@Component
class AllianceLinks implements AllianceFacts, AllianceMembers {

    /** Far above what is true of the whole country: 1,255 territories in a few alliances each. */
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Roundtrip roundtrip;

    AllianceLinks(JdbcClient jdbc, Roundtrip roundtrip) {
        this.roundtrip = roundtrip;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AllianceLink> linksFrom(Collection<SpaceId> members, LocalDate on) {
        return links("m.member", members, on);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AllianceLink> linksTo(Collection<SpaceId> alliances, LocalDate on) {
        return links("m.alliance", alliances, on);
    }

    /** What each part of a space's page asks, and the rights of whoever reads it. */
    private record LinksOf(String end, Set<SpaceId> spaces, LocalDate on) {}

    private List<AllianceLink> links(String end, Collection<SpaceId> spaces, LocalDate on) {
        return spaces.isEmpty() ? List.of() : roundtrip.once(new LinksOf(end, Set.copyOf(spaces), on),
                () -> read(end, spaces, on));
    }

    private List<AllianceLink> read(String end, Collection<SpaceId> spaces, LocalDate on) {
        return jdbc.sql("select m.member, m.alliance, c.role_elected, c.role_staff, c.role_business, c.role_partner"
                + " from alliance_member m join charter c on c.alliance = m.alliance and c.no = ("
                + " select max(latest.no) from charter latest"
                + " where latest.alliance = m.alliance and latest.effective_from <= :on)"
                + " where " + end + " in (:spaces) and m.state = 'ACTIVE'"
                + " and (m.from_date is null or m.from_date <= :on) limit :most")
                .param("spaces", ids(spaces)).param("on", on).param("most", MOST)
                .query((row, n) -> new AllianceLink(new SpaceId(row.getObject(1, UUID.class)),
                        new SpaceId(row.getObject(2, UUID.class)), roles(row, 3)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PastLink> pastLinksFrom(Collection<SpaceId> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select m.member, m.alliance, max(m.ended_at), max(c.role_elected), max(c.role_staff),"
                + " max(c.role_business), max(c.role_partner)"
                + " from alliance_member m join charter c on c.alliance = m.alliance and c.no = ("
                + " select max(latest.no) from charter latest"
                + " where latest.alliance = m.alliance and latest.effective_from <= m.until_date)"
                + " where m.member in (:spaces) and m.state = 'LEFT' and c.readable_after_leaving"
                + " group by m.member, m.alliance, c.no limit :most")
                .param("spaces", ids(members)).param("most", MOST)
                .query((row, n) -> new PastLink(new SpaceId(row.getObject(1, UUID.class)),
                        new SpaceId(row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC), roles(row, 4).keySet()))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<SpaceId> hidingBusinesses(Collection<SpaceId> spaces, LocalDate on) {
        if (spaces.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select c.alliance from charter c where c.alliance in (:spaces) and c.hides_businesses"
                + " and c.no = (select max(latest.no) from charter latest"
                + " where latest.alliance = c.alliance and latest.effective_from <= :on)")
                .param("spaces", ids(spaces)).param("on", on)
                .query((row, n) -> new SpaceId(row.getObject(1, UUID.class))).set();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Audience> proposedAudience(SpaceId space, LocalDate on) {
        return jdbc.sql("select c.default_audience from charter c where c.alliance = :space and c.no = ("
                + " select max(latest.no) from charter latest"
                + " where latest.alliance = :space and latest.effective_from <= :on)")
                .param("space", space.value()).param("on", on).query(String.class).optional()
                .map(word -> DefaultAudience.valueOf(word).of(space));
    }

    private static Set<UUID> ids(Collection<SpaceId> spaces) {
        Set<UUID> ids = new HashSet<>();
        spaces.forEach(space -> ids.add(space.value()));
        return ids;
    }

    /** Reads the four role columns, in the order of {@link Profile}, from the given one on. */
    static Map<Profile, Role> roles(ResultSet row, int first) throws SQLException {
        Map<Profile, Role> roles = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            String role = row.getString(first + profile.ordinal());
            if (role != null) {
                roles.put(profile, Role.valueOf(role));
            }
        }
        return roles;
    }
}
