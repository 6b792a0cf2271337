package fr.maillage.plan;

import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes fields of actions, each with its version. The action must be locked by the caller: then a field
 * that is read here cannot change before it is written. Columns and tables come from {@link ActionField} alone.
 */
@Component
class FieldStore {

    private record Version(long number, PersonId by, Instant at) {}

    private final JdbcClient jdbc;
    private final Today today;
    private final FieldLog log;

    FieldStore(JdbcClient jdbc, Today today, FieldLog log) {
        this.jdbc = jdbc;
        this.today = today;
        this.log = log;
    }

    /**
     * Sets a field if nobody has since the base version, or if the value is the one that stands there already.
     *
     * @throws InvalidInput when the line has been removed
     */
    <T> Outcome<T> set(FieldRef<T> ref, long base, @Nullable T value, PersonId by) {
        ActionField<T> field = ref.field();
        Optional<Version> version = version(ref);
        String before = stored(ref);
        long number = version.map(Version::number).orElse(0L);
        T present = field.read(before);
        if (Objects.equals(present, value)) {
            return new Outcome.Applied<>(number, present);
        }
        if (number != base && version.isPresent()) {
            return new Outcome.Conflict<>(present, version.get().by(), version.get().at(), number);
        }
        write(ref, value, number + 1, by, before);
        log.add(ref.action(), ref.line(), field.name(), by, before, field.stored(value));
        return new Outcome.Applied<>(number + 1, value);
    }

    private <T> void write(FieldRef<T> ref, @Nullable T value, long version, PersonId by, @Nullable String before) {
        ActionField<T> field = ref.field();
        jdbc.sql("update " + field.part().table() + " set " + field.column() + " = :value where id = :id")
                .param("value", field.stored(value)).param("id", ref.line()).update();
        jdbc.sql("""
                insert into action_field (action, line, field, version, changed_by, changed_at, previous)
                values (:action, :line, :field, :version, :by, :at, :previous)
                on duplicate key update version = values(version), changed_by = values(changed_by),
                  changed_at = values(changed_at), previous = values(previous)""")
                .param("action", ref.action().value()).param("line", ref.line()).param("field", field.name())
                .param("version", version).param("by", by.value()).param("at", utc(today.now()))
                .param("previous", before).update();
    }

    /** Sets a field to what its live text says, whatever stood there; returns its new version. */
    long follow(FieldRef<String> ref, String value, PersonId by) {
        long version = version(ref).map(Version::number).orElse(0L) + 1;
        write(ref, value, version, by, stored(ref));
        return version;
    }

    /** The value of a field of the action itself. */
    <T> @Nullable T get(ActionId action, ActionField<T> field) {
        return field.read(stored(FieldRef.of(action, field)));
    }

    private @Nullable String stored(FieldRef<?> ref) {
        ActionField.Part part = ref.field().part();
        String ofAction = part == ActionField.Part.ACTION ? "" : " and action = :action";
        var sql = jdbc.sql("select " + ref.field().column() + " from " + part.table() + " where id = :id" + ofAction)
                .param("id", ref.line());
        List<Optional<String>> found = (ofAction.isEmpty() ? sql : sql.param("action", ref.action().value()))
                .query((row, n) -> Optional.ofNullable(row.getString(1))).list();
        if (found.isEmpty()) {
            throw new InvalidInput(ref.field().name(), "plan.line.gone");
        }
        return found.getFirst().orElse(null);
    }

    private Optional<Version> version(FieldRef<?> ref) {
        return jdbc.sql("select version, changed_by, changed_at from action_field"
                + " where action = :action and line = :line and field = :field")
                .param("action", ref.action().value()).param("line", ref.line()).param("field", ref.field().name())
                .query((row, n) -> new Version(row.getLong(1), new PersonId(row.getObject(2, UUID.class)),
                        instant(row, 3)))
                .optional();
    }

    /** Whether this person changed something in the action since that instant. */
    boolean changedSince(ActionId action, PersonId by, Instant since) {
        return jdbc.sql("select exists(select 1 from action_field where action = :action and changed_by = :by"
                + " and changed_at > :since)").param("action", action.value()).param("by", by.value())
                .param("since", utc(since)).query(Boolean.class).single();
    }

