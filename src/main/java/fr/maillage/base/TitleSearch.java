package fr.maillage.base;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds rows by the words of their title, for tables with a full-text index on {@code title} alone. Decides no rights. */
public final class TitleSearch {

    private static final UUID NOWHERE = new UUID(0, 0);

    private TitleSearch() {}

    /**
     * The identifiers of rows that match, those of the owners near first, then the newest first.
     *
     * @param table a name of our own, never something typed
     * @param open  the condition of our own that a row is not put away
     * @param words an expression of {@link FullText}, not empty
     */
    public static List<UUID> find(JdbcClient jdbc, String table, String open, String words, Collection<SpaceId> near,
            int limit) {
        List<UUID> owners = near.stream().map(SpaceId::value).collect(Collectors.toList());
        owners.add(NOWHERE);
        return jdbc.sql("select id from " + table + " where match (title) against (:words in boolean mode) and " + open
                + " order by owner in (:owners) desc, id desc limit :limit")
                .param("words", words).param("owners", owners).param("limit", limit).query(UUID.class).list();
    }
}
