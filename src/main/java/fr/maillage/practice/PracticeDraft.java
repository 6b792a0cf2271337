package fr.maillage.practice;

import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Theme;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the author of a practice writes.
 *
 * @param title    at most 200 characters
 * @param summary  at most 240 characters
 * @param year     when it was done, from 1950 to next year, or null
 * @param sections Markdown by part; a missing part is empty
 */
public record PracticeDraft(String title, String summary, @Nullable Integer year, Set<Theme> themes,
        Map<PracticeSection, String> sections) {

    public PracticeDraft {
        themes = Set.copyOf(themes);
        sections = Map.copyOf(sections);
    }

    public String section(PracticeSection section) {
        return sections.getOrDefault(section, "");
    }

    /**
     * The same, trimmed and checked.
     *
     * @throws InvalidInput on the first field that cannot be taken
     */
    PracticeDraft checked(int thisYear) {
        PracticeDraft head = checkedHead(thisYear);
        Map<PracticeSection, String> texts = new EnumMap<>(PracticeSection.class);
        for (PracticeSection section : PracticeSection.values()) {
            String text = section(section);
            texts.put(section, section == PracticeSection.DONE
                    ? Checks.required(section.field(), text, Checks.LONGEST_TEXT)
                    : Checks.optional(section.field(), text, Checks.LONGEST_TEXT));
        }
        return new PracticeDraft(head.title(), head.summary(), year, themes, texts);
    }

    /**
     * Everything but the parts, trimmed and checked.
     *
     * @throws InvalidInput on the first field that cannot be taken
     */
    PracticeDraft checkedHead(int thisYear) {
        String checkedTitle = Checks.required("title", title, 200);
        String checkedSummary = Checks.required("summary", summary, 240);
        if (year != null && (year < 1950 || year > thisYear + 1)) {
            throw new InvalidInput("year", "practice.implausibleYear", String.valueOf(thisYear + 1));
        }
        if (themes.isEmpty()) {
            throw new InvalidInput("themes", "practice.themeNeeded");
        }
        return new PracticeDraft(checkedTitle, checkedSummary, year, themes, Map.of());
    }
}
