package fr.maillage.base;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The twelve themes of the network. The order is stored (as bits): only ever add at the end. */
public enum Theme {
    SKILLS_RECRUITMENT, LAND_PREMISES, MOBILITY_HOUSING, INNOVATION_DIGITAL, NETWORKS_SECTORS, INFRASTRUCTURE, FUNDING,
    ATTRACTIVENESS, ENERGY_RESOURCES, SIMPLIFICATION, TOWN_CENTRE, SHARED_PLACES;

    /** The set as a bit mask, the form in which it is stored and filtered. */
    public static int mask(Collection<Theme> themes) {
        return themes.stream().mapToInt(theme -> 1 << theme.ordinal()).reduce(0, (a, b) -> a | b);
    }

    public static Set<Theme> ofMask(int mask) {
        Set<Theme> themes = EnumSet.noneOf(Theme.class);
        for (Theme theme : values()) {
            if ((mask & 1 << theme.ordinal()) != 0) {
                themes.add(theme);
            }
        }
        return themes;
    }

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "base.theme." + name();
    }
}
