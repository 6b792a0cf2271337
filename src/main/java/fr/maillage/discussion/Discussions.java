package fr.maillage.discussion;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScope;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.access.Viewer;
import fr.maillage.base.PersonId;
import fr.maillage.base.Roundtrip;
import fr.maillage.discussion.Said.Thread;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads discussions: a page of threads in two queries. Discussions are between members of the network: on a public
 * item, somebody without an account or who belongs nowhere reads the item and not what is said about it.
 */
@Service
@Transactional(readOnly = true)
public class Discussions {

    /** Threads on one page. */
    public static final int PAGE = 30;

    /** Answers told at once in one thread. */
    static final int ANSWERS = 30;

    private record Row(UUID id, @Nullable UUID parent, UUID author, String body, Instant at,
            @Nullable Instant editedAt, boolean withdrawn, @Nullable Instant resolvedAt, @Nullable UUID resolvedBy) {}

    private record Reader(@Nullable PersonId person, boolean comments, boolean edits, boolean moderates) {

        Said said(Row row) {
            boolean own = person != null && person.value().equals(row.author());
            return new Said(new CommentId(row.id()), new PersonId(row.author()), row.withdrawn() ? "" : row.body(),
                    row.at(), row.withdrawn() ? null : row.editedAt(), row.withdrawn(),
                    own && comments && !row.withdrawn(), (own || moderates) && !row.withdrawn());
        }
    }

    private static final String COLUMNS = "c.id, c.parent, c.author, c.body, c.created_at, c.edited_at,"
            + " c.deleted_at is not null, c.resolved_at, c.resolved_by";

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final AccessScopes scopes;
    private final CommentPlaces places;
    private final Roundtrip roundtrip;

    Discussions(JdbcClient jdbc, AccessPolicy policy, AccessScopes scopes, CommentPlaces places, Roundtrip roundtrip) {
        this.places = places;
        this.roundtrip = roundtrip;
        this.jdbc = jdbc;
        this.policy = policy;
        this.scopes = scopes;
    }

    /**
     * The latest threads of an item, or those before the given one, oldest first.
     *
     * @param before where an earlier page said the older threads begin, or null
     */
    public Said.Page of(ItemRef item, @Nullable CommentId before) {
        policy.require(Operation.VIEW, Subject.of(item));
        if (!mayRead()) {
            return Said.Page.CLOSED;
        }
        Reader reader = reader(item);
        var sql = jdbc.sql("select " + COLUMNS + " from item_comment c where c.item = :item and c.parent is null"
                + (before == null ? "" : " and c.id < :before") + " order by c.id desc limit " + (PAGE + 1))
                .param("item", item.id());
        List<Row> rows = (before == null ? sql : sql.param("before", before.value())).query(Discussions::row).list();
        List<Row> openings = rows.subList(0, Math.min(PAGE, rows.size())).reversed();
        return new Said.Page(threads(openings, reader),
                rows.size() > PAGE ? new CommentId(openings.getFirst().id()) : null, true, reader.comments());
    }

    /** Whether whoever acts may say something about an item and read what is said. */
    public boolean mayComment(ItemRef item) {
        return mayRead() && policy.may(Operation.COMMENT, Subject.of(item));
    }

    /** How many comments stand on an item, at most a hundred; nothing for those who may not read them. */
    public int count(ItemRef item) {
        return policy.may(Operation.VIEW, Subject.of(item)) && mayRead()
                ? jdbc.sql("select count(*) from (select 1 from item_comment where item = :item"
                        + " and deleted_at is null limit 100) x")
                        .param("item", item.id()).query(Integer.class).single()
                : 0;
    }

    /** The answers of a thread before the given one, oldest first, at most {@value #ANSWERS}. */
    public List<Said> answers(ItemRef item, CommentId thread, CommentId before) {
        policy.require(Operation.VIEW, Subject.of(item));
        if (!mayRead()) {
            throw new NotVisible();
        }
        Reader reader = reader(item);
        return jdbc.sql("select " + COLUMNS + " from item_comment c where c.parent = :thread and c.item = :item"
                + " and c.id < :before order by c.id desc limit " + ANSWERS)
                .param("thread", thread.value()).param("item", item.id()).param("before", before.value())
                .query(Discussions::row).list().reversed().stream().map(reader::said).toList();
    }

