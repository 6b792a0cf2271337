package fr.maillage.practice;

import fr.maillage.access.ListQuery;
import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.access.Lists;
import fr.maillage.base.FullText;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of practices: the identifiers come from the access module, one more statement brings their columns. */
@Service
@Transactional(readOnly = true)
public class PracticeQuery {

    /** A page of rows, and where the next one starts if there may be more. */
    public record Page(List<PracticeRow> rows, @Nullable Cursor next) {}

    /** Most results of a text search that are ranked; beyond that one adds a word. */
    private static final int MOST_CANDIDATES = 2_000;

    private final Lists lists;
    private final JdbcClient jdbc;

    PracticeQuery(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** Newest first; with a text, the best match first and one page only. */
    public Page page(PracticeFilter filter, @Nullable Cursor after, int limit) {
        if (!filter.text().isBlank()) {
            return new Page(search(filter, limit), null);
        }
        Lists.Page page = lists.page(query(filter).limit(limit), after);
        return new Page(rows(page.ids()), page.next());
    }

    /** How many there are for the reader, at most {@code limit}. */
    public int count(PracticeFilter filter, int limit) {
        return filter.text().isBlank() ? lists.count(query(filter), limit) : search(filter, limit).size();
    }

    private static ListQuery query(PracticeFilter filter) {
        return ListQuery.of(PracticeService.KIND).themes(filter.themes()).owners(filter.owners());
    }

    private List<PracticeRow> search(PracticeFilter filter, int limit) {
        String words = FullText.allWords(filter.text());
        if (words.isEmpty()) {
            return List.of();
        }
        List<UUID> candidates = jdbc.sql("""
                select id from practice where archived_at is null
                  and match (title, summary, done, results) against (:words in boolean mode) limit :most""")
                .param("words", words).param("most", MOST_CANDIDATES).query(UUID.class).list();
        List<PracticeRow> found = new ArrayList<>();
        for (PracticeRow row : rows(lists.visible(candidates))) {
            boolean themed = filter.themes().isEmpty() || row.themes().stream().anyMatch(filter.themes()::contains);
            boolean owned = filter.owners().isEmpty() || filter.owners().contains(row.owner());
            if (themed && owned && found.size() < limit) {
                found.add(row);
            }
        }
        return found;
    }

    /** The rows of items that the access module let through, in the order given. */
    List<PracticeRow> rows(Collection<UUID> visible) {
        if (visible.isEmpty()) {
            return List.of();
        }
        Map<UUID, PracticeRow> rows = new HashMap<>();
        jdbc.sql("select id, owner, title, summary, done_in, themes, created_at from practice where id in (:ids)")
                .param("ids", new HashSet<>(visible)).query((row, n) -> {
                    int year = row.getInt(5);
                    return new PracticeRow(new PracticeId(row.getObject(1, UUID.class)),
                            new SpaceId(row.getObject(2, UUID.class)), row.getString(3), row.getString(4),
                            row.wasNull() ? null : year, Theme.ofMask(row.getInt(6)),
                            row.getObject(7, java.time.LocalDateTime.class).toInstant(java.time.ZoneOffset.UTC));
                }).list().forEach(row -> rows.put(row.id().value(), row));
        return visible.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** The practices of these spaces, newest first. */
    public List<PracticeRow> latestOf(Set<SpaceId> owners, int limit) {
        return page(PracticeFilter.NONE.owners(owners), null, limit).rows();
    }
}
