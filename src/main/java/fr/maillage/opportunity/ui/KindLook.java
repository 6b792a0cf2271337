package fr.maillage.opportunity.ui;

import fr.maillage.base.ui.Icon;
import fr.maillage.opportunity.OpportunityKind;
import java.util.Arrays;
import java.util.Optional;

/** The picture of each kind, and its word in addresses. */
enum KindLook {
    FUNDING(Icon.HAND_COINS, "financement"), PREMISES(Icon.WAREHOUSE, "locaux"),
    SKILLS(Icon.GRADUATION_CAP, "competences"), MARKET(Icon.FACTORY, "marche"),
    POOLED_SERVICE(Icon.TRUCK, "services"), EQUIPMENT(Icon.WRENCH, "materiel"),
    CO_INVESTMENT(Icon.COINS, "investissement"), PILOT_SITE(Icon.SPROUT, "pilote");

    private final Icon icon;
    private final String word;

    KindLook(Icon icon, String word) {
        this.icon = icon;
        this.word = word;
    }

    static KindLook of(OpportunityKind kind) {
        return valueOf(kind.name());
    }

    static Optional<OpportunityKind> byWord(String word) {
        return Arrays.stream(values()).filter(look -> look.word.equals(word)).findFirst()
                .map(look -> OpportunityKind.valueOf(look.name()));
    }

    Icon icon() {
        return icon;
    }

    String word() {
        return word;
    }
}
