package fr.maillage.member;

import fr.maillage.access.AccessScopes;
import fr.maillage.access.Attention;
import fr.maillage.access.AttentionPoint;
import fr.maillage.access.AttentionPoint.Need;
import fr.maillage.access.Role;
import fr.maillage.access.Spaces;
import fr.maillage.base.PersonId;
import fr.maillage.base.Phrase;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits in matters of membership: requests to answer, invitations to accept, one's own access that ends soon. */
@Component
class MemberAttention implements Attention {

    private static final int DAYS_AHEAD = 30;

    private record Asked(String name, SpaceId space) {}

    private record Ending(SpaceId space, LocalDate until) {}

    private final JdbcClient jdbc;
    private final AccessScopes scopes;
    private final Spaces spaces;
    private final Today today;

    MemberAttention(JdbcClient jdbc, AccessScopes scopes, Spaces spaces, Today today) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.spaces = spaces;
        this.today = today;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AttentionPoint> pointsFor(PersonId person, int limit) {
        List<AttentionPoint> points = new ArrayList<>(requests(limit));
        points.addAll(invitations(person, limit));
        points.addAll(endings(person, limit));
        return points.stream().limit(limit).toList();
    }

    private List<AttentionPoint> requests(int limit) {
        var scope = scopes.current();
        List<UUID> coordinated = scope.spaces().stream()
                .filter(space -> scope.roleIn(space).orElse(Role.OBSERVER) == Role.COORDINATOR).map(SpaceId::value)
                .toList();
        if (coordinated.isEmpty()) {
            return List.of();
        }
        List<Asked> asked = jdbc.sql("""
                select p.name, m.space from membership m join person p on p.id = m.person
                where m.space in (:spaces) and m.state = 'REQUESTED' and not p.disabled order by m.id limit :limit""")
                .param("spaces", coordinated).param("limit", limit)
                .query((row, n) -> new Asked(row.getString(1), new SpaceId(row.getObject(2, UUID.class)))).list();
        Map<SpaceId, Spaces.Space> named = spaces.find(asked.stream().map(Asked::space).toList());
        return asked.stream().filter(request -> named.containsKey(request.space()))
                .map(request -> new AttentionPoint(Need.DECIDE, "user-plus",
                        Phrase.of("member.attention.request", request.name()),
                        Phrase.of("member.attention.request.reason", named.get(request.space()).shortName()),
                        named.get(request.space()).path() + "?onglet=annuaire", null,
                        "member.attention.request.act", request.space()))
                .toList();
    }

    private List<AttentionPoint> invitations(PersonId person, int limit) {
        List<SpaceId> invited = jdbc.sql("select distinct space from membership where person = :person"
                + " and state = 'INVITED' limit :limit").param("person", person.value()).param("limit", limit)
                .query((row, n) -> new SpaceId(row.getObject(1, UUID.class))).list();
        Map<SpaceId, Spaces.Space> named = spaces.find(invited);
        return invited.stream().filter(named::containsKey)
                .map(space -> new AttentionPoint(Need.ANSWER, "mail",
                        Phrase.of("member.attention.invited", named.get(space).name()),
                        Phrase.of("member.attention.invited.reason"), "compte", null,
                        "member.attention.invited.act", space))
                .toList();
    }

    private List<AttentionPoint> endings(PersonId person, int limit) {
        List<Ending> endings = jdbc.sql("""
                select space, max(until_date) as until from membership where person = :person and state = 'ACTIVE'
                  and until_date >= :today and until_date <= :soon group by space order by until limit :limit""")
                .param("person", person.value()).param("today", today.date())
                .param("soon", today.date().plusDays(DAYS_AHEAD)).param("limit", limit)
                .query((row, n) -> new Ending(new SpaceId(row.getObject(1, UUID.class)),
                        row.getObject(2, LocalDate.class)))
                .list();
        Map<SpaceId, Spaces.Space> named = spaces.find(endings.stream().map(Ending::space).toList());
        return endings.stream().filter(ending -> named.containsKey(ending.space()))
                .map(ending -> new AttentionPoint(Need.DEADLINE, "clock",
                        Phrase.of("member.attention.ending", named.get(ending.space()).name()),
                        Phrase.of("member.attention.ending.reason"), named.get(ending.space()).path(),
                        ending.until(), "member.attention.ending.act", ending.space()))
                .toList();
    }
}
