package fr.maillage.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Phase and priority as the one small number by which lists are filtered: {@code phase × 4 + priority}, 0 for none. */
final class ActionFacet {

    private ActionFacet() {}

    static int of(@Nullable Phase phase, @Nullable Priority priority) {
        return number(phase) * 4 + number(priority);
    }

    /** The numbers of all actions with one of these phases and one of these priorities; an empty set filters nothing. */
    static Set<Integer> matching(Collection<Phase> phases, Collection<Priority> priorities) {
        Set<Integer> facets = new HashSet<>();
        if (phases.isEmpty() && priorities.isEmpty()) {
            return facets;
        }
        for (int phase = 0; phase <= Phase.values().length; phase++) {
            for (int priority = 0; priority <= Priority.values().length; priority++) {
                boolean phaseFits = phases.isEmpty() || phase > 0 && phases.contains(Phase.values()[phase - 1]);
                boolean priorityFits = priorities.isEmpty()
                        || priority > 0 && priorities.contains(Priority.values()[priority - 1]);
                if (phaseFits && priorityFits) {
                    facets.add(phase * 4 + priority);
                }
            }
        }
        return facets;
    }

    private static int number(@Nullable Enum<?> choice) {
        return choice == null ? 0 : choice.ordinal() + 1;
    }
}
