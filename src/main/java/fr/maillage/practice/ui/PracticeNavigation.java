package fr.maillage.practice.ui;

import fr.maillage.base.SpaceId;
import fr.maillage.practice.PracticeId;

/** Where practices open, from the root of the site. */
public final class PracticeNavigation {

    public static final String LIST = "pratiques";
    static final String ID = "id";
    static final String PAGE = LIST + "/:id";
    static final String NEW = LIST + "/nouvelle";
    static final String EDIT = LIST + "/:id/modifier";
    static final String SPACE = "espace";

    private PracticeNavigation() {}

    public static String page(PracticeId id) {
        return "/" + LIST + "/" + id.value();
    }

    static String edit(PracticeId id) {
        return page(id) + "/modifier";
    }

    /** The form of a new practice in the name of this space. */
    public static String create(SpaceId space) {
        return "/" + NEW + "?" + SPACE + "=" + space.value();
    }
}
