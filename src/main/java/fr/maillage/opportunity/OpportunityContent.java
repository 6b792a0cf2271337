package fr.maillage.opportunity;

import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Theme;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an opportunity says. Checked when it is made: {@link InvalidInput} names the first field that cannot be taken.
 *
 * @param summary  one or two sentences, shown in lists
 * @param body     Markdown
 * @param deadline the last day for an answer, or null
 */
public record OpportunityContent(Direction direction, OpportunityKind kind, String title, String summary, String body,
        Details details, Set<Theme> themes, @Nullable LocalDate deadline) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_SUMMARY = 240;

    public OpportunityContent {
        if (direction == null) {
            throw new InvalidInput("direction", "base.required");
        }
        if (kind == null) {
            throw new InvalidInput("kind", "base.required");
        }
        title = oneLine(Checks.required("title", title, LONGEST_TITLE));
        summary = oneLine(Checks.required("summary", summary, LONGEST_SUMMARY));
        body = Checks.optional("body", body, Checks.LONGEST_TEXT);
        themes = themes.isEmpty() ? EnumSet.noneOf(Theme.class) : EnumSet.copyOf(themes);
        Checks.plausible("deadline", deadline);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\n\\t]+\\s*", " ");
    }

    /** How lists divide opportunities: direction and kind in one small number, 0 to 15. */
    public static int facet(Direction direction, OpportunityKind kind) {
        return direction.ordinal() * 8 + kind.ordinal();
    }
}
