package fr.maillage.opportunity;

import fr.maillage.base.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of the fields of a kind: only fields that were filled are there, each in its type. Immutable. */
public record Details(Map<KindField, Object> values) {

    public Details {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    public static Details none() {
        return new Details(Map.of());
    }

    /**
     * Keeps of what was given the fields of that kind, checked.
     *
     * @param given values by field, as a form holds them: numbers, dates or their text; null where nothing was typed
     * @throws InvalidInput on the key of the first field that cannot be taken
     */
    public static Details of(OpportunityKind kind, Map<KindField, ? extends @Nullable Object> given) {
        Map<KindField, Object> values = new EnumMap<>(KindField.class);
        for (KindField field : kind.fields()) {
            Object value = field.accept(given.get(field));
            if (value != null) {
                values.put(field, value);
            }
        }
        if (values.get(KindField.AMOUNT_MIN) instanceof BigDecimal min
                && values.get(KindField.AMOUNT_MAX) instanceof BigDecimal max && min.compareTo(max) > 0) {
            throw new InvalidInput(KindField.AMOUNT_MAX.key(), "opportunity.amountsOutOfOrder");
        }
        return new Details(values);
    }

    /** The same, from a document whose fields are called by their keys; keys of other kinds are left out. */
    public static Details ofKeys(OpportunityKind kind, Map<String, ? extends @Nullable Object> given) {
        Map<KindField, @Nullable Object> byField = new EnumMap<>(KindField.class);
        kind.fields().forEach(field -> byField.put(field, given.get(field.key())));
        return of(kind, byField);
    }

    public Optional<BigDecimal> number(KindField field) {
        return Optional.ofNullable((BigDecimal) values.get(field));
    }

    public Optional<String> text(KindField field) {
        return Optional.ofNullable((String) values.get(field));
    }

    public Optional<LocalDate> date(KindField field) {
        return Optional.ofNullable((LocalDate) values.get(field));
    }
}
