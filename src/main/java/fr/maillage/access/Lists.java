package fr.maillage.access;

import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.access.ListQuery.Sort;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages of what a person may see, by the identifiers of the items; features join their own columns. Every statement
 * carries the keys of the person, is bounded by a window of time slots and has its index forced: why, and the
 * measurements, are in {@code docs/decisions/003-doors-and-keys.md}.
 */
@Service
@Transactional(readOnly = true)
public class Lists {

    /** A page: identifiers in order, and where the next one starts if there may be more. */
    public record Page(List<UUID> ids, @Nullable Cursor next) {}

    /** Something that moved. */
    public record Moved(ItemRef ref, long at) {}

    /** The platform's first month: no item is older. */
    static final int FIRST_SLOT = (int) (java.time.Instant.parse("2020-01-01T00:00:00Z").toEpochMilli() >>> 32);

    private static final int MANY_KEYS = 200;

    private static final int FEW_OWNERS = 8;

    /** An index by owner is looked into once for each key and owner: with more of them than this, another is read. */
    private static final int MANY_RANGES = 4_000;
    private static final int FEW_RANGES = 500;

    private record Found(UUID item, @Nullable LocalDate deadline) {}

    private record Where(String sql, Map<String, Object> parameters) {}

    private final JdbcClient jdbc;
    private final AccessScopes accessScopes;
    private final Scopes scopes;
    private final Today today;

    Lists(JdbcClient jdbc, AccessScopes accessScopes, Scopes scopes, Today today) {
        this.jdbc = jdbc;
        this.accessScopes = accessScopes;
        this.scopes = scopes;
        this.today = today;
    }

    /** One page for whoever is acting. */
    public Page page(ListQuery query, @Nullable Cursor after) {
        return page(accessScopes.current(), query, after);
    }

    public Page page(AccessScope scope, ListQuery query, @Nullable Cursor after) {
        Optional<Where> where = where(scope, query);
        if (where.isEmpty()) {
            return new Page(List.of(), null);
        }
        List<Found> found = query.sort() == Sort.DEADLINE || query.dueUntil() != null
                ? byDeadline(scope, query, after, where.get()) : newest(scope, query, after, where.get(), query.limit());
        Found last = found.size() < query.limit() ? null : found.getLast();
        return new Page(found.stream().map(Found::item).toList(),
                last == null ? null : new Cursor(last.item(), last.deadline()));
    }

    /** Which of these items whoever is acting may see, in the order given: the only way from ids to a screen. */
    public List<UUID> visible(Collection<UUID> ids) {
        return visible(accessScopes.current(), ids);
    }

    public List<UUID> visible(AccessScope scope, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Set<UUID> seen = new HashSet<>(jdbc
                .sql("select distinct item from listing force index(audience) where item in (:ids)"
                        // Else every item is looked for under every key; its few doors are sooner read.
                        + " and (door in (:keys)) is true" + scope.bound(""))
                .param("ids", Set.copyOf(ids)).param("keys", scope.keys()).query(UUID.class).list());
        return new LinkedHashSet<>(ids).stream().filter(seen::contains).toList();
    }

    /** Which of these items whoever is acting may see, each with whether it is put away. */
    public Map<UUID, Boolean> archived(Collection<UUID> ids) {
        Map<UUID, Boolean> archived = new HashMap<>();
        if (!ids.isEmpty()) {
            AccessScope scope = accessScopes.current();
            jdbc.sql("select distinct item, archived from listing force index(audience) where item in (:ids)"
                    + " and (door in (:keys)) is true" + scope.bound(""))
                    .param("ids", Set.copyOf(ids)).param("keys", scope.keys())
                    .query(row -> {
                        archived.put(row.getObject(1, UUID.class), row.getInt(2) != 0);
                    });
        }
        return archived;
    }

