package fr.maillage.plan;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.ListQuery;
import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.access.Listings;
import fr.maillage.access.Lists;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.base.SpaceId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Actions as screens read them: for whoever is acting, in a number of statements that no row adds to. */
@Service
@Transactional(readOnly = true)
public class ActionPages {

    /**
     * An action in a list across plans.
     *
     * @param plan what its plan is called, or null when that is not meant for whoever reads
     */
    public record Listed(ActionLine line, @Nullable String plan) {}

    /** A page of actions, and where the next one starts if there may be more. */
    public record Page(List<Listed> actions, @Nullable Cursor next) {}

    private final ActionQueries queries;
    private final PlanQueries plans;
    private final FieldStore fields;
    private final AccessPolicy policy;
    private final Lists lists;
    private final Listings listings;

    ActionPages(ActionQueries queries, PlanQueries plans, FieldStore fields, AccessPolicy policy, Lists lists,
            Listings listings) {
        this.queries = queries;
        this.plans = plans;
        this.fields = fields;
        this.policy = policy;
        this.lists = lists;
        this.listings = listings;
    }

    /** Whether whoever acts may still see an action: what an open screen asks when rights have changed. */
    public boolean visible(ActionId id) {
        return policy.may(Operation.VIEW, ActionService.subject(id));
    }

    /** Whether whoever acts may change an action. */
    public boolean mayEdit(ActionId id) {
        return policy.may(Operation.EDIT, ActionService.subject(id));
    }

    /** Whether whoever acts may see what the action was. */
    public boolean maySeeHistory(ActionId id) {
        return policy.may(Operation.SEE_HISTORY, ActionService.subject(id));
    }

    /** Whether whoever acts may put the action away, or bring it back. */
    public boolean mayArchive(ActionId id) {
        return policy.may(Operation.RESTORE, ActionService.subject(id));
    }

    /** An action with all that hangs on it. */
    public ActionSheet sheet(ActionId id) {
        Set<Operation> may = policy.allowed(ActionService.subject(id), Operation.VIEW, Operation.EDIT,
                Operation.SHARE_NARROWER);
        if (!may.contains(Operation.VIEW)) {
            throw new NotVisible();
        }
        ActionQueries.Head head = queries.head(id).orElseThrow(NotVisible::new);
        List<ActionQueries.Near> near = queries.near(head);
        Set<UUID> visible = new HashSet<>(lists.visible(Stream.concat(near.stream().map(ActionQueries.Near::id),
                Stream.of(head.plan().value())).toList()));
        List<ActionQueries.Near> seen = near.stream().filter(other -> visible.contains(other.id())).toList();
        PlanQueries.Head plan = visible.contains(head.plan().value()) ? plans.head(head.plan()).orElse(null) : null;
        List<AxisLine> axes = plan == null ? List.of() : new Outline(plan.axes(), List.of(), Set.of()).axes();
        ActionSheet.Above parent = seen.stream()
                .filter(other -> head.parent() != null && other.id().equals(head.parent().value())).findFirst()
                .map(other -> new ActionSheet.Above(new ActionId(other.id()), other.title())).orElse(null);
        AxisId axis = head.parent() == null ? head.axis() : queries.axisOf(head.parent());
        List<AxisLine> trail = trail(axes, axis);
        // What was put away has left the order of the plan.
        String number = plan == null || head.archived() ? "" : number(head, parent != null, seen, axes, trail);
        Map<UUID, Map<String, Cells.Change>> changes = fields.changes(id);
        Map<ActionField.Part, Map<UUID, Cells>> lines = new EnumMap<>(ActionField.Part.class);
        for (ActionField.Part part : ActionField.Part.values()) {
            lines.put(part, fields.lines(id, part, changes));
        }
        Cells own = Objects.requireNonNull(lines.remove(ActionField.Part.ACTION)).get(id.value());
        return new ActionSheet(id, head.plan(), plan == null ? null : plan.title(), head.owner(), trail, number,
                parent, head.doneOn(), head.origin(), head.author(), head.createdAt(), head.archived(), own, lines,
                queries.people(id), queries.partners(id), subs(id, number, seen), listings.audienceOf(id.value()),
                may.contains(Operation.EDIT), may.contains(Operation.SHARE_NARROWER));
    }

    private static List<AxisLine> trail(List<AxisLine> axes, @Nullable AxisId axis) {
        List<AxisLine> trail = new ArrayList<>();
        AxisId above = axis;
        while (above != null) {
            AxisId wanted = above;
            above = null;
            for (AxisLine line : axes) {
                if (line.id().equals(wanted)) {
                    trail.addFirst(line);
                    above = line.parent();
                }
            }
        }
        return trail;
    }

    /** The same number as {@link Outline} gives in the plan, from the neighbours alone. */
    private static String number(ActionQueries.Head head, boolean parentSeen, List<ActionQueries.Near> seen,
            List<AxisLine> axes, List<AxisLine> trail) {
        UUID parent = parentSeen && head.parent() != null ? head.parent().value() : null;
        UUID top = parent == null ? head.id().value() : parent;
        List<UUID> tops = seen.stream().filter(other -> other.parent() == null || other.id().equals(top))
                .map(ActionQueries.Near::id).toList();
        String prefix = trail.isEmpty() ? (axes.isEmpty() ? "" : Outline.NO_AXIS) : trail.getLast().number() + '.';
        int taken = trail.isEmpty() ? 0 : (int) axes.stream()
                .filter(axis -> trail.getLast().id().equals(axis.parent())).count();
        String number = prefix + (taken + tops.indexOf(top) + 1);
        if (parent == null) {
            return number;
        }
        List<UUID> subs = seen.stream().filter(other -> parent.equals(other.parent())).map(ActionQueries.Near::id)
                .toList();
        return number + '.' + (subs.indexOf(head.id().value()) + 1);
    }

    private List<ActionLine> subs(ActionId id, String number, List<ActionQueries.Near> seen) {
        List<UUID> ids = seen.stream().filter(other -> id.value().equals(other.parent()))
                .map(ActionQueries.Near::id).toList();
        Map<UUID, ActionLine> lines = plans.actions(ids);
        List<ActionLine> subs = new ArrayList<>();
        for (UUID sub : ids) {
            ActionLine line = lines.get(sub);
            String place = String.valueOf(subs.size() + 1);
            subs.add(line.numbered(line.axis(), id, number.isEmpty() ? place : number + '.' + place));
        }
        return subs;
    }

    /** Actions across plans, newest first; with a latest end asked for, soonest first. */
    public Page list(ActionFilter filter, @Nullable Cursor after) {
        ListQuery query = filter.query();
        Lists.Page found = lists.page(query, after);
        Map<UUID, ActionLine> lines = plans.actions(found.ids());
        Map<UUID, Map.Entry<UUID, String>> titles = queries.plans(found.ids());
        Set<UUID> visiblePlans =
                new HashSet<>(lists.visible(titles.values().stream().map(Map.Entry::getKey).distinct().toList()));
        List<Listed> listed = found.ids().stream().filter(lines::containsKey).map(id -> {
            Map.Entry<UUID, String> plan = titles.get(id);
            return new Listed(lines.get(id), plan != null && visiblePlans.contains(plan.getKey()) ? plan.getValue()
                    : null);
        }).toList();
        return new Page(listed, found.next());
    }

    /** How many actions these spaces show to whoever acts; 100 stands for 100 and more. */
    public int count(Set<SpaceId> owners) {
        return lists.count(ActionFilter.all().owners(owners).query(), 100);
    }
}
