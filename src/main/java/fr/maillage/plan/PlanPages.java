package fr.maillage.plan;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScope;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Audience;
import fr.maillage.access.ListQuery;
import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.access.Listings;
import fr.maillage.access.Lists;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Role;
import fr.maillage.access.Subject;
import fr.maillage.base.SpaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans as screens read them: each answer for whoever is acting, in a number of statements that no row adds to. */
@Service
@Transactional(readOnly = true)
public class PlanPages {

    /** A page of plans, and where the next one starts if there may be more. */
    public record Page(List<PlanCard> plans, @Nullable Cursor next) {}

    /**
     * All on which it depends what whoever acts sees of a plan and may do there: an open screen compares it with what
     * it was, and reads the plan again only when it differs.
     */
    public record Standing(boolean visible, boolean mayEdit, Map<SpaceId, Role> roles) {}

    /** A plan to which an action can be added. */
    public record Place(PlanId plan, String title, SpaceId owner) {}

    private static final int MOST_SPACES = 200;

    private final PlanQueries queries;
    private final AccessPolicy policy;
    private final AccessScopes scopes;
    private final Lists lists;
    private final Listings listings;

    PlanPages(PlanQueries queries, AccessPolicy policy, AccessScopes scopes, Lists lists, Listings listings) {
        this.queries = queries;
        this.policy = policy;
        this.scopes = scopes;
        this.lists = lists;
        this.listings = listings;
    }

    /** A plan with its axes, those of its actions that whoever acts may see, and what these add up to. */
    public PlanPage page(PlanId id) {
        boolean mayEdit = policy.may(Operation.EDIT, PlanService.subject(id));
        if (!mayEdit) {
            policy.require(Operation.VIEW, PlanService.subject(id));
        }
        PlanQueries.Head head = queries.head(id).orElseThrow(NotVisible::new);
        List<ActionLine> all = queries.actionsOf(id);
        List<UUID> visible = lists.visible(all.stream().map(line -> line.id().value()).toList());
        Outline outline = new Outline(head.axes(), all, visible.stream().map(ActionId::new).collect(Collectors.toSet()));
        boolean mayAdd = !head.archived()
                && (mayEdit || policy.may(Operation.CREATE, Subject.of(head.owner())));
        return new PlanPage(id, head.owner(), head.title(), head.type(), head.start(), head.end(), head.summary(),
                head.state(), head.decidedOn(), head.archived(), head.version(), head.pilots(), head.elected(),
                outline.axes(), outline.actions(), queries.totals(visible), mayEdit, mayAdd);
    }

    /** The actions of a plan that were put away and that whoever acts may see, latest first; they can be restored. */
    public List<ActionLine> archivedActions(PlanId id) {
        policy.require(Operation.VIEW, PlanService.subject(id));
        List<UUID> visible = lists.visible(queries.archivedOf(id));
        Map<UUID, ActionLine> lines = queries.actions(visible);
        return visible.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    /** How whoever acts stands towards a plan now. */
    public Standing standing(PlanId id) {
        AccessScope scope = scopes.current();
        Map<SpaceId, Role> roles = new HashMap<>();
        scope.spaces().forEach(space -> scope.roleIn(space).ifPresent(role -> roles.put(space, role)));
        Set<Operation> may = policy.allowed(PlanService.subject(id), Operation.VIEW, Operation.EDIT);
        return new Standing(may.contains(Operation.VIEW), may.contains(Operation.EDIT), roles);
    }

    /** Whether whoever acts may decide about the plan: validate it, open it again. */
    public boolean mayValidate(PlanId id) {
        return policy.may(Operation.VALIDATE, PlanService.subject(id));
    }

    /** Whether whoever acts may put the plan away, or bring it back. */
    public boolean mayArchive(PlanId id) {
        return policy.may(Operation.RESTORE, PlanService.subject(id));
    }

    /** For whom the plan is. */
    public Audience audience(PlanId id) {
        policy.require(Operation.VIEW, PlanService.subject(id));
        return listings.audienceOf(id.value());
    }

    /** Whether whoever acts may give the plan another audience. */
    public boolean mayShare(PlanId id) {
        return policy.may(Operation.SHARE_NARROWER, PlanService.subject(id));
    }

    /** Newest first. */
    public Page list(PlanFilter filter, @Nullable Cursor after) {
        return page(filter.query(), after);
    }

    /** The newest plans of these spaces, at most {@code limit}. */
    public Page ofSpaces(Collection<SpaceId> spaces, @Nullable Cursor after, int limit) {
        return page(PlanFilter.all().owners(spaces).query().limit(limit), after);
    }

    /** How many plans these spaces show to whoever acts; 100 stands for 100 and more. */
    public int count(Collection<SpaceId> spaces) {
        return lists.count(PlanFilter.all().owners(spaces).query(), 100);
    }

    private Page page(ListQuery query, @Nullable Cursor after) {
        Lists.Page found = lists.page(query, after);
        Map<UUID, PlanCard> cards = queries.cards(found.ids(), queries.counts(found.ids()));
        return new Page(found.ids().stream().map(cards::get).filter(Objects::nonNull).toList(), found.next());
    }

    /** The spaces in which whoever acts may start a plan, those of their own memberships first. */
    public List<SpaceId> spacesToCreateIn() {
        AccessScope scope = scopes.current();
        return scope.spaces().stream()
                .filter(space -> scope.roleIn(space).filter(role -> role.atLeast(Role.CONTRIBUTOR)).isPresent())
                .limit(MOST_SPACES).toList();
    }

    /** Whether whoever acts may start a plan in this space. */
    public boolean mayCreateIn(SpaceId space) {
        return policy.may(Operation.CREATE, Subject.of(space));
    }

    /** The plans to which whoever acts may add actions, newest first. */
    public List<Place> placesToAdd(int limit) {
        List<SpaceId> mine = spacesToCreateIn();
        if (mine.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = lists.page(PlanFilter.all().owners(mine).query().limit(Math.clamp(limit, 1, 200)), null).ids();
        Map<UUID, PlanCard> cards = queries.cards(ids, Map.of());
        return ids.stream().map(cards::get).filter(Objects::nonNull)
                .map(card -> new Place(card.id(), card.title(), card.owner())).toList();
    }
}
