package fr.maillage.opportunity;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ListQuery;
import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.access.Listings;
import fr.maillage.access.Lists;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.access.Viewer;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What screens read of opportunities: pages of rows, counts, one page; always what the reader may see, bounded. */
@Service
@Transactional(readOnly = true)
public class OpportunityQuery {

    /** Counts stop here: a number that reaches it reads “999+”. */
    public static final int MOST_COUNTED = 1_000;

    /**
     * A page of rows.
     *
     * @param next where the next one starts, null when this is the last
     */
    public record Rows(List<OpportunityRow> rows, @Nullable Position next) {}

    /** Where a page starts: after a row of a list, or after so many results of a search. */
    public record Position(@Nullable Cursor cursor, int offset) {}

    /** How many a filter finds, as a whole and divided; each division leaves out the filter of its own field. */
    public record Counts(int all, Map<Direction, Integer> directions, Map<OpportunityKind, Integer> kinds,
            Map<SpaceId, Integer> owners) {}

    private static final String ROW = "select id, direction, kind, title, summary, details, owner, deadline, status,"
            + " published_at from opportunity where id in (:ids)";

    private final Lists lists;
    private final Listings listings;
    private final OpportunitySearch search;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;

    OpportunityQuery(Lists lists, Listings listings, OpportunitySearch search, AccessPolicy policy,
            CurrentViewer viewer, JdbcClient jdbc) {
        this.lists = lists;
        this.listings = listings;
        this.search = search;
        this.policy = policy;
        this.viewer = viewer;
        this.jdbc = jdbc;
    }

    /** One page of what a filter finds. */
    public Rows page(OpportunityFilter filter, @Nullable Position after) {
        return page(filter, after, ListQuery.PAGE);
    }

    public Rows page(OpportunityFilter filter, @Nullable Position after, int limit) {
        if (filter.text().isEmpty()) {
            Lists.Page page = lists.page(filter.query().limit(limit), after == null ? null : after.cursor());
            return new Rows(rows(page.ids()), page.next() == null ? null : new Position(page.next(), 0));
        }
        List<UUID> found = search.find(filter);
        int from = after == null ? 0 : Math.min(after.offset(), found.size());
        int to = Math.min(from + limit, found.size());
        return new Rows(rows(found.subList(from, to)), to < found.size() ? new Position(null, to) : null);
    }

    /** How many a filter finds, at most {@link #MOST_COUNTED}. */
    public int count(OpportunityFilter filter) {
        return filter.text().isEmpty() ? lists.count(filter.query(), MOST_COUNTED)
                : Math.min(search.find(filter).size(), MOST_COUNTED);
    }

    /** The numbers beside the filters: at most a thousand of what is visible are counted. */
    public Counts counts(OpportunityFilter filter) {
        if (!filter.text().isEmpty()) {
            return search.counts(filter);
        }
        Map<Direction, Integer> directions = new EnumMap<>(Direction.class);
        lists.countByFacet(filter.direction(null).query())
                .forEach((facet, n) -> directions.merge(Direction.values()[facet / 8], n, Integer::sum));
        Map<OpportunityKind, Integer> kinds = new EnumMap<>(OpportunityKind.class);
        lists.countByFacet(filter.kinds(Set.of()).query())
                .forEach((facet, n) -> kinds.merge(OpportunityKind.values()[facet % 8], n, Integer::sum));
        return new Counts(count(filter), directions, kinds, lists.countByOwner(filter.owners(Set.of()).query()));
    }

    /** The open ones of these spaces, most urgent first. */
    public List<OpportunityRow> openOf(Set<SpaceId> owners, int limit) {
        return page(OpportunityFilter.open().owners(owners), null, limit).rows();
    }

