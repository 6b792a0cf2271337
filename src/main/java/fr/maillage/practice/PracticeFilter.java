package fr.maillage.practice;

import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import java.util.Set;

/** What a list of practices is narrowed to. Immutable; empty values filter nothing. */
public record PracticeFilter(String text, Set<Theme> themes, Set<SpaceId> owners) {

    public static final PracticeFilter NONE = new PracticeFilter("", Set.of(), Set.of());

    public PracticeFilter {
        themes = Set.copyOf(themes);
        owners = Set.copyOf(owners);
    }

    public PracticeFilter text(String value) {
        return new PracticeFilter(value, themes, owners);
    }

    public PracticeFilter themes(Set<Theme> value) {
        return new PracticeFilter(text, value, owners);
    }

    public PracticeFilter owners(Set<SpaceId> value) {
        return new PracticeFilter(text, themes, value);
    }

    public boolean isEmpty() {
        return text.isBlank() && themes.isEmpty() && owners.isEmpty();
    }
}
