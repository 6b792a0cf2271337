package fr.maillage.coediting;

import fr.maillage.base.Ids;
import java.util.UUID;

/** Identifies a live text; the last part of the address its browsers connect to. */
public record LiveTextId(UUID value) {

    static LiveTextId next() {
        return new LiveTextId(Ids.next());
    }

    /** Where browsers connect, from the root of the site, without a leading slash. */
    public String path() {
        return "coedition/" + value;
    }
}
