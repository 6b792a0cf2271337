package fr.maillage.opportunity;

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

/** Names opportunities to the modules that know only references. */
@Component
class OpportunityDirectory implements ItemDirectory {

    static final String ROUTE = "opportunites/";

    private final JdbcClient jdbc;

    OpportunityDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ItemKind kind() {
        return OpportunityId.KIND;
    }

    @Override
    public String icon() {
        return "handshake";
    }

    @Override
    public Map<UUID, Card> cards(Collection<UUID> ids) {
        Map<UUID, Card> cards = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, title, owner from opportunity where id in (:ids)").param("ids", ids)
                    .query((row, n) -> new Card(new ItemRef(OpportunityId.KIND, row.getObject(1, UUID.class)),
                            row.getString(2), new SpaceId(row.getObject(3, UUID.class)),
                            ROUTE + row.getObject(1, UUID.class)))
                    .list().forEach(card -> cards.put(card.ref().id(), card));
        }
        return cards;
    }

    @Override
    public List<UUID> find(String words, Collection<SpaceId> near, int limit) {
        return TitleSearch.find(jdbc, "opportunity", "archived = 0", words, near, limit);
    }
}
