package fr.maillage.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.maillage.base.SpaceId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The directory of spaces: what each is called, where it opens and how it is drawn. The modules of territories and of
 * alliances register theirs; everybody reads. What a space is called is public.
 */
@Service
public class Spaces {

    /**
     * A space as it is shown.
     *
     * @param name      the full name
     * @param shortName as it stands in menus and on maps
     * @param path      where it opens, from the root of the site, without a leading slash
     * @param hue       one of the twelve hues, 0 to 11
     * @param emblem    an inline SVG made by the application itself, or empty
     */
    public record Space(SpaceId id, SpaceKind kind, String name, String shortName, String path, int hue,
            String emblem) {}

    /** A space was renamed or drawn anew. */
    public record SpaceRegistered(SpaceId id) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final org.springframework.context.ApplicationEventPublisher events;
    private final Cache<SpaceId, Space> cache =
            Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    Spaces(JdbcClient jdbc, JdbcTemplate batch, org.springframework.context.ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.events = events;
    }

    /** Adds a space or replaces what is known of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(Space space) {
        jdbc.sql("""
                insert into space (id, kind, name, short_name, path, hue, emblem)
                values (:id, :kind, :name, :shortName, :path, :hue, :emblem)
                on duplicate key update name = values(name), short_name = values(short_name), path = values(path),
                  hue = values(hue), emblem = values(emblem)""")
                .param("id", space.id().value()).param("kind", space.kind() == SpaceKind.TERRITORY ? "T" : "A")
                .param("name", space.name()).param("shortName", space.shortName()).param("path", space.path())
                .param("hue", space.hue()).param("emblem", space.emblem()).update();
        events.publishEvent(new SpaceRegistered(space.id()));
    }

    /** The same for many, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void registerAll(Collection<Space> many) {
        batch.batchUpdate("""
                insert into space (id, kind, name, short_name, path, hue, emblem) values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update name = values(name), short_name = values(short_name), path = values(path),
                  hue = values(hue), emblem = values(emblem)""",
                many.stream().map(space -> new Object[] {space.id().value(),
                    space.kind() == SpaceKind.TERRITORY ? "T" : "A", space.name(), space.shortName(), space.path(),
                    space.hue(), space.emblem()}).toList());
        many.forEach(space -> events.publishEvent(new SpaceRegistered(space.id())));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SpaceRegistered registered) {
        cache.invalidate(registered.id());
    }

    @Transactional(readOnly = true)
    public Optional<Space> find(SpaceId id) {
        return Optional.ofNullable(find(Set.of(id)).get(id));
    }

    /** The spaces of these identifiers; unknown ones are absent. At most one query. */
    @Transactional(readOnly = true)
    public Map<SpaceId, Space> find(Collection<SpaceId> ids) {
        Map<SpaceId, Space> found = new HashMap<>();
        Set<UUID> asked = new HashSet<>();
        for (SpaceId id : ids) {
            Space cached = cache.getIfPresent(id);
            if (cached == null) {
                asked.add(id.value());
            } else {
                found.put(id, cached);
            }
        }
        if (!asked.isEmpty()) {
            List<Space> read = jdbc.sql("select id, kind, name, short_name, path, hue, emblem from space"
                    + " where id in (:ids)").param("ids", asked)
                    .query((row, n) -> new Space(new SpaceId(row.getObject(1, UUID.class)),
                            row.getString(2).equals("T") ? SpaceKind.TERRITORY : SpaceKind.ALLIANCE, row.getString(3),
                            row.getString(4), row.getString(5), row.getInt(6), row.getString(7)))
                    .list();
            read.forEach(space -> {
                cache.put(space.id(), space);
                found.put(space.id(), space);
            });
        }
        return found;
    }
}
