package fr.maillage.plan;

import fr.maillage.access.ListQuery;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which actions a list asks for, across plans. Immutable; an empty set filters nothing.
 *
 * @param dueUntil only actions that end up to and including that day, soonest first
 */
public record ActionFilter(Set<ActionStatus> statuses, Set<Phase> phases, Set<Priority> priorities, Set<Theme> themes,
        Set<SpaceId> owners, @Nullable LocalDate dueUntil) {

    public static ActionFilter all() {
        return new ActionFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null);
    }

    public ActionFilter statuses(Collection<ActionStatus> value) {
        return new ActionFilter(Set.copyOf(value), phases, priorities, themes, owners, dueUntil);
    }

    public ActionFilter phases(Collection<Phase> value) {
        return new ActionFilter(statuses, Set.copyOf(value), priorities, themes, owners, dueUntil);
    }

    public ActionFilter priorities(Collection<Priority> value) {
        return new ActionFilter(statuses, phases, Set.copyOf(value), themes, owners, dueUntil);
    }

    public ActionFilter themes(Collection<Theme> value) {
        return new ActionFilter(statuses, phases, priorities, Set.copyOf(value), owners, dueUntil);
    }

    public ActionFilter owners(Collection<SpaceId> value) {
        return new ActionFilter(statuses, phases, priorities, themes, Set.copyOf(value), dueUntil);
    }

    public ActionFilter dueUntil(@Nullable LocalDate value) {
        return new ActionFilter(statuses, phases, priorities, themes, owners, value);
    }

    ListQuery query() {
        return ListQuery.of(ActionService.KIND)
                .statuses(statuses.stream().map(ActionStatus::code).collect(Collectors.toSet()))
                .facets(ActionFacet.matching(phases, priorities)).themes(themes).owners(owners).dueUntil(dueUntil);
    }
}
