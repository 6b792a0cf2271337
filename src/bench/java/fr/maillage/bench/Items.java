package fr.maillage.bench;

import fr.maillage.access.Audience;
import fr.maillage.access.ItemKind;
import fr.maillage.access.Level;
import fr.maillage.base.PersonId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of item of the benchmark has: when it was made, its rows in lists, what happened to it, who follows
 * it. Rows of lists go to a table beside, of the same columns without keys, which becomes part of the list table at
 * the end.
 */
abstract class Items implements AutoCloseable {

    /** Items are spread over so many days up to today. */
    static final int DAYS = 1_280;
    private static final long DAY = 86_400_000L;

    /** What lists filter on; the numbers are those of the kind. */
    record Facts(int status, int facet, int themes, @Nullable LocalDate deadline) {}

    private static final double[] THEMES = Draw.cumulate(16, 15, 13, 11, 10, 9, 7, 6, 5, 4, 3, 1);

    final World world;
    final Audiences audiences;
    final LocalDate today;
    final Draw draw;
    final Consumer<String> say;
    final Connection connection;
    final boolean write;
    private final double[] weights;
    private final double[] allianceWeights;
    private final Bulk listing;
    private final Bulk activity;
    private final Bulk follow;

    Items(String name, World world, Audiences audiences, LocalDate today, Connection connection, boolean write,
            Consumer<String> say) throws SQLException {
        this.world = world;
        this.audiences = audiences;
        this.today = today;
        this.draw = new Draw(name);
        this.connection = connection;
        this.write = write;
        this.say = say;
        this.weights = Draw.cumulate(world.territories.stream().mapToDouble(World.Space::weight).toArray());
        this.allianceWeights = Draw.cumulate(world.alliances.stream().mapToDouble(World.Space::weight).toArray());
        this.listing = new Bulk(connection, write, BenchData.STAGE, "door", "kind", "archived", "slot", "item",
                "level", "status", "facet", "themes", "owner", "deadline", "due_slot", "moved", "moved_slot", "since",
                "container");
        this.activity = new Bulk(connection, write, "activity", "id", "at", "actor", "item", "kind", "owner", "verb",
                "detail", "times");
        this.follow = new Bulk(connection, write, "follow", "person", "target", "kind", "state", "since", "read_at");
    }

    abstract void make(int count) throws SQLException;

    /** Every twelfth item stands in an alliance, the others where there are people. */
    World.Space owner() {
        if (draw.chance(8)) {
            World.Space alliance = world.alliances.get(draw.weighted(allianceWeights));
            return alliance.members().isEmpty() ? world.territories.getFirst() : alliance;
        }
        return world.territories.get(draw.weighted(weights));
    }

    /** When the n-th of so many was made, in milliseconds: in order, up to an hour before today. */
    long made(int n, int count) {
        long end = today.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() - 3_600_000;
        return end - (long) ((double) DAYS * DAY * (count - n) / count);
    }

    /** When something last happened to what was made then. */
    long moved(long made) {
        long now = made(1, 1);
        return draw.chance(40) ? made : made + (long) ((now - made) * Math.pow(draw.below(1_000) / 1_000.0, 2));
    }

    int themes() {
        int themes = 0;
        for (int i = draw.between(1, 3); i > 0; i--) {
            themes |= 1 << draw.weighted(THEMES);
        }
        return themes;
    }

    /** Its rows in lists, and what came of its being made. */
    void open(ItemKind kind, UUID id, @Nullable UUID container, World.Space owner, PersonId author,
            Map<Integer, Level> doors, @Nullable PersonId pilot, Facts facts, long made, long moved, boolean archived) throws SQLException {
        Map<Integer, Level> all = new java.util.LinkedHashMap<>(doors);
        all.put(world.seat(author, owner.id()) * 8, Level.EDIT);
        if (pilot != null) {
            // From their seat: pilots are drawn among those who belong to the owner space.
            all.put(world.seat(pilot, owner.id()) * 8 + 1, Level.EDIT);
        }
        int ownerNo = world.scope('S', owner.id().value());
        Integer dueSlot = facts.deadline() == null ? null : (int) (facts.deadline().toEpochDay() + 719_528) >> 5;
        for (Map.Entry<Integer, Level> door : all.entrySet()) {
            listing.add(door.getKey(), kind.code(), archived ? 1 : 0, (int) (id.getMostSignificantBits() >>> 48), id,
                    door.getValue().ordinal(), facts.status(), facts.facet(), facts.themes(), ownerNo,
                    facts.deadline(), dueSlot, moved, (int) (moved >>> 29), made, container);
        }
        activity.add(draw.id(made), utc(made), author.value(), id, kind.name(), owner.id().value(), "created", "", 1);
        if (moved > made) {
            activity.add(draw.id(moved), utc(moved), author.value(), id, kind.name(), owner.id().value(), "updated",
                    "", draw.between(1, 4));
        }
        follow.add(author.value(), id, kind.name(), 0, utc(made), utc(moved));
    }

    /** The doors of an audience, with the numbers given for them. */
    Map<Integer, Level> doors(Audience audience) {
        return audiences.doors(audience);
    }

    void progress(String what, int done, int count) {
        if (done % Math.max(1, count / 5) == 0 && done > 0) {
            say.accept("  %,d of %,d %s".formatted(done, count, what));
        }
    }

    LocalDate day(long milli) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(milli), ZoneOffset.UTC);
    }

    static LocalDateTime utc(long milli) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(milli), ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        listing.close();
        activity.close();
        follow.close();
        world.writeScopes(write);
    }
}
