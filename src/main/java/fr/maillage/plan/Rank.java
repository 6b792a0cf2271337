package fr.maillage.plan;

import org.jspecify.annotations.Nullable;

/**
 * Places among siblings, as words over 0–9 and a–z that sort as fractions do: between any two there is always a third,
 * so that moving something writes one row. A place never ends in 0, or nothing would fit before it.
 */
final class Rank {

    /** Beyond this many characters the siblings are spaced anew. */
    static final int LONGEST = 100;

    private static final int BASE = 36;
    private static final int WIDTH = 3;
    private static final char MIDDLE = 'i';
    private static final String FIRST = "i00i";

    private Rank() {}

    /**
     * A place after {@code low} and before {@code high}; null means there is none on that side.
     *
     * @throws IllegalArgumentException when {@code low} does not sort before {@code high}
     */
    static String between(@Nullable String low, @Nullable String high) {
        if (high == null) {
            return low == null ? FIRST : after(low);
        }
        if (low != null && low.compareTo(high) >= 0) {
            throw new IllegalArgumentException(low + " does not sort before " + high);
        }
        return middle(low == null ? "" : low, high);
    }

    /** The end of a list grows by counting, not by halving what is left: a thousand additions stay four letters long. */
    private static String after(String low) {
        String head = low.length() >= WIDTH ? low.substring(0, WIDTH) : low + "0".repeat(WIDTH - low.length());
        int next = Integer.parseInt(head, BASE) + 1;
        if (next >= BASE * BASE * BASE) {
            return middle(low, null);
        }
        String digits = Integer.toString(next, BASE);
        return "0".repeat(WIDTH - digits.length()) + digits + MIDDLE;
    }

    private static String middle(String low, @Nullable String high) {
        StringBuilder place = new StringBuilder();
        @Nullable String bound = high;
        for (int i = 0;; i++) {
            int below = i < low.length() ? Character.digit(low.charAt(i), BASE) : 0;
            int above = bound == null ? BASE : Character.digit(bound.charAt(i), BASE);
            int between = (below + above) / 2;
            if (between > below) {
                return place.append(Character.forDigit(between, BASE)).toString();
            }
            place.append(Character.forDigit(below, BASE));
            if (above > below) {
                // Neighbouring digits: what follows only has to be greater than the rest of the lower one.
                bound = null;
            }
        }
    }
}
