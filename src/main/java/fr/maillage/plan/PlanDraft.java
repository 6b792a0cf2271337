package fr.maillage.plan;

import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a plan holds.
 *
 * @param summary Markdown; counts for a new plan only
 */
public record PlanDraft(String title, @Nullable PlanType type, @Nullable LocalDate start, @Nullable LocalDate end,
        String summary) {

    /** The names under which errors come back. */
    public static final String TITLE = "title";
    public static final String TYPE = "type";
    public static final String START = "start";
    public static final String END = "end";
    public static final String SUMMARY = "summary";

    /** @throws InvalidInput on the first field that cannot be taken */
    PlanDraft checked() {
        String tidyTitle = Checks.required(TITLE, title, 300);
        if (type == null) {
            throw new InvalidInput(TYPE, "base.required");
        }
        Checks.plausible(START, start);
        Checks.plausible(END, end);
        Checks.inOrder(END, start, end);
        return new PlanDraft(tidyTitle, type, start, end, Checks.optional(SUMMARY, summary, Checks.LONGEST_TEXT));
    }
}
