package fr.maillage.opportunity;

import fr.maillage.access.AccessScope;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Attention;
import fr.maillage.access.AttentionPoint;
import fr.maillage.access.AttentionPoint.Need;
import fr.maillage.access.Lists;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.base.Phrase;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a person: interests to answer, answers received, deadlines of what they posted or asked for. */
@Component
class OpportunityAttention implements Attention {

    private static final int DAYS_AHEAD = 14;

    private record Line(UUID id, AttentionPoint point) {}

    private final JdbcClient jdbc;
    private final Lists lists;
    private final AccessScopes scopes;
    private final Today today;

    OpportunityAttention(JdbcClient jdbc, Lists lists, AccessScopes scopes, Today today) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.scopes = scopes;
        this.today = today;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AttentionPoint> pointsFor(PersonId person, int limit) {
        List<Line> lines = new ArrayList<>(toAnswer(person, limit));
        lines.addAll(deadlines(person, limit));
        lines.addAll(answers(person, limit));
        Set<UUID> seen = new HashSet<>(lists.visible(lines.stream().map(Line::id).toList()));
        return lines.stream().filter(line -> seen.contains(line.id())).map(Line::point).limit(limit).toList();
    }

    /** New interests in what the person wrote, or in what a space owns in which they may answer. */
    private List<Line> toAnswer(PersonId person, int limit) {
        AccessScope scope = scopes.current();
        List<UUID> spaces = Stream.concat(Stream.of(new UUID(0, 0)), scope.spaces().stream()
                .filter(space -> scope.roleIn(space).filter(role -> role.atLeast(Role.EDITOR)).isPresent())
                .map(SpaceId::value)).toList();
        // Both ways begin from what is the person's own: the new interests of the whole country are many.
        return jdbc.sql("""
                select o.id, o.title, o.owner, o.deadline, count(*) from (
                  select id from opportunity where author = :person
                  union select id from opportunity where owner in (:spaces)) mine
                join opportunity_interest i on i.opportunity = mine.id and i.state = 'NEW'
                join opportunity o on o.id = mine.id and o.archived = 0
                group by o.id, o.title, o.owner, o.deadline order by min(i.expressed_at) limit :limit""")
                .params(Map.of("person", person.value(), "spaces", spaces, "limit", limit))
                .query((row, n) -> line(Need.ANSWER, row.getObject(1, UUID.class), row.getString(2),
                        Phrase.of("opportunity.attention.interests", row.getInt(5)), null,
                        "opportunity.attention.answer", row.getObject(3, UUID.class)))
                .list();
    }

    private List<Line> deadlines(PersonId person, int limit) {
        return jdbc.sql("""
                select o.id, o.title, o.owner, o.deadline, o.author = :person from (
                  select id from opportunity where author = :person
                  union select opportunity from opportunity_interest
                    where person = :person and state in ('NEW', 'IN_DISCUSSION')) mine
                join opportunity o on o.id = mine.id
                where o.status = 'OPEN' and o.archived = 0 and o.deadline between :today and :until
                order by o.deadline, o.id limit :limit""")
                .params(Map.of("person", person.value(), "today", today.date(), "until",
                        today.date().plusDays(DAYS_AHEAD), "limit", limit))
                .query((row, n) -> line(Need.DEADLINE, row.getObject(1, UUID.class), row.getString(2),
                        Phrase.of(row.getBoolean(5) ? "opportunity.attention.ownDeadline"
                                : "opportunity.attention.interestDeadline"),
                        row.getObject(4, LocalDate.class), "opportunity.attention.see", row.getObject(3, UUID.class)))
                .list();
    }

    /** Answers of the last two weeks. */
    private List<Line> answers(PersonId person, int limit) {
        return jdbc.sql("""
                select o.id, o.title, o.owner, i.state from opportunity_interest i
                join opportunity o on o.id = i.opportunity
                where i.person = :person and i.state in ('IN_DISCUSSION', 'ACCEPTED', 'DECLINED')
                  and i.answered_at >= :since order by i.answered_at desc limit :limit""")
                .params(Map.of("person", person.value(), "since", today.date().minusDays(DAYS_AHEAD), "limit", limit))
                .query((row, n) -> line(Need.READ, row.getObject(1, UUID.class), row.getString(2),
                        Phrase.of("opportunity.attention.answered",
                                Phrase.of(InterestState.valueOf(row.getString(4)).messageKey())),
                        null, "opportunity.attention.see", row.getObject(3, UUID.class)))
                .list();
    }

    private static Line line(Need need, UUID id, String title, Phrase reason, @Nullable LocalDate due, String action,
            UUID owner) {
        return new Line(id, new AttentionPoint(need, "handshake", Phrase.asIs(title), reason,
                OpportunityDirectory.ROUTE + id, due, action, new SpaceId(owner)));
    }
}