    /**
     * What stands inside others and is not put away, as far as whoever is acting may see it: a table with the one
     * column {@code item}, in parentheses, for the statement of a feature that counts.
     *
     * @param containers the parameter of that statement for the containers, as {@code :plans}
     */
    public String inside(String containers) {
        AccessScope scope = accessScopes.current();
        return "(select distinct d.item from listing d force index(inside) where d.container in (" + containers
                + ") and d.archived = 0 and d." + opens(scope, "d.") + ")";
    }

    /**
     * That whoever is acting may see an item that is not put away: a condition for the statement of a feature, on a
     * few hundred rows at most.
     *
     * @param item the column of the item
     */
    public String sees(String item) {
        AccessScope scope = accessScopes.current();
        // “is true” keeps it from being turned into a join, which reads everything that the keys open.
        return "exists (select 1 from listing seen force index(audience) where seen.item = " + item
                + " and seen.archived = 0 and (seen." + opens(scope, "seen.") + ") is true) is true";
    }

    /** The predicate of rights with the keys written out: numbers of our own, so that features bind nothing. */
    private static String opens(AccessScope scope, String row) {
        return "door in (" + scope.keys().stream().map(String::valueOf).collect(Collectors.joining(",")) + ")"
                + scope.bound(row);
    }

    /** What moved last among all kinds, newest first, in the given spaces or, with none given, everywhere. */
    public List<Moved> moved(Collection<SpaceId> owners, Set<ItemKind> kinds, int limit) {
        AccessScope scope = accessScopes.current();
        Set<Integer> ownerNos = numbers(owners);
        if (!owners.isEmpty() && ownerNos.isEmpty()) {
            return List.of();
        }
        int newest = (int) (today.now().toEpochMilli() >>> 29);
        List<String> windows = new ArrayList<>(List.of(
                "by_moved) where d.moved_slot in (" + newest + "," + (newest - 1) + ")",
                "by_moved) where d.moved_slot between " + (newest - 12) + " and " + (newest - 2)));
        // What moves little is soon read through by its owner; everything that ever moved is not.
        windows.add(!ownerNos.isEmpty() && ownerNos.size() <= FEW_OWNERS ? "by_owner) where true"
                : "by_moved) where d.moved_slot <= " + (newest - 13));
        Map<UUID, Moved> found = new LinkedHashMap<>();
        Map<Integer, ItemKind> byCode = new HashMap<>();
        kinds.forEach(kind -> byCode.put(kind.code(), kind));
        String owned = ownerNos.isEmpty() ? "" : " and d.owner in (:owners)";
        for (String window : windows) {
            var sql = jdbc.sql("select d.item, d.kind, max(d.moved) at from listing d force index(" + window + owned
                    + " and d.door in (:keys)" + scope.bound("d.") + " and d.archived = 0 and d.kind in (:kinds)"
                    + " group by d.item, d.kind order by at desc, d.item desc limit " + limit)
                    .param("keys", scope.keys()).param("kinds", byCode.keySet());
            (ownerNos.isEmpty() ? sql : sql.param("owners", ownerNos))
                    .query((row, n) -> new Moved(new ItemRef(byCode.get(row.getInt(2)), row.getObject(1, UUID.class)),
                            row.getLong(3)))
                    .list().forEach(moved -> found.putIfAbsent(moved.ref().id(), moved));
            if (found.size() >= limit) {
                break;
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    /**
     * How many items a query finds, at most {@code limit}: a count that would go further says so by reaching it.
     * Counts only what the person may see.
     */
    public int count(ListQuery query, int limit) {
        AccessScope scope = accessScopes.current();
        return counted(scope, query).map(where -> bind("select count(*) from (select distinct d.item"
                + from(scope, query, where) + " limit " + limit + ") x", scope, query, where).query(Integer.class).single()).orElse(0);
    }

    /** The numbers of visible items by facet, each item counted once, over at most a thousand items. */
    public Map<Integer, Integer> countByFacet(ListQuery query) {
        AccessScope scope = accessScopes.current();
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        counted(scope, query).ifPresent(where -> bind("select facet, count(*) from (select distinct d.item, d.facet"
                + from(scope, query, where) + " limit 1000) x group by facet", scope, query, where)
                        .query(row -> {
                            counts.put(row.getInt(1), row.getInt(2));
                        }));
        return counts;
    }

    /** The numbers of visible items by owner space, most first, over at most a thousand items. */
    public Map<SpaceId, Integer> countByOwner(ListQuery query) {
        AccessScope scope = accessScopes.current();
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        counted(scope, query).ifPresent(where -> bind("select owner, count(*) n from (select distinct d.item, d.owner"
                + from(scope, query, where) + " limit 1000) x group by owner order by n desc, owner", scope, query, where)
                        .query(row -> {
                            counts.put(row.getInt(1), row.getInt(2));
                        }));
        Map<Integer, Scopes.Scope> known = scopes.byNumber(counts.keySet());
        Map<SpaceId, Integer> bySpace = new LinkedHashMap<>();
        counts.forEach((no, count) -> bySpace.put(new SpaceId(known.get(no).ref()), count));
        return bySpace;
    }

    /** Of the visible items that a filter finds, from its index. */
    private static String from(AccessScope scope, ListQuery query, Where where) {
        return " from listing d force index(" + index(scope, query) + ") where d.door in (:keys)" + scope.bound("d.")
                + " and d.kind = :kind and d.archived = :archived" + where.sql();
    }

    /** Without a forced index the optimizer takes a slower one. */
    private static String index(AccessScope scope, ListQuery query) {
        return !query.owners().isEmpty() && ranges(scope, query) <= MANY_RANGES ? "by_owner"
                : query.statuses().size() == 1 ? "by_status" : "primary";
    }

    private static int ranges(AccessScope scope, ListQuery query) {
        return query.owners().size() * scope.keys().size();
    }

    /** A part of the time, and the index it is read from. */
    private record Window(String index, String condition) {}

    private List<Found> newest(AccessScope scope, ListQuery query, @Nullable Cursor after, Where where, int limit) {
        String index = index(scope, query);
        // Of many owners with many keys, what is recent is found sooner among all; the rest only by owner.
        String recent = ranges(scope, query) <= FEW_RANGES ? index
                : query.statuses().size() == 1 ? "by_status" : "primary";
        int top = after == null ? Listings.slot(fr.maillage.base.Ids.next()) : Listings.slot(after.item());
        List<Window> windows = new ArrayList<>();
        windows.add(new Window(recent, " and d.slot in (" + top + "," + (top - 1) + ")"));
        int next = top - 2;
        // What is left of a few owners is soon read as a whole.
        if (scope.keys().size() <= MANY_KEYS && !recent.equals("by_owner")) {
            windows.add(new Window(recent, " and d.slot between " + (next - 7) + " and " + next));
            next -= 8;
        }
        windows.add(new Window(index, after == null ? " and (d.slot <= " + next + ") is true"
                : " and d.slot between " + FIRST_SLOT + " and " + next));
        List<Found> found = new ArrayList<>();
        for (Window window : windows) {
            found.addAll(select(scope, query, where, window, after, "d.item desc", limit - found.size()));
            if (found.size() >= limit) {
                break;
            }
        }
        return found;
    }

    private List<Found> byDeadline(AccessScope scope, ListQuery query, @Nullable Cursor after, Where where) {
        List<Found> found = new ArrayList<>();
        boolean undated = after != null && after.deadline() == null;
        if (!undated) {
            LocalDate from = after == null ? today.date() : after.deadline();
            int first = Listings.Facts.dueSlot(from);
            List<String> windows = List.of(" and d.due_slot in (" + first + "," + (first + 1) + ")",
                    " and d.due_slot between " + (first + 2) + " and " + (first + 9),
                    " and d.due_slot between " + (first + 10) + " and 65535");
            for (String window : windows) {
                found.addAll(soonest(scope, query, after, where, window, from, query.limit() - found.size()));
                if (found.size() >= query.limit()) {
                    return found;
                }
            }
        }
        if (query.dueUntil() == null) {
            Where open = new Where(where.sql() + " and d.deadline is null", where.parameters());
            found.addAll(newest(scope, query, undated ? after : null, open, query.limit() - found.size()));
        }
        return found;
    }

    private List<Found> soonest(AccessScope scope, ListQuery query, @Nullable Cursor after, Where where, String window,
            LocalDate from, int limit) {
        String page = after == null ? " and d.deadline >= :from"
                : " and d.deadline >= :from and (d.deadline > :from or d.item > :cursor)";
        String until = query.dueUntil() == null ? "" : " and d.deadline <= :dueUntil";
        var sql = bind("select distinct d.item, d.deadline from listing d force index(by_deadline)"
                + " where d.door in (:keys)" + scope.bound("d.") + " and d.kind = :kind and d.archived = :archived" + window + page + until
                + where.sql() + " order by d.deadline, d.item limit " + limit, scope, query, where)
                        .param("from", from);
        return (after == null ? sql : sql.param("cursor", after.item())).query(Lists::found).list();
    }

    private List<Found> select(AccessScope scope, ListQuery query, Where where, Window window, @Nullable Cursor after,
            String order, int limit) {
        // “is true” keeps the cursor from becoming a range, for which the optimizer would dive once per key.
        String cursor = after == null ? "" : " and (d.item < :cursor) is true";
        var sql = bind("select distinct d.item, d.deadline from listing d force index(" + window.index() + ")"
                + " where d.door in (:keys)" + scope.bound("d.") + " and d.kind = :kind and d.archived = :archived"
                + window.condition() + cursor
                + where.sql() + " order by " + order + " limit " + limit, scope, query, where);
        return (after == null ? sql : sql.param("cursor", after.item())).query(Lists::found).list();
    }

    private static Found found(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Found(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
    }

    private JdbcClient.StatementSpec bind(String sql, AccessScope scope, ListQuery query, Where where) {
        JdbcClient.StatementSpec spec = jdbc.sql(sql).param("keys", scope.keys()).param("kind", query.kind().code())
                .param("archived", query.archived() ? 1 : 0).params(where.parameters());
        return query.dueUntil() == null || !sql.contains(":dueUntil") ? spec
                : spec.param("dueUntil", query.dueUntil());
    }

    /** The filters as conditions; empty when a filter can match nothing. */
    private Optional<Where> where(AccessScope scope, ListQuery query) {
        StringBuilder sql = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        if (!query.statuses().isEmpty()) {
            sql.append(query.statuses().size() == 1 ? " and d.status = :status" : " and d.status in (:status)");
            parameters.put("status", query.statuses().size() == 1 ? query.statuses().iterator().next()
                    : query.statuses());
        }
        if (!query.facets().isEmpty()) {
            sql.append(" and d.facet in (:facets)");
            parameters.put("facets", query.facets());
        }
        if (!query.themes().isEmpty()) {
            sql.append(" and d.themes & :themes");
            parameters.put("themes", Theme.mask(query.themes()));
        }
        if (!query.owners().isEmpty()) {
            Set<Integer> owners = numbers(query.owners());
            if (owners.isEmpty()) {
                return Optional.empty();
            }
            sql.append(" and d.owner in (:owners)");
            parameters.put("owners", owners);
        }
        return Optional.of(new Where(sql.toString(), parameters));
    }

    /** The filters of a count: those of the list, whose pages leave out by themselves what has passed. */
    private Optional<Where> counted(AccessScope scope, ListQuery query) {
        return where(scope, query).map(where -> {
            boolean dated = query.dueUntil() != null;
            if (!dated && query.sort() != Sort.DEADLINE) {
                return where;
            }
            Map<String, Object> parameters = new HashMap<>(where.parameters());
            parameters.put("today", today.date());
            return new Where(where.sql() + (dated ? " and d.deadline between :today and :dueUntil"
                    : " and (d.deadline is null or d.deadline >= :today)"), parameters);
        });
    }

    private Set<Integer> numbers(Collection<SpaceId> spaces) {
        Set<Integer> numbers = new HashSet<>();
        scopes.known(spaces.stream().map(SpaceId::value).toList()).values().forEach(scope -> numbers.add(scope.no()));
        return numbers;
    }
}
