package fr.maillage.plan;

import fr.maillage.base.Ids;
import java.util.UUID;

/** Identifies an action (fiche action). */
public record ActionId(UUID value) {

    static ActionId next() {
        return new ActionId(Ids.next());
    }
}
