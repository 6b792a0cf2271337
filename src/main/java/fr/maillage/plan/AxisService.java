package fr.maillage.plan;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and orders the axes of a plan, which stand in three levels at most. Needs the right to edit the plan. */
@Service
@Transactional
public class AxisService {

    /** Where the error of a title comes back. */
    public static final String TITLE = "axis.title";

    static final int DEEPEST = 3;

    private final PlanStore store;
    private final AccessPolicy policy;
    private final PlanRooms rooms;

    AxisService(PlanStore store, AccessPolicy policy, PlanRooms rooms) {
        this.store = store;
        this.policy = policy;
        this.rooms = rooms;
    }

    /**
     * Adds an axis, as the last one of its level.
     *
     * @param parent the axis above, or null for the first level
     * @throws InvalidInput when there is no title, or three levels are there already
     */
    public AxisId add(PlanId plan, @Nullable AxisId parent, String title) {
        open(plan);
        int depth = parent == null ? 1 : axis(plan, parent).depth() + 1;
        if (depth > DEEPEST) {
            throw new InvalidInput(TITLE, "plan.axis.tooDeep");
        }
        AxisId id = AxisId.next();
        List<PlanStore.AxisRow> siblings = store.axes(plan, parent);
        String place = Rank.between(siblings.isEmpty() ? null : siblings.getLast().place(), null);
        store.insertAxis(id, plan, parent, depth, place, title(title));
        rooms.outlineChanged(plan);
        return id;
    }

    /** @throws InvalidInput when there is no title */
    public void rename(PlanId plan, AxisId axis, String title) {
        open(plan);
        store.renameAxis(axis(plan, axis).id(), title(title));
        rooms.outlineChanged(plan);
    }

    /**
     * Moves an axis, with all that stands in it.
     *
     * @param parent the axis above, or null for the first level
     * @param before the axis before which it goes, or null for the end
     * @throws InvalidInput when it would stand in itself, or deeper than three levels
     */
    public void move(PlanId plan, AxisId axis, @Nullable AxisId parent, @Nullable AxisId before) {
        open(plan);
        PlanStore.AxisRow moved = axis(plan, axis);
        int depth = 1;
        if (parent != null) {
            PlanStore.AxisRow above = axis(plan, parent);
            for (PlanStore.AxisRow step = above; step != null;
                    step = step.parent() == null ? null : axis(plan, step.parent())) {
                if (step.id().equals(axis)) {
                    throw new InvalidInput(TITLE, "plan.axis.inItself");
                }
            }
            depth = above.depth() + 1;
        }
        if (depth + store.heightBelow(axis) > DEEPEST) {
            throw new InvalidInput(TITLE, "plan.axis.tooDeep");
        }
        List<PlanStore.AxisRow> siblings =
                store.axes(plan, parent).stream().filter(sibling -> !sibling.id().equals(axis)).toList();
        int at = 0;
        while (at < siblings.size() && !siblings.get(at).id().equals(before)) {
            at++;
        }
        String place = Rank.between(at == 0 ? null : siblings.get(at - 1).place(),
                at == siblings.size() ? null : siblings.get(at).place());
        store.placeAxis(moved.id(), parent, depth, place);
        rooms.outlineChanged(plan);
    }

    /**
     * Removes an axis that has no axis below it. Whoever acts sees it empty; actions in it that are not meant for them
     * are not lost, nor given away by a refusal: they move to the level above.
     *
     * @throws InvalidInput when there are axes below it
     */
    public void remove(PlanId plan, AxisId axis) {
        store.lock(plan, axis);
        policy.require(Operation.EDIT, PlanService.subject(plan));
        PlanStore.AxisRow row = axis(plan, axis);
        if (!store.axes(plan, axis).isEmpty()) {
            throw new InvalidInput(TITLE, "plan.axis.notEmpty");
        }
        store.removeAxis(row);
        rooms.outlineChanged(plan);
    }

    private void open(PlanId plan) {
        store.lock(plan);
        policy.require(Operation.EDIT, PlanService.subject(plan));
    }

    private PlanStore.AxisRow axis(PlanId plan, AxisId axis) {
        return store.axis(plan, Objects.requireNonNull(axis)).orElseThrow(NotVisible::new);
    }

    private static String title(String title) {
        return Checks.required(TITLE, title, 200);
    }
}
