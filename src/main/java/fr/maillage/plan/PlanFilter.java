package fr.maillage.plan;

import fr.maillage.access.ListQuery;
import fr.maillage.base.SpaceId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which plans a list asks for. Immutable; an empty set filters nothing. */
public record PlanFilter(Set<PlanState> states, Set<PlanType> types, Set<SpaceId> owners, boolean archived) {

    public static PlanFilter all() {
        return new PlanFilter(Set.of(), Set.of(), Set.of(), false);
    }

    public PlanFilter states(Collection<PlanState> value) {
        return new PlanFilter(Set.copyOf(value), types, owners, archived);
    }

    public PlanFilter types(Collection<PlanType> value) {
        return new PlanFilter(states, Set.copyOf(value), owners, archived);
    }

    public PlanFilter owners(Collection<SpaceId> value) {
        return new PlanFilter(states, types, Set.copyOf(value), archived);
    }

    public PlanFilter archived(boolean value) {
        return new PlanFilter(states, types, owners, value);
    }

    ListQuery query() {
        return ListQuery.of(PlanService.KIND).statuses(ordinals(states)).facets(ordinals(types)).owners(owners)
                .archived(archived);
    }

    private static Set<Integer> ordinals(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::ordinal).collect(Collectors.toSet());
    }
}
