package fr.maillage.opportunity;

import fr.maillage.access.ListQuery;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of opportunities is narrowed to. Immutable; an empty set filters nothing.
 *
 * @param text     words to be found in title, summary or body; with words, the best match comes first
 * @param owners   the spaces whose opportunities are shown
 * @param dueUntil only those whose deadline is to come, up to and including that day
 */
public record OpportunityFilter(String text, @Nullable Direction direction, Set<OpportunityKind> kinds,
        Set<Theme> themes, Set<SpaceId> owners, @Nullable LocalDate dueUntil, OpportunityStatus status,
        ListQuery.Sort sort) {

    public static OpportunityFilter open() {
        return new OpportunityFilter("", null, Set.of(), Set.of(), Set.of(), null, OpportunityStatus.OPEN,
                ListQuery.Sort.DEADLINE);
    }

    public OpportunityFilter text(String value) {
        return new OpportunityFilter(value.strip(), direction, kinds, themes, owners, dueUntil, status, sort);
    }

    public OpportunityFilter direction(@Nullable Direction value) {
        return new OpportunityFilter(text, value, kinds, themes, owners, dueUntil, status, sort);
    }

    public OpportunityFilter kinds(Set<OpportunityKind> value) {
        return new OpportunityFilter(text, direction, Set.copyOf(value), themes, owners, dueUntil, status, sort);
    }

    public OpportunityFilter themes(Set<Theme> value) {
        return new OpportunityFilter(text, direction, kinds, Set.copyOf(value), owners, dueUntil, status, sort);
    }

    public OpportunityFilter owners(Set<SpaceId> value) {
        return new OpportunityFilter(text, direction, kinds, themes, Set.copyOf(value), dueUntil, status, sort);
    }

    public OpportunityFilter dueUntil(@Nullable LocalDate value) {
        return new OpportunityFilter(text, direction, kinds, themes, owners, value, status, sort);
    }

    public OpportunityFilter status(OpportunityStatus value) {
        return new OpportunityFilter(text, direction, kinds, themes, owners, dueUntil, value, sort);
    }

    public OpportunityFilter sort(ListQuery.Sort value) {
        return new OpportunityFilter(text, direction, kinds, themes, owners, dueUntil, status, value);
    }

    /** The facets that let through the direction and kinds; empty when neither narrows. */
    Set<Integer> facets() {
        Set<Integer> facets = new HashSet<>();
        if (direction != null || !kinds.isEmpty()) {
            for (Direction one : direction == null ? EnumSet.allOf(Direction.class) : Set.of(direction)) {
                for (OpportunityKind kind : kinds.isEmpty() ? EnumSet.allOf(OpportunityKind.class) : kinds) {
                    facets.add(OpportunityContent.facet(one, kind));
                }
            }
        }
        return facets;
    }

    ListQuery query() {
        return ListQuery.of(OpportunityId.KIND).statuses(Set.of(status.code())).facets(facets()).themes(themes)
                .owners(owners).dueUntil(dueUntil).sort(sort);
    }
}
