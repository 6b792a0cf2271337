package fr.maillage.practice;

import fr.maillage.base.Theme;
import java.util.Map;
import java.util.Set;

/** Practices for tests. */
public final class PracticeMother {

    private PracticeMother() {}

    public static PracticeDraft draft(String title, Theme... themes) {
        return new PracticeDraft(title, "Résumé de " + title, 2024,
                themes.length == 0 ? Set.of(Theme.LAND_PREMISES) : Set.of(themes),
                Map.of(PracticeSection.DONE, "D’abord un inventaire, **ensuite** un portage.",
                        PracticeSection.RESULTS, "Douze locaux remis en service."));
    }
}
