package fr.maillage.opportunity.ui;

import com.vaadin.flow.router.QueryParameters;
import fr.maillage.access.ListQuery;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.OpportunityFilter;
import fr.maillage.opportunity.OpportunityKind;
import fr.maillage.opportunity.OpportunityStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list says. Words that mean nothing are passed over: an address that somebody mistyped still
 * opens the list.
 *
 * @param spaces   the territories ticked
 * @param alliance the alliance whose members are shown, or null
 */
record ListState(String text, @Nullable Direction direction, Set<OpportunityKind> kinds, Set<Theme> themes,
        Set<SpaceId> spaces, @Nullable SpaceId alliance, @Nullable LocalDate dueUntil, boolean closed, boolean newest,
        boolean table) {

    static final String SPACE = "espace";
    private static final String TEXT = "q";
    private static final String DIRECTION = "sens";
    private static final String KIND = "genre";
    private static final String THEME = "theme";
    static final String ALLIANCE = "alliance";
    private static final String DUE = "avant";
    private static final String STATE = "etat";
    private static final String SORT = "tri";
    private static final String VIEW = "vue";
    private static final int MOST = 50;

    static ListState of(QueryParameters query) {
        Set<OpportunityKind> kinds = EnumSet.noneOf(OpportunityKind.class);
        all(query, KIND).forEach(word -> KindLook.byWord(word).ifPresent(kinds::add));
        Set<Theme> themes = EnumSet.noneOf(Theme.class);
        for (Theme theme : Theme.values()) {
            if (all(query, THEME).contains(word(theme))) {
                themes.add(theme);
            }
        }
        Set<SpaceId> spaces = new LinkedHashSet<>();
        all(query, SPACE).forEach(word -> space(word).ifPresent(spaces::add));
        String text = one(query, TEXT).orElse("").strip();
        Direction direction = one(query, DIRECTION).map(word -> word.equals("besoins") ? Direction.NEED
                : word.equals("offres") ? Direction.OFFER : null).orElse(null);
        return new ListState(text.length() > 100 ? text.substring(0, 100) : text, direction, kinds, themes, spaces,
                one(query, ALLIANCE).flatMap(ListState::space).orElse(null),
                one(query, DUE).flatMap(ListState::date).orElse(null),
                one(query, STATE).filter("closes"::equals).isPresent(),
                one(query, SORT).filter("recentes"::equals).isPresent(),
                one(query, VIEW).filter("tableau"::equals).isPresent());
    }

    private static List<String> all(QueryParameters query, String name) {
        return query.getParameters(name).stream().limit(MOST).toList();
    }

    private static Optional<String> one(QueryParameters query, String name) {
        return all(query, name).stream().findFirst();
    }

    static Optional<SpaceId> space(String word) {
        try {
            return Optional.of(new SpaceId(UUID.fromString(word)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String word(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address of the list in this state, from the root of the site. */
    String href() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            all.put(TEXT, List.of(text));
        }
        if (direction != null) {
            all.put(DIRECTION, List.of(direction == Direction.NEED ? "besoins" : "offres"));
        }
        all.put(KIND, kinds.stream().map(kind -> KindLook.of(kind).word()).toList());
        all.put(THEME, themes.stream().map(ListState::word).toList());
        all.put(SPACE, spaces.stream().map(space -> space.value().toString()).toList());
        if (alliance != null) {
            all.put(ALLIANCE, List.of(alliance.value().toString()));
        }
        if (dueUntil != null) {
            all.put(DUE, List.of(dueUntil.toString()));
        }
        if (closed) {
            all.put(STATE, List.of("closes"));
        }
        if (newest) {
            all.put(SORT, List.of("recentes"));
        }
        if (table) {
            all.put(VIEW, List.of("tableau"));
        }
        List<String> pairs = new ArrayList<>();
        all.forEach((name, values) -> values.forEach(value -> pairs
                .add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return OpportunityNavigation.list() + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    /** @param owners what the territories and the alliance come down to; empty for everywhere */
    OpportunityFilter filter(Set<SpaceId> owners) {
        return OpportunityFilter.open().text(text).direction(direction).kinds(kinds).themes(themes).owners(owners)
                .dueUntil(dueUntil).status(closed ? OpportunityStatus.CLOSED : OpportunityStatus.OPEN)
                .sort(newest || closed ? ListQuery.Sort.NEWEST : ListQuery.Sort.DEADLINE);
    }

    boolean isNarrowed() {
        return !text.isEmpty() || direction != null || !kinds.isEmpty() || !themes.isEmpty() || !spaces.isEmpty()
                || alliance != null || dueUntil != null;
    }

    /** The same way of looking, at everything. */
    ListState cleared() {
        return new ListState("", null, Set.of(), Set.of(), Set.of(), null, null, closed, newest, table);
    }

    ListState text(String value) {
        return new ListState(value.strip(), direction, kinds, themes, spaces, alliance, dueUntil, closed, newest,
                table);
    }

    ListState direction(@Nullable Direction value) {
        return new ListState(text, value, kinds, themes, spaces, alliance, dueUntil, closed, newest, table);
    }

    ListState kind(OpportunityKind kind, boolean on) {
        return new ListState(text, direction, with(kinds, kind, on), themes, spaces, alliance, dueUntil, closed,
                newest, table);
    }

    ListState themes(Set<Theme> value) {
        return new ListState(text, direction, kinds, value, spaces, alliance, dueUntil, closed, newest, table);
    }

    ListState space(SpaceId space, boolean on) {
        return new ListState(text, direction, kinds, themes, with(spaces, space, on), alliance, dueUntil, closed,
                newest, table);
    }

    ListState alliance(@Nullable SpaceId value) {
        return new ListState(text, direction, kinds, themes, spaces, value, dueUntil, closed, newest, table);
    }

    ListState dueUntil(@Nullable LocalDate value) {
        return new ListState(text, direction, kinds, themes, spaces, alliance, value, closed, newest, table);
    }

    ListState closed(boolean value) {
        return new ListState(text, direction, kinds, themes, spaces, alliance, dueUntil, value, newest, table);
    }

    ListState newest(boolean value) {
        return new ListState(text, direction, kinds, themes, spaces, alliance, dueUntil, closed, value, table);
    }

    ListState table(boolean value) {
        return new ListState(text, direction, kinds, themes, spaces, alliance, dueUntil, closed, newest, value);
    }

    private static <T> Set<T> with(Set<T> set, T element, boolean on) {
        Set<T> changed = new LinkedHashSet<>(set);
        if (on) {
            changed.add(element);
        } else {
            changed.remove(element);
        }
        return changed;
    }
}
