package fr.maillage.access;

import fr.maillage.access.Audience.Grant;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one writer of audiences. Features call it in the transaction that creates or changes an item, after having
 * asked the {@link AccessPolicy}; it decides nothing itself.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Listings {

    /**
     * What lists filter and sort on, besides the audience.
     *
     * @param status   a small number of the kind's own
     * @param facet    what the kind divides itself into; a small number of its own
     * @param deadline the date it is urgent for, or null
     */
    public record Facts(int status, int facet, Set<Theme> themes, @Nullable LocalDate deadline) {

        @Nullable
        Integer dueSlot() {
            return deadline == null ? null : dueSlot(deadline);
        }

        /** MariaDB's {@code to_days(date) >> 5}; its day 719,528 is 1 January 1970. */
        static int dueSlot(LocalDate date) {
            return (int) (date.toEpochDay() + 719_528) >> 5;
        }
    }

    private record Row(int door, Level level) {}

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final AccessScopes accessScopes;
    private final Today today;
    private final ApplicationEventPublisher events;

    Listings(JdbcClient jdbc, Scopes scopes, AccessScopes accessScopes, Today today,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.accessScopes = accessScopes;
        this.today = today;
        this.events = events;
    }

    /** Makes a new item visible to its author and its audience. */
    public void open(ItemRef ref, SpaceId owner, PersonId author, Audience audience, Facts facts) {
        open(ref, null, owner, author, audience, facts);
    }

    /**
     * The same for an item that is a part of another, for good: {@link Lists#inside} finds it by that one. Its
     * audience is its own all the same.
     */
    public void openInside(UUID container, ItemRef ref, SpaceId owner, PersonId author, Audience audience,
            Facts facts) {
        open(ref, container, owner, author, audience, facts);
    }

    private void open(ItemRef ref, @Nullable UUID container, SpaceId owner, PersonId author, Audience audience,
            Facts facts) {
        int ownerNo = scopes.number(Scopes.Kind.SPACE, owner.value()).no();
        Map<Integer, Level> doors = doors(audience);
        doors.put(Door.of(scopes.number(Scopes.Kind.SEAT, Scopes.seat(author, owner)).no(), Door.ALL), Level.EDIT);
        // The keys of a person are computed from numbers that exist: a seat given just now must count at once.
        events.publishEvent(new AccessChanged());
        insert(ref, container, ownerNo, doors, facts, today.now().toEpochMilli());
    }

    /** Replaces what lists filter on. */
    public void update(UUID item, Facts facts) {
        jdbc.sql("""
                update listing set status = :status, facet = :facet, themes = :themes, deadline = :deadline,
                  due_slot = :dueSlot where item = :item""")
                .param("status", facts.status()).param("facet", facts.facet())
                .param("themes", Theme.mask(facts.themes())).param("deadline", facts.deadline())
                .param("dueSlot", facts.dueSlot()).param("item", item).update();
    }

    /** Replaces the audience. The doors of the author and of pilots stay. Takes effect at once, everywhere. */
    public void share(UUID item, Audience audience) {
        Map<Integer, Level> wanted = doors(audience);
        Map<Integer, Level> present = new HashMap<>();
        rows(item).stream().filter(row -> !isPrivate(row)).forEach(row -> present.put(row.door(), row.level()));
        replace(item, present, wanted);
        // Somebody named for the first time has only now got a number, which their keys must hold at once.
        events.publishEvent(new AccessChanged());
        events.publishEvent(new AudienceChanged(item));
    }

    /**
     * Makes these people, and no others, the ones involved in the item (its pilots): they see it and may edit it. Those
     * who belong to the owner space do so from their seat there, and lose it with that membership; somebody named
     * from elsewhere keeps it until they are taken off.
     */
    public void involve(UUID item, Collection<PersonId> people) {
        Map<Integer, Level> present = new HashMap<>();
        rows(item).stream().filter(row -> Door.p(row.door()) == Door.INVOLVED && isPrivate(row))
                .forEach(row -> present.put(row.door(), row.level()));
        Map<Integer, Level> wanted = new HashMap<>();
        if (!people.isEmpty()) {
            SpaceId owner = owner(item);
            people.forEach(person -> wanted.put(Door.of(place(person, owner), Door.INVOLVED), Level.EDIT));
        }
        replace(item, present, wanted);
        events.publishEvent(new AccessChanged());
    }

    private int place(PersonId person, SpaceId owner) {
        boolean member = accessScopes.of(new Viewer.SignedIn(person, false)).roleIn(owner).isPresent();
        return (member ? scopes.number(Scopes.Kind.SEAT, Scopes.seat(person, owner))
                : scopes.number(Scopes.Kind.PERSON, person.value())).no();
    }

    private SpaceId owner(UUID item) {
        int no = jdbc.sql("select owner from listing where item = :item limit 1").param("item", item)
                .query(Integer.class).single();
        return new SpaceId(scopes.byNumber(List.of(no)).get(no).ref());
    }

    /** Something happened to the item: it moves to the top of what moved. */
    public void moved(UUID item) {
        long now = today.now().toEpochMilli();
        // Once a minute at most: a busy item must not rewrite its rows at every keystroke.
        jdbc.sql("update listing set moved = :now, moved_slot = :slot where item = :item and moved < :minuteAgo")
                .param("now", now).param("slot", now >>> 29).param("item", item).param("minuteAgo", now - 60_000)
                .update();
    }

    public void archive(UUID item) {
        jdbc.sql("update listing set archived = 1 where item = :item").param("item", item).update();
    }

    public void restore(UUID item) {
        jdbc.sql("update listing set archived = 0 where item = :item").param("item", item).update();
    }

    /** Takes the item out of every list, for good. */
    public void close(UUID item) {
        jdbc.sql("delete from listing where item = :item").param("item", item).update();
    }

    private void replace(UUID item, Map<Integer, Level> present, Map<Integer, Level> wanted) {
        Set<Integer> gone = new HashSet<>(present.keySet());
        gone.removeAll(wanted.keySet());
        Map<Integer, Level> added = new HashMap<>(wanted);
        added.keySet().removeAll(present.keySet());
        // Insert by copying any row of the item, before rows go: the facts that lists use are the same in each.
        added.forEach((door, level) -> jdbc.sql("""
                insert into listing (door, kind, archived, slot, item, level, status, facet, themes, owner, deadline,
                  due_slot, moved, moved_slot, since, container)
                select :door, kind, archived, slot, item, :level, status, facet, themes, owner, deadline, due_slot,
                  moved, moved_slot, :since, container from listing where item = :item limit 1""")
                .param("since", today.now().toEpochMilli()).param("door", door).param("level", level.ordinal()).param("item", item).update());
        wanted.forEach((door, level) -> {
            if (present.containsKey(door) && present.get(door) != level) {
                jdbc.sql("update listing set level = :level where item = :item and door = :door")
                        .param("level", level.ordinal()).param("item", item).param("door", door).update();
            }
        });
        if (!gone.isEmpty()) {
            jdbc.sql("delete from listing where item = :item and door in (:gone)").param("item", item)
                    .param("gone", gone).update();
        }
    }

    private Map<Integer, Level> doors(Audience audience) {
        Map<Integer, Level> doors = new HashMap<>();
        for (Grant grant : audience.grants()) {
            int no = scopes.number(grant.scope()).no();
            boolean perProfile = !grant.allProfiles()
                    && (grant.scope() instanceof AudienceScope.Space || grant.scope() instanceof AudienceScope.Network);
            if (perProfile) {
                grant.profiles().forEach(profile -> doors.put(Door.of(no, profile), grant.level()));
            } else {
                doors.put(Door.of(no, Door.ALL), grant.scope() instanceof AudienceScope.Public ? Level.READ
                        : grant.level());
            }
        }
        return doors;
    }

    private void insert(ItemRef ref, @Nullable UUID container, int owner, Map<Integer, Level> doors, Facts facts,
            long moved) {
        doors.forEach((door, level) -> jdbc.sql("""
                insert into listing (door, kind, archived, slot, item, level, status, facet, themes, owner, deadline,
                  due_slot, moved, moved_slot, since, container)
                values (:door, :kind, 0, :slot, :item, :level, :status, :facet, :themes, :owner, :deadline,
                  :dueSlot, :moved, :movedSlot, :moved, :container)""")
                .param("door", door).param("kind", ref.kind().code()).param("container", container)
                .param("slot", slot(ref.id())).param("item", ref.id()).param("level", level.ordinal())
                .param("status", facts.status()).param("facet", facts.facet())
                .param("themes", Theme.mask(facts.themes())).param("owner", owner)
                .param("deadline", facts.deadline()).param("dueSlot", facts.dueSlot()).param("moved", moved)
                .param("movedSlot", moved >>> 29).update());
    }

    static int slot(UUID id) {
        return (int) (id.getMostSignificantBits() >>> 48);
    }

    private List<Row> rows(UUID item) {
        return jdbc.sql("select door, level from listing where item = :item for update").param("item", item)
                .query((row, n) -> new Row(row.getInt(1), Level.values()[row.getInt(2)])).list();
    }

    /** Whether a row is no part of the audience one chooses: an author's seat, a pilot's involvement. */
    private boolean isPrivate(Row row) {
        Scopes.Scope scope = scopes.byNumber(List.of(Door.scope(row.door()))).get(Door.scope(row.door()));
        return scope.kind() == Scopes.Kind.SEAT
                || scope.kind() == Scopes.Kind.PERSON && Door.p(row.door()) == Door.INVOLVED;
    }

    /** The audience as it was chosen, without the author's seat and the pilots. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Audience audienceOf(UUID item) {
        List<Row> rows = jdbc.sql("select door, level from listing where item = :item").param("item", item)
                .query((row, n) -> new Row(row.getInt(1), Level.values()[row.getInt(2)])).list();
        Map<Integer, Scopes.Scope> known =
                scopes.byNumber(rows.stream().map(row -> Door.scope(row.door())).collect(Collectors.toSet()));
        Map<AudienceScope, Map<Level, Set<Profile>>> grants = new HashMap<>();
        for (Row row : rows) {
            Scopes.Scope scope = known.get(Door.scope(row.door()));
            int p = Door.p(row.door());
            if (scope.kind() == Scopes.Kind.SEAT || scope.kind() == Scopes.Kind.PERSON && p == Door.INVOLVED) {
                continue;
            }
            Set<Profile> profiles = grants.computeIfAbsent(Scopes.audienceScope(scope), s -> new HashMap<>())
                    .computeIfAbsent(row.level(), level -> EnumSet.noneOf(Profile.class));
            profiles.addAll(p == Door.ALL ? EnumSet.allOf(Profile.class) : Set.of(Profile.values()[p - 1]));
        }
        Set<Grant> all = new HashSet<>();
        grants.forEach((scope, levels) -> levels
                .forEach((level, profiles) -> all.add(new Grant(scope, profiles, level))));
        return new Audience(all);
    }
}
