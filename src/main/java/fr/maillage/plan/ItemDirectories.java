package fr.maillage.plan;

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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the rest of the product what plans and actions are called and where they open. */
@Configuration(proxyBeanMethods = false)
class ItemDirectories {

    @Bean
    ItemDirectory planDirectory(JdbcClient jdbc) {
        return new Titles(PlanService.KIND, "layers", "plan", "plans/", jdbc);
    }

    @Bean
    ItemDirectory actionDirectory(JdbcClient jdbc) {
        return new Titles(ActionService.KIND, "list-checks", "action", "fiches/", jdbc);
    }

    private record Titles(ItemKind kind, String icon, String table, String path, JdbcClient jdbc) implements ItemDirectory {

        @Override
        public Map<UUID, Card> cards(Collection<UUID> ids) {
            if (ids.isEmpty()) {
                return Map.of();
            }
            List<Card> cards = jdbc.sql("select id, title, owner from " + table + " where id in (:ids)")
                    .param("ids", List.copyOf(ids)).query((row, n) -> {
                        UUID id = row.getObject(1, UUID.class);
                        return new Card(new ItemRef(kind, id), row.getString(2),
                                new SpaceId(row.getObject(3, UUID.class)), path + id);
                    }).list();
            Map<UUID, Card> byId = new HashMap<>();
            cards.forEach(card -> byId.put(card.ref().id(), card));
            return byId;
        }

        @Override
        public List<UUID> find(String words, Collection<SpaceId> near, int limit) {
            return TitleSearch.find(jdbc, table, "archived_at is null", words, near, limit);
        }
    }
}