    /** The rows of visible items, in the order given: one query. */
    private List<OpportunityRow> rows(Collection<UUID> visible) {
        if (visible.isEmpty()) {
            return List.of();
        }
        Map<UUID, OpportunityRow> rows = new HashMap<>();
        jdbc.sql(ROW).param("ids", Set.copyOf(visible)).query(OpportunityQuery::row).list()
                .forEach(row -> rows.put(row.id().value(), row));
        return visible.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private static OpportunityRow row(ResultSet row, int n) throws SQLException {
        return new OpportunityRow(new OpportunityId(row.getObject(1, UUID.class)), Direction.valueOf(row.getString(2)),
                OpportunityKind.valueOf(row.getString(3)), row.getString(4), row.getString(5),
                DetailsDocument.read(row.getString(6)), new SpaceId(row.getObject(7, UUID.class)),
                row.getObject(8, LocalDate.class), OpportunityStatus.valueOf(row.getString(9)), instant(row, 10));
    }

    /**
     * One opportunity.
     *
     * @throws NotVisible when it does not exist or is not meant for whoever asks
     */
    public OpportunityPage find(OpportunityId id) {
        policy.require(Operation.VIEW, Subject.of(id.ref()));
        return jdbc.sql("""
                select version, owner, organization, author, direction, kind, title, summary, body, details, themes,
                  deadline, status, outcome, outcome_words, published_at, archived
                from opportunity where id = :id""").param("id", id.value())
                .query((row, n) -> page(id, row)).optional().orElseThrow(NotVisible::new);
    }

    private OpportunityPage page(OpportunityId id, ResultSet row) throws SQLException {
        UUID organization = row.getObject(3, UUID.class);
        OpportunityKind kind = OpportunityKind.valueOf(row.getString(6));
        OpportunityContent content = new OpportunityContent(Direction.valueOf(row.getString(5)), kind,
                row.getString(7), row.getString(8), row.getString(9), DetailsDocument.read(row.getString(10)),
                Theme.ofMask(row.getInt(11)), row.getObject(12, LocalDate.class));
        PersonId author = new PersonId(row.getObject(4, UUID.class));
        OpportunityStatus status = OpportunityStatus.valueOf(row.getString(13));
        String outcome = row.getString(14);
        boolean own = viewer.get() instanceof Viewer.SignedIn signedIn && signedIn.person().equals(author);
        Set<Operation> may = policy.allowed(Subject.of(id.ref()), Operation.EDIT, Operation.SHARE_WIDER,
                Operation.ARCHIVE, Operation.RESTORE, Operation.ANSWER_INTEREST, Operation.EXPRESS_INTEREST,
                Operation.COMMENT);
        return new OpportunityPage(id, row.getLong(1), new SpaceId(row.getObject(2, UUID.class)),
                organization == null ? null : new OrganizationId(organization), author, content, status,
                outcome == null ? null : Outcome.valueOf(outcome), row.getString(15), instant(row, 16),
                row.getBoolean(17), listings.audienceOf(id.value()),
                new OpportunityPage.Rights(may.contains(Operation.EDIT), may.contains(Operation.SHARE_WIDER),
                        may.contains(Operation.ARCHIVE), may.contains(Operation.RESTORE),
                        may.contains(Operation.ANSWER_INTEREST), !own && may.contains(Operation.EXPRESS_INTEREST),
                        may.contains(Operation.COMMENT)));
    }

    /** The interest of whoever asks in an opportunity they may see. */
    public Optional<InterestLine> ownInterest(OpportunityId id) {
        policy.require(Operation.VIEW, Subject.of(id.ref()));
        return viewer.get() instanceof Viewer.SignedIn signedIn
                ? interests("opportunity = :id and person = :person", Map.of("id", id.value(),
                        "person", signedIn.person().value())).stream().findFirst()
                : Optional.empty();
    }

    /**
     * The interests expressed in an opportunity, newest first, at most 200; for those who may answer them.
     *
     * @throws fr.maillage.access.Refused for everybody else who sees the opportunity
     */
    public List<InterestLine> interests(OpportunityId id) {
        policy.require(Operation.ANSWER_INTEREST, Subject.of(id.ref()));
        return interests("opportunity = :id", Map.of("id", id.value()));
    }

    private List<InterestLine> interests(String condition, Map<String, ?> parameters) {
        return jdbc.sql("select id, opportunity, person, organization, message, state, answer, expressed_at,"
                + " answered_at from opportunity_interest where " + condition + " order by id desc limit 200")
                .params(parameters).query(OpportunityQuery::interest).list();
    }

    private static InterestLine interest(ResultSet row, int n) throws SQLException {
        UUID organization = row.getObject(4, UUID.class);
        return new InterestLine(row.getObject(1, UUID.class), new OpportunityId(row.getObject(2, UUID.class)),
                new PersonId(row.getObject(3, UUID.class)),
                organization == null ? null : new OrganizationId(organization), row.getString(5),
                InterestState.valueOf(row.getString(6)), row.getString(7), instant(row, 8),
                row.getObject(9) == null ? null : instant(row, 9));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
