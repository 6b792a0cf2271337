package fr.maillage.practice;

import fr.maillage.access.ItemDirectory;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.base.SpaceId;
import fr.maillage.base.TitleSearch;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How practices are named elsewhere. */
@Component
class PracticeDirectory implements ItemDirectory {

    private final PracticeQuery practices;
    private final JdbcClient jdbc;

    PracticeDirectory(PracticeQuery practices, JdbcClient jdbc) {
        this.practices = practices;
        this.jdbc = jdbc;
    }

    @Override
    public ItemKind kind() {
        return PracticeService.KIND;
    }

    @Override
    public String icon() {
        return "book-open";
    }

    @Override
    public Map<UUID, Card> cards(Collection<UUID> ids) {
        Map<UUID, Card> cards = new HashMap<>();
        practices.rows(ids).forEach(row -> cards.put(row.id().value(), new Card(new ItemRef(kind(), row.id().value()),
                row.title(), row.owner(), "pratiques/" + row.id().value())));
        return cards;
    }

    @Override
    public List<UUID> find(String words, Collection<SpaceId> near, int limit) {
        return TitleSearch.find(jdbc, "practice", "archived_at is null", words, near, limit);
    }
}
