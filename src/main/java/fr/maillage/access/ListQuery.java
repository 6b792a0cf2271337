package fr.maillage.access;

import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list asks for. Immutable; an empty set filters nothing.
 *
 * @param owners   the owner spaces, at most a few hundred
 * @param themes   items that carry any of these
 * @param dueUntil only items with a deadline up to and including that day
 */
public record ListQuery(ItemKind kind, boolean archived, Set<Integer> statuses, Set<Integer> facets, Set<Theme> themes,
        Set<SpaceId> owners, @Nullable LocalDate dueUntil, Sort sort, int limit) {

    /** Newest first, or soonest deadline first (from today on, items without a date after those with one). */
    public enum Sort { NEWEST, DEADLINE }

    /** Where the next page starts. */
    public record Cursor(UUID item, @Nullable LocalDate deadline) {}

    public static final int PAGE = 30;

    public static ListQuery of(ItemKind kind) {
        return new ListQuery(kind, false, Set.of(), Set.of(), EnumSet.noneOf(Theme.class), Set.of(), null, Sort.NEWEST,
                PAGE);
    }

    public ListQuery statuses(Set<Integer> value) {
        return new ListQuery(kind, archived, Set.copyOf(value), facets, themes, owners, dueUntil, sort, limit);
    }

    public ListQuery facets(Set<Integer> value) {
        return new ListQuery(kind, archived, statuses, Set.copyOf(value), themes, owners, dueUntil, sort, limit);
    }

    public ListQuery themes(Set<Theme> value) {
        return new ListQuery(kind, archived, statuses, facets, Set.copyOf(value), owners, dueUntil, sort, limit);
    }

    public ListQuery owners(Set<SpaceId> value) {
        return new ListQuery(kind, archived, statuses, facets, themes, Set.copyOf(value), dueUntil, sort, limit);
    }

    public ListQuery dueUntil(@Nullable LocalDate value) {
        return new ListQuery(kind, archived, statuses, facets, themes, owners, value, sort, limit);
    }

    public ListQuery sort(Sort value) {
        return new ListQuery(kind, archived, statuses, facets, themes, owners, dueUntil, value, limit);
    }

    public ListQuery limit(int value) {
        if (value < 1 || value > 200) {
            throw new IllegalArgumentException("A page holds 1 to 200 items, not " + value);
        }
        return new ListQuery(kind, archived, statuses, facets, themes, owners, dueUntil, sort, value);
    }

    public ListQuery archived(boolean value) {
        return new ListQuery(kind, value, statuses, facets, themes, owners, dueUntil, sort, limit);
    }
}