    /** Threads about words of one of an item's texts, oldest first, at most a hundred; nothing for who may not read them. */
    public List<Thread> about(ItemRef item, String field) {
        policy.require(Operation.VIEW, Subject.of(item));
        if (!mayRead()) {
            return List.of();
        }
        List<Row> openings = jdbc.sql("select " + COLUMNS + " from item_comment c join comment_place p on p.comment = c.id"
                + " where c.item = :item and p.field = :field and c.parent is null order by c.id desc limit 100")
                .param("item", item.id()).param("field", field).query(Discussions::row).list().reversed();
        return threads(openings, reader(item));
    }

    /** The threads about words of a text that are not closed; nothing for who may not read them. */
    public Set<UUID> openAbout(ItemRef item, String field) {
        if (!policy.may(Operation.VIEW, Subject.of(item)) || !mayRead()) {
            return Set.of();
        }
        // A page that shows one text of an item shows them all.
        return roundtrip.once(new OpenThreads(item), () -> openThreads(item)).getOrDefault(field, Set.of());
    }

    private record OpenThreads(ItemRef item) {}

    private Map<String, Set<UUID>> openThreads(ItemRef item) {
        Map<String, Set<UUID>> open = new HashMap<>();
        jdbc.sql("select p.field, c.id from item_comment c join comment_place p on p.comment = c.id"
                + " where c.item = :item and c.parent is null and c.resolved_at is null and c.deleted_at is null"
                + " order by c.id desc limit 1000").param("item", item.id())
                .query(row -> {
                    open.computeIfAbsent(row.getString(1), text -> new HashSet<>()).add(row.getObject(2, UUID.class));
                });
        return open;
    }

    private List<Thread> threads(List<Row> openings, Reader reader) {
        if (openings.isEmpty()) {
            return List.of();
        }
        Map<UUID, Said.Place> about = places.of(openings.stream().map(Row::id).toList());
        Map<UUID, List<Row>> answers = new HashMap<>();
        jdbc.sql("select * from (select " + COLUMNS
                + ", row_number() over (partition by c.parent order by c.id desc) place from item_comment c"
                + " where c.parent in (:threads)) x where place <= " + (ANSWERS + 1) + " order by id")
                .param("threads", openings.stream().map(Row::id).toList()).query(Discussions::row).list()
                .forEach(row -> answers.computeIfAbsent(row.parent(), parent -> new ArrayList<>()).add(row));
        return openings.stream().map(opening -> {
            List<Row> all = answers.getOrDefault(opening.id(), List.of());
            boolean earlier = all.size() > ANSWERS;
            boolean own = reader.person() != null && reader.person().value().equals(opening.author());
            return new Thread(reader.said(opening),
                    all.subList(earlier ? 1 : 0, all.size()).stream().map(reader::said).toList(), earlier,
                    opening.resolvedAt(), opening.resolvedBy() == null ? null : new PersonId(opening.resolvedBy()),
                    reader.comments() && (own || reader.edits()), reader.edits(), about.get(opening.id()));
        }).filter(thread -> !thread.opening().withdrawn() || !thread.answers().isEmpty()).toList();
    }

    private boolean mayRead() {
        AccessScope scope = scopes.current();
        return scope.viewer() instanceof Viewer.SignedIn && !scope.spaces().isEmpty();
    }

    private Reader reader(ItemRef item) {
        Set<Operation> may = policy.allowed(Subject.of(item), Operation.COMMENT, Operation.EDIT, Operation.DELETE);
        return new Reader(scopes.current().viewer() instanceof Viewer.SignedIn(var person, var _) ? person : null,
                may.contains(Operation.COMMENT), may.contains(Operation.EDIT), may.contains(Operation.DELETE));
    }

    private static Row row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class),
                row.getString(4), instant(row.getObject(5, LocalDateTime.class)),
                nullable(row.getObject(6, LocalDateTime.class)), row.getBoolean(7),
                nullable(row.getObject(8, LocalDateTime.class)), row.getObject(9, UUID.class));
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant nullable(@Nullable LocalDateTime utc) {
        return utc == null ? null : instant(utc);
    }
}
