package fr.maillage.coediting.ui;

import fr.maillage.coediting.LiveTextId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses of what a text was, from the root of the site, without a leading slash. */
public final class CoeditingNavigation {

    static final String HISTORY = "textes/:id/historique";
    static final String ID = "id";
    static final String FROM = "de";
    static final String TO = "a";
    static final String OLDER = "avant";
    static final String VIEW = "vue";
    static final String AUTHORS = "auteurs";
    /** Instead of a version: as the text is now. */
    static final String NOW = "maintenant";

    private CoeditingNavigation() {}

    /** The history of a text: its last changes. */
    public static String history(LiveTextId text) {
        return "textes/" + text.value() + "/historique";
    }

    /** Two versions of a text beside each other; null for the text as it is now. */
    public static String compare(LiveTextId text, @Nullable UUID from, @Nullable UUID to) {
        return history(text) + '?' + FROM + '=' + (from == null ? NOW : from) + '&' + TO + '='
                + (to == null ? NOW : to);
    }

    /** Who wrote what of a text. */
    public static String authors(LiveTextId text) {
        return history(text) + '?' + VIEW + '=' + AUTHORS;
    }
}
