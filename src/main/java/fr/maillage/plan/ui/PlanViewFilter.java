package fr.maillage.plan.ui;

import com.vaadin.flow.router.QueryParameters;
import fr.maillage.base.PersonId;
import fr.maillage.plan.ActionLine;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.AxisId;
import fr.maillage.plan.AxisLine;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is looked at: which view, and which of its actions. Stands in the address, so that a link can be sent and
 * Back works.
 */
record PlanViewFilter(View view, @Nullable PersonId pilot, @Nullable AxisId axis, @Nullable Due due,
        @Nullable ActionStatus status) {

    /** The views of a plan. */
    enum View { TABLEAU, STATUTS }

    /** When actions end. */
    enum Due {
        LATE("retard"), MONTH("30-jours"), YEAR("annee");

        private final String word;

        Due(String word) {
            this.word = word;
        }

        private boolean holds(ActionLine line, LocalDate today) {
            LocalDate end = line.end();
            return end != null && switch (this) {
                case LATE -> line.late(today);
                case MONTH -> !end.isBefore(today) && !end.isAfter(today.plusDays(30));
                case YEAR -> end.getYear() == today.getYear();
            };
        }
    }

    private static final String VIEW = "vue";
    private static final String PILOT = "pilote";
    private static final String AXIS = "axe";
    private static final String DUE = "echeance";
    private static final String STATUS = "statut";

    /** Words that mean nothing are ignored: an old link still opens. */
    static PlanViewFilter of(QueryParameters query) {
        return new PlanViewFilter(
                read(query, VIEW, word -> View.valueOf(word.toUpperCase(Locale.ROOT))).orElse(View.TABLEAU),
                read(query, PILOT, word -> new PersonId(UUID.fromString(word))).orElse(null),
                read(query, AXIS, word -> new AxisId(UUID.fromString(word))).orElse(null),
                query.getSingleParameter(DUE).flatMap(PlanViewFilter::due).orElse(null),
                read(query, STATUS, word -> ActionStatus.valueOf(word.toUpperCase(Locale.ROOT))).orElse(null));
    }

    private static Optional<Due> due(String word) {
        return List.of(Due.values()).stream().filter(due -> due.word.equals(word)).findFirst();
    }

    private static <T> Optional<T> read(QueryParameters query, String name, Function<String, T> parse) {
        try {
            return query.getSingleParameter(name).map(parse);
        } catch (IllegalArgumentException meaningless) {
            return Optional.empty();
        }
    }

    QueryParameters query() {
        Map<String, String> words = new LinkedHashMap<>();
        if (view != View.TABLEAU) {
            words.put(VIEW, view.name().toLowerCase(Locale.ROOT));
        }
        if (pilot != null) {
            words.put(PILOT, pilot.value().toString());
        }
        if (axis != null) {
            words.put(AXIS, axis.value().toString());
        }
        if (due != null) {
            words.put(DUE, due.word);
        }
        if (status != null) {
            words.put(STATUS, status.name().toLowerCase(Locale.ROOT));
        }
        return QueryParameters.simple(words);
    }

    PlanViewFilter view(View value) {
        return new PlanViewFilter(value, pilot, axis, due, status);
    }

    PlanViewFilter pilot(@Nullable PersonId value) {
        return new PlanViewFilter(view, value, axis, due, status);
    }

    PlanViewFilter axis(@Nullable AxisId value) {
        return new PlanViewFilter(view, pilot, value, due, status);
    }

    PlanViewFilter due(@Nullable Due value) {
        return new PlanViewFilter(view, pilot, axis, value, status);
    }

    PlanViewFilter status(@Nullable ActionStatus value) {
        return new PlanViewFilter(view, pilot, axis, due, value);
    }

    boolean any() {
        return pilot != null || axis != null || due != null || status != null;
    }

    PlanViewFilter none() {
        return new PlanViewFilter(view, null, null, null, null);
    }

    /** Those of the actions that are asked for; an axis brings the axes below it. */
    List<ActionLine> apply(List<ActionLine> actions, List<AxisLine> axes, LocalDate today) {
        String number = axes.stream().filter(line -> line.id().equals(axis)).map(AxisLine::number).findFirst()
                .orElse(null);
        return actions.stream()
                .filter(line -> pilot == null || line.pilots().contains(pilot))
                .filter(line -> number == null || axes.stream()
                        .anyMatch(below -> below.id().equals(line.axis())
                                && (below.number() + '.').startsWith(number + '.')))
                .filter(line -> due == null || due.holds(line, today))
                .filter(line -> status == null || line.status() == status).toList();
    }
}
