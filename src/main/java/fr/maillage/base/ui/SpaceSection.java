package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import fr.maillage.base.SpaceId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A part of the page of a space (a territory, an alliance) that a feature brings: its list in the overview, its tab,
 * its button in the bar. A feature declares one bean per part; {@link SpacePage} puts them together, so that the page
 * knows no feature and a new feature appears on it without a change.
 *
 * <p>The methods are called in the session of whoever looks, one after the other, each time the page is shown: what
 * they return is for this person alone, bounded, and costs at most one or two queries.
 */
public interface SpaceSection {

    /** Where on the page of the space. */
    enum Slot {
        /** The wide column of the overview: a heading and a short list. */
        MAIN,
        /** The narrow column of the overview. */
        ASIDE,
        /** The right of the header: faces, how many members. Shown without a heading. */
        HEADER,
        /** The bar above the header: one button. Shown without a heading. */
        ACTIONS,
        /** A tab of its own, under the word {@link #tab()}. */
        TAB
    }

    /** A link at the right of a heading: the words, and where it leads, from the root of the site. */
    record More(String label, String path) {}

    Slot slot();

    /** Place within its slot, smallest first. Plans 10, opportunities 20, practices 30, activity 40, people 50. */
    int order();

    /** Key of the heading and of the tab's name in the translation bundles. */
    String labelKey();

    /** The word that stands for the tab in the address ({@code ?onglet=opportunites}); for {@link Slot#TAB} only. */
    default String tab() {
        return "";
    }

    default boolean inTerritories() {
        return true;
    }

    default boolean inAlliances() {
        return true;
    }

    /**
     * Whether the tab stands in the row for this person; an answer of no hides the tab without building it. Must be
     * cheap. A person who follows a link to a hidden tab gets the overview.
     */
    default boolean offered(SpaceId space) {
        return true;
    }

    /** How many visible things the tab holds, shown beside its name; 100 stands for “99 and more”. */
    default OptionalInt count(SpaceId space) {
        return OptionalInt.empty();
    }

    /** A link beside the heading: “Les 11”, “Comparer deux dates”. */
    default Optional<More> more(SpaceId space) {
        return Optional.empty();
    }

    /**
     * What stands under the heading, without the heading itself; empty leaves the whole part out. Inner headings, if
     * any, are {@code h3}.
     */
    Optional<Component> section(SpaceId space);
}
