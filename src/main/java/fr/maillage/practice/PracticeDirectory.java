package fr.maillage.practice;

import fr.maillage.access.ItemDirectory;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How practices are named elsewhere. */
@Component
class PracticeDirectory implements ItemDirectory {

    private final PracticeQuery practices;

    PracticeDirectory(PracticeQuery practices) {
        this.practices = practices;
    }

    @Override
    public ItemKind kind() {
        return PracticeService.KIND;
    }

    @Override
    public Map<UUID, Card> cards(Collection<UUID> ids) {
        Map<UUID, Card> cards = new HashMap<>();
        practices.rows(ids).forEach(row -> cards.put(row.id().value(), new Card(new ItemRef(kind(), row.id().value()),
                row.title(), row.owner(), "pratiques/" + row.id().value())));
        return cards;
    }
}
