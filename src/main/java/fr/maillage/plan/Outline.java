package fr.maillage.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the axes of a plan and the actions that one person sees in order, and numbers them. Numbers count what that
 * person sees: a gap would tell that something is hidden. A sub-action whose action is hidden reads as an action of
 * its axis.
 */
final class Outline {

    /** What stands in no axis of a plan that has axes is numbered 0.1, 0.2. */
    static final String NO_AXIS = "0.";

    private final List<AxisLine> axes = new ArrayList<>();
    private final List<ActionLine> actions = new ArrayList<>();

    /**
     * @param unordered axes as they are stored, sorted by place among their siblings; numbers empty
     * @param all       actions as they are stored, sorted by place among their siblings, hidden ones included
     * @param visible   which of them the person sees
     */
    Outline(List<AxisLine> unordered, List<ActionLine> all, Set<ActionId> visible) {
        Map<ActionId, ActionLine> byId = new HashMap<>();
        all.forEach(action -> byId.put(action.id(), action));
        Set<AxisId> known = new HashSet<>();
        unordered.forEach(axis -> known.add(axis.id()));
        Map<@Nullable AxisId, List<ActionLine>> inAxis = new HashMap<>();
        Map<ActionId, List<ActionLine>> under = new HashMap<>();
        for (ActionLine action : all) {
            if (!visible.contains(action.id())) {
                continue;
            }
            ActionId parent = action.parent();
            if (parent != null && visible.contains(parent)) {
                under.computeIfAbsent(parent, id -> new ArrayList<>()).add(action);
            } else {
                ActionLine placed = parent == null ? action : byId.get(parent);
                AxisId axis = placed == null || !known.contains(placed.axis()) ? null : placed.axis();
                inAxis.computeIfAbsent(axis, id -> new ArrayList<>()).add(action);
            }
        }
        number(inAxis.getOrDefault(null, List.of()), null, unordered.isEmpty() ? "" : NO_AXIS, 0, under);
        descend(unordered, null, "", inAxis, under);
    }

    private void descend(List<AxisLine> all, @Nullable AxisId parent, String prefix,
            Map<@Nullable AxisId, List<ActionLine>> inAxis, Map<ActionId, List<ActionLine>> under) {
        int n = 0;
        for (AxisLine axis : all) {
            if (Objects.equals(axis.parent(), parent)) {
                String number = prefix + ++n;
                axes.add(new AxisLine(axis.id(), parent, axis.depth(), number, axis.title()));
                int below = (int) all.stream().filter(other -> axis.id().equals(other.parent())).count();
                number(inAxis.getOrDefault(axis.id(), List.of()), axis.id(), number + '.', below, under);
                descend(all, axis.id(), number + '.', inAxis, under);
            }
        }
    }

    /** @param taken numbers that the axes of the same level have already */
    private void number(List<ActionLine> siblings, @Nullable AxisId axis, String prefix, int taken,
            Map<ActionId, List<ActionLine>> under) {
        int n = taken;
        for (ActionLine action : siblings) {
            String number = prefix + ++n;
            actions.add(action.numbered(axis, null, number));
            int m = 0;
            for (ActionLine sub : under.getOrDefault(action.id(), List.of())) {
                actions.add(sub.numbered(axis, action.id(), number + '.' + ++m));
            }
        }
    }

    /** Depth first. */
    List<AxisLine> axes() {
        return axes;
    }

    /** In reading order, sub-actions right after their action; those of no axis first. */
    List<ActionLine> actions() {
        return actions;
    }
}
