package fr.maillage.alliance;

import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an alliance.
 *
 * @param shortName as it stands in menus and on maps
 * @param tagline   one sentence under the name
 * @param kind      what sort of alliance, in its members' words: pôle métropolitain, réseau de villes…
 * @param since     the year it began, if known
 */
public record AllianceDraft(String name, String shortName, String tagline, String kind, @Nullable Integer since,
        String description) {

    /** @throws InvalidInput on the field that does not hold */
    public AllianceDraft {
        name = Checks.required("name", name, 200);
        shortName = Checks.required("shortName", shortName, 100);
        tagline = Checks.optional("tagline", tagline, 300);
        kind = Checks.optional("kind", kind, 120);
        description = Checks.optional("description", description, 10_000);
        if (since != null && (since < Alliance.FIRST_YEAR || since > 2150)) {
            throw new InvalidInput("since", "base.implausibleDate");
        }
    }
}
