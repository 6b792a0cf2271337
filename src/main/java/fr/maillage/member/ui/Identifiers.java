package fr.maillage.member.ui;

import com.vaadin.flow.router.RouteParameters;
import fr.maillage.access.NotVisible;
import java.util.UUID;

/** Reads identifiers from addresses: one that is none is like one of something that does not exist. */
final class Identifiers {

    private static final int LENGTH = 36;

    private Identifiers() {}

    /** @throws NotVisible when it is no identifier */
    static UUID read(RouteParameters parameters, String name) {
        String typed = parameters.get(name).orElse("");
        try {
            if (typed.length() == LENGTH) {
                return UUID.fromString(typed);
            }
        } catch (IllegalArgumentException malformed) {
            // Answered below.
        }
        throw new NotVisible();
    }
}