    void insertLine(ActionId action, ActionField.Part part, UUID id, @Nullable UUID indicator) {
        String column = part == ActionField.Part.MEASURE ? ", indicator" : "";
        var sql = jdbc.sql("insert into " + part.table() + " (id, action" + column + ") values (:id, :action"
                + (column.isEmpty() ? ")" : ", :indicator)")).param("id", id).param("action", action.value());
        (column.isEmpty() ? sql : sql.param("indicator", indicator)).update();
    }

    int countLines(ActionId action, ActionField.Part part) {
        return jdbc.sql("select count(*) from " + part.table() + " where action = :action")
                .param("action", action.value()).query(Integer.class).single();
    }

    boolean hasLine(ActionId action, ActionField.Part part, UUID id) {
        return jdbc.sql("select exists(select 1 from " + part.table() + " where id = :id and action = :action)")
                .param("id", id).param("action", action.value()).query(Boolean.class).single();
    }

    /** The version of a field, 0 for one nobody has touched. */
    long versionOf(FieldRef<?> ref) {
        return version(ref).map(Version::number).orElse(0L);
    }

    /** Removes a line with its versions; false when it was gone. What stood in it stays in the history. */
    boolean deleteLine(ActionId action, ActionField.Part part, UUID id, PersonId by) {
        Cells cells = lines(action, part, Map.of()).get(id);
        if (cells != null) {
            ActionField.of(part).forEach(field -> logRemoved(action, id, field, cells, by));
        }
        jdbc.sql("delete from action_field where action = :action and line = :line")
                .param("action", action.value()).param("line", id).update();
        return jdbc.sql("delete from " + part.table() + " where id = :id and action = :action").param("id", id)
                .param("action", action.value()).update() > 0;
    }

    private <T> void logRemoved(ActionId action, UUID line, ActionField<T> field, Cells cells, PersonId by) {
        String was = field.stored(cells.get(field));
        if (field != ActionField.MEASURE_OF && was != null && !was.isEmpty()) {
            log.add(action, line, field.name(), by, was, null);
        }
    }

    /** All changes of an action, by line. */
    Map<UUID, Map<String, Cells.Change>> changes(ActionId action) {
        Map<UUID, Map<String, Cells.Change>> changes = new HashMap<>();
        jdbc.sql("select line, field, version, changed_by, changed_at from action_field where action = :action")
                .param("action", action.value()).query(row -> {
                    changes.computeIfAbsent(row.getObject(1, UUID.class), line -> new HashMap<>())
                            .put(row.getString(2), new Cells.Change(row.getLong(3),
                                    new PersonId(row.getObject(4, UUID.class)), instant(row, 5)));
                });
        return changes;
    }

    /** The lines of a part in the order they were added, at most {@link ActionService#MOST_LINES}. */
    Map<UUID, Cells> lines(ActionId action, ActionField.Part part, Map<UUID, Map<String, Cells.Change>> changes) {
        List<ActionField<?>> fields = ActionField.of(part);
        String columns = fields.stream().map(ActionField::column).collect(Collectors.joining(", "));
        Map<UUID, Cells> lines = new LinkedHashMap<>();
        jdbc.sql("select id, " + columns + " from " + part.table() + " where "
                + (part == ActionField.Part.ACTION ? "id" : "action") + " = :action order by id limit "
                + ActionService.MOST_LINES).param("action", action.value()).query(row -> {
                    UUID id = row.getObject(1, UUID.class);
                    lines.put(id, cells(row, fields, changes.getOrDefault(id, Map.of())));
                });
        return lines;
    }

    private static Cells cells(ResultSet row, List<ActionField<?>> fields, Map<String, Cells.Change> changes)
            throws SQLException {
        Map<ActionField<?>, String> stored = new HashMap<>();
        Map<ActionField<?>, Cells.Change> changed = new HashMap<>();
        for (ActionField<?> field : fields) {
            String value = row.getString(field.column());
            if (value != null) {
                stored.put(field, value);
            }
            if (changes.containsKey(field.name())) {
                changed.put(field, changes.get(field.name()));
            }
        }
        return new Cells(stored, changed);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
