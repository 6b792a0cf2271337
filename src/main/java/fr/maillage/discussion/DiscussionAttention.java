package fr.maillage.discussion;

import fr.maillage.access.Attention;
import fr.maillage.access.AttentionPoint;
import fr.maillage.access.AttentionPoint.Need;
import fr.maillage.access.ItemDirectory.Card;
import fr.maillage.access.Lists;
import fr.maillage.base.PersonId;
import fr.maillage.base.Phrase;
import fr.maillage.base.Today;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a person is called, answered, or may read something new. One point per item: the most pressing one. */
@Component
@Order(40)
class DiscussionAttention implements Attention {

    /** What is older waits no more. */
    private static final Duration REACH = Duration.ofDays(60);

    private record Found(Need need, String key, UUID item, String kind, UUID author, Instant at, int times) {}

    private final JdbcClient jdbc;
    private final Lists lists;
    private final Directories directories;
    private final PersonNames names;
    private final Today today;

    DiscussionAttention(JdbcClient jdbc, Lists lists, Directories directories, PersonNames names, Today today) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.directories = directories;
        this.names = names;
        this.today = today;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AttentionPoint> pointsFor(PersonId person, int limit) {
        Map<UUID, Found> byItem = new LinkedHashMap<>();
        for (List<Found> some : List.of(mentions(person), answers(person), namings(person), news(person))) {
            some.forEach(found -> byItem.putIfAbsent(found.item(), found));
        }
        Map<UUID, String> kinds = new HashMap<>();
        Set.copyOf(lists.visible(byItem.keySet())).forEach(item -> kinds.put(item, byItem.get(item).kind()));
        Map<UUID, Card> cards = directories.cards(kinds);
        List<Found> told = byItem.values().stream().filter(found -> cards.containsKey(found.item())).limit(limit)
                .toList();
        Map<PersonId, String> people = names.of(told.stream().map(found -> new PersonId(found.author())).toList());
        List<AttentionPoint> points = new ArrayList<>();
        for (Found found : told) {
            Card card = cards.get(found.item());
            Object author = people.getOrDefault(new PersonId(found.author()), "");
            points.add(new AttentionPoint(found.need(), "message-square",
                    Phrase.of("discussion.attention." + found.key(), author, card.title(), found.times()),
                    Phrase.of("discussion.attention." + found.key() + ".reason", author, card.title(), found.times()),
                    card.path(), null,
                    found.need() == Need.ANSWER ? "discussion.attention.answer" : "discussion.attention.read"));
        }
        return points;
    }

    private List<Found> mentions(PersonId person) {
        return jdbc.sql("""
                select c.item, c.kind, c.author, c.created_at, 1 from mention m
                  join item_comment c on c.id = m.comment and c.deleted_at is null and c.author <> m.person
                  join item_comment t on t.id = m.thread and t.resolved_at is null
                where m.person = :person and m.answered_at is null and m.comment > :since
                order by m.comment desc limit 30""")
                .param("person", person.value()).param("since", since())
                .query((row, n) -> found(Need.ANSWER, "mention", row)).list();
    }

    /** Answers in threads they opened; and words they proposed that were accepted or refused, until they were there. */
    private List<Found> answers(PersonId person) {
        return jdbc.sql("""
                (select c.item, c.kind, c.author, c.created_at, 1, 'reply' from item_comment t
                  join item_comment c on c.parent = t.id and c.deleted_at is null and c.author <> t.author
                  left join follow f on f.person = t.author and f.target = c.item
                where t.author = :person and t.parent is null and t.id > :since and t.resolved_at is null
                  and (f.person is null or f.state = 0 and c.created_at > f.read_at)
                  and not exists (select 1 from item_comment mine
                    where mine.parent = t.id and mine.author = :person and mine.id > c.id)
                order by c.id desc limit 30)
                union all
                (select t.item, t.kind, p.decided_by, p.decided_at, 1, if(p.accepted, 'accepted', 'refused')
                from item_comment t
                  join text_proposal p on p.comment = t.id and p.decided_by <> t.author
                  join follow f on f.person = t.author and f.target = t.item and f.state = 0 and f.read_at < p.decided_at
                where t.author = :person and t.parent is null and t.id > :since
                order by p.decided_at desc limit 30)""")
                .param("person", person.value()).param("since", since())
                .query((row, n) -> found(row.getString(6).equals("reply") ? Need.ANSWER : Need.READ, row.getString(6), row))
                .list();
    }

    /** Named in a text, and not there since. */
    private List<Found> namings(PersonId person) {
        return jdbc.sql("select item, kind, author, at, 1 from text_mention where person = :person and seen_at is null"
                + " and gone = 0 and at > :since order by at desc limit 30")
                .param("person", person.value())
                .param("since", LocalDateTime.ofInstant(today.now().minus(REACH), ZoneOffset.UTC))
                .query((row, n) -> found(Need.READ, "naming", row)).list();
    }

    private List<Found> news(PersonId person) {
        return jdbc.sql("""
                select item, kind, author, at, times from (
                  select c.item, c.kind, c.author, c.created_at at, count(*) over (partition by c.item) times,
                    row_number() over (partition by c.item order by c.id desc) place
                  from (select target, read_at from follow where person = :person and state = 0 and kind <> 'space'
                        order by read_at desc limit 300) f
                    join item_comment c on c.item = f.target and c.id > :since and c.created_at > f.read_at
                      and c.deleted_at is null and c.author <> :person) x
                where place = 1 order by at desc limit 30""")
                .param("person", person.value()).param("since", since())
                .query((row, n) -> found(Need.READ, "news", row)).list();
    }

    /** The least identifier of a comment still told. */
    private UUID since() {
        return new UUID(today.now().minus(REACH).toEpochMilli() << 16, 0);
    }

    private static Found found(Need need, String key, java.sql.ResultSet row) throws java.sql.SQLException {
        return new Found(need, key, row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getInt(5));
    }
}
