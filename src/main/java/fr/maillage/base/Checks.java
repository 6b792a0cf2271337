package fr.maillage.base;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The checks on typed values that every feature shares; each throws {@link InvalidInput} on the field it names. */
public final class Checks {

    /** Longest rich text accepted, in characters: a hundred printed pages. */
    public static final int LONGEST_TEXT = 200_000;

    private Checks() {}

    /** A text that must be there: trimmed, within {@code max} characters, without control characters. */
    public static String required(String field, @Nullable String value, int max) {
        String text = optional(field, value, max);
        if (text.isEmpty()) {
            throw new InvalidInput(field, "base.required");
        }
        return text;
    }

    /** A text that may be empty: trimmed, within {@code max} characters, without control characters. */
    public static String optional(String field, @Nullable String value, int max) {
        String text = value == null ? "" : value.replace("\r\n", "\n").strip();
        if (text.length() > max) {
            throw new InvalidInput(field, "base.tooLong", max, text.length());
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw new InvalidInput(field, "base.controlCharacter");
        }
        return text;
    }

    /** An amount of money, number of people or surface: none, or zero and more, below a thousand billion. */
    public static @Nullable BigDecimal notNegative(String field, @Nullable BigDecimal value) {
        if (value != null && value.signum() < 0) {
            throw new InvalidInput(field, "base.negative");
        }
        if (value != null && value.compareTo(new BigDecimal("1e12")) >= 0) {
            throw new InvalidInput(field, "base.tooLarge");
        }
        return value;
    }

    /** Dates in order, either of which may be missing; the error goes to the field of the end. */
    public static void inOrder(String endField, @Nullable LocalDate start, @Nullable LocalDate end) {
        if (start != null && end != null && end.isBefore(start)) {
            throw new InvalidInput(endField, "base.endBeforeStart");
        }
    }

    /** A date a plan may hold: between 1950 and 2150, so that a slip of the keyboard (20226) is caught. */
    public static @Nullable LocalDate plausible(String field, @Nullable LocalDate date) {
        if (date != null && (date.getYear() < 1950 || date.getYear() > 2150)) {
            throw new InvalidInput(field, "base.implausibleDate");
        }
        return date;
    }
}
