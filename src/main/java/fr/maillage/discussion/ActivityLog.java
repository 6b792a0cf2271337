package fr.maillage.discussion;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScope;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.ItemDirectory.Card;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Listings;
import fr.maillage.access.Lists;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened, told to each reader as far as they see the items: a line about an item that is not visible does not
 * exist for them, nor is it counted. Starts from what moved among the visible items, so that spaces full of
 * confidential work cost a stranger nothing.
 */
@Service
@Transactional(readOnly = true)
public class ActivityLog {

    /**
     * One line.
     *
     * @param at     when it last happened, for a burst
     * @param actor  who did it, or null for the system and for readers who belong nowhere
     * @param verb   end of the message key {@code <kind>.happened.<verb>}
     * @param detail fills the sentence, may be empty
     * @param times  how often in a row
     */
    public record Line(Instant at, @Nullable PersonId actor, Card item, String verb, String detail, int times) {}

    /** The verb of a new comment. */
    public static final String COMMENTED = "commented";

    /** The most lines one feed tells. */
    public static final int MOST = 200;

    /** Acts of one person on one item within this time of the first are one burst. */
    private static final Duration BURST = Duration.ofMinutes(30);
    private static final int LONGEST_DETAIL = 300;
    private static final int LINES_PER_ITEM = 4;

    private record Row(UUID id, Instant at, @Nullable UUID actor, UUID item, String kind, String verb, String detail,
            int times) {}

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final AccessScopes scopes;
    private final Lists lists;
    private final Listings listings;
    private final Follows follows;
    private final Directories directories;
    private final Today today;

    ActivityLog(JdbcClient jdbc, AccessPolicy policy, AccessScopes scopes, Lists lists, Listings listings,
            Follows follows, Directories directories, Today today) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.scopes = scopes;
        this.lists = lists;
        this.listings = listings;
        this.follows = follows;
        this.directories = directories;
        this.today = today;
    }

    /** Keeps what a feature tells, in the transaction of the act. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ItemHappened happened) {
        Instant now = today.now();
        UUID actor = happened.actor() == null ? null : happened.actor().value();
        String detail = happened.detail().length() > LONGEST_DETAIL
                ? happened.detail().substring(0, LONGEST_DETAIL - 1) + '…' : happened.detail();
        Optional<Row> last = jdbc.sql("select id, at, actor, item, kind, verb, detail, times from activity"
                + " where item = :item order by at desc, id desc limit 1").param("item", happened.item())
                .query(ActivityLog::row).optional()
                .filter(row -> row.verb().equals(happened.verb()) && actor != null && actor.equals(row.actor())
                        && Ids.epochMilli(row.id()) > now.minus(BURST).toEpochMilli());
        if (last.isPresent()) {
            jdbc.sql("update activity set at = :at, detail = :detail, times = times + 1 where id = :id")
                    .param("at", utc(now)).param("detail", detail).param("id", last.get().id()).update();
        } else {
            jdbc.sql("insert into activity (id, at, actor, item, kind, owner, verb, detail, times)"
                    + " values (:id, :at, :actor, :item, :kind, :owner, :verb, :detail, 1)")
                    .param("id", Ids.next()).param("at", utc(now)).param("actor", actor)
                    .param("item", happened.item()).param("kind", happened.kind())
                    .param("owner", happened.owner().value()).param("verb", happened.verb())
                    .param("detail", detail).update();
        }
        listings.moved(happened.item());
        if (happened.verb().equals("created") && happened.actor() != null) {
            directories.ref(happened.kind(), happened.item())
                    .ifPresent(ref -> follows.followAsTakingPart(ref, happened.actor()));
        }
    }

    /** What moved in a space, newest first, as far as whoever is acting sees the items. */
    public List<Line> ofSpace(SpaceId space, int limit) {
        return feed(Set.of(space), limit);
    }

    /** What moved in the spaces one belongs to or follows, without those one muted. */
    public List<Line> ofMySpaces(int limit) {
        Set<SpaceId> spaces = new LinkedHashSet<>(scopes.current().spaces());
        spaces.addAll(follows.spaces(Follows.State.FOLLOWING));
        spaces.removeAll(follows.spaces(Follows.State.MUTED));
        return spaces.isEmpty() ? List.of() : feed(spaces, limit);
    }

    /** What happened to one item, newest first. */
    public List<Line> ofItem(ItemRef item, int limit) {
        policy.require(Operation.VIEW, Subject.of(item));
        return lines(jdbc.sql("select id, at, actor, item, kind, verb, detail, times from activity where item = :item"
                + " order by at desc, id desc limit :limit").param("item", item.id())
                .param("limit", bounded(limit)).query(ActivityLog::row).list(), limit);
    }

    private List<Line> feed(Collection<SpaceId> spaces, int limit) {
        List<UUID> items = lists.moved(spaces, directories.kinds(), bounded(limit)).stream()
                .map(moved -> moved.ref().id()).toList();
        if (items.isEmpty()) {
            return List.of();
        }
        // A few lines of each item, so that one busy item does not hide the others.
        return lines(jdbc.sql("""
                select id, at, actor, item, kind, verb, detail, times from (
                  select a.*, row_number() over (partition by item order by at desc, id desc) place
                  from activity a where item in (:items)) x
                where place <= :place order by at desc, id desc limit :limit""")
                .param("items", items).param("place", LINES_PER_ITEM).param("limit", bounded(limit))
                .query(ActivityLog::row).list(), limit);
    }

    private List<Line> lines(List<Row> rows, int limit) {
        AccessScope scope = scopes.current();
        Set<UUID> visible = Set.copyOf(lists.visible(scope, rows.stream().map(Row::item).toList()));
        // Who did it is told to members of the network only: what is public is the item.
        boolean member = !scope.spaces().isEmpty();
        Map<UUID, String> kinds = new HashMap<>();
        rows.stream().filter(row -> visible.contains(row.item())).forEach(row -> kinds.put(row.item(), row.kind()));
        Map<UUID, Card> cards = directories.cards(kinds);
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            Card card = cards.get(row.item());
            boolean told = visible.contains(row.item()) && card != null && (member || !row.verb().equals(COMMENTED));
            if (told && lines.size() < limit) {
                lines.add(new Line(row.at(), member && row.actor() != null ? new PersonId(row.actor()) : null, card,
                        row.verb(), row.detail(), row.times()));
            }
        }
        return lines;
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, MOST);
    }

    private static Row row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Row(row.getObject(1, UUID.class), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject(3, UUID.class), row.getObject(4, UUID.class), row.getString(5), row.getString(6),
                row.getString(7), row.getInt(8));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
