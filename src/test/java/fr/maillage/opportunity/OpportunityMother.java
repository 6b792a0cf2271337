package fr.maillage.opportunity;

import fr.maillage.access.Audience;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opportunities for tests. */
public final class OpportunityMother {

    private OpportunityMother() {}

    public static OpportunityContent workshop(String title, @Nullable LocalDate deadline) {
        return new OpportunityContent(Direction.OFFER, OpportunityKind.PREMISES, title,
                "Un atelier vacant, pont roulant en place.", "Dalle de **3 tonnes** au mètre carré.",
                Details.ofKeys(OpportunityKind.PREMISES, Map.of("surface", 1200, "price", 6.5, "priceUnit",
                        "€/m²/mois")),
                Set.of(Theme.LAND_PREMISES), deadline);
    }

    public static OpportunityContent of(Direction direction, OpportunityKind kind, String title, Set<Theme> themes) {
        return new OpportunityContent(direction, kind, title, "Résumé de " + title, "", Details.none(), themes, null);
    }

    public static OpportunityId post(OpportunityService service, SpaceId owner, OpportunityContent content,
            Audience audience) {
        return service.post(OpportunityId.next(), owner, null, content, audience);
    }
}
