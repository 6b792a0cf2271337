package fr.maillage.territory;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.Operation;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.access.Subject;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings official outlines of territories in from a GeoJSON or TopoJSON file keyed by SIREN. An outline takes the place
 * of the constellation that stood for the territory.
 */
@Service
public class OutlineImport {

    /** The largest file taken, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    /** The properties under which the files of Etalab, IGN and our own carry the SIREN. */
    private static final List<String> SIREN = List.of("siren", "SIREN", "code_siren", "CODE_SIREN", "code", "CODE");
    /** The document of a file is several times its size in memory: one at a time. */
    private static final Semaphore READING = new Semaphore(1);

    /**
     * What a file holds, ready to be stored.
     *
     * @param names   the names of the territories whose outline it brings, the first hundred in the order of the file
     * @param matched how many territories it brings an outline for
     * @param unknown SIREN in the file that no territory has
     */
    public record Reading(List<String> names, int matched, List<String> unknown, Content content) {}

    /** The outlines themselves, for {@link #store}. */
    public static final class Content {

        private final Map<UUID, String> outlines;

        private Content(Map<UUID, String> outlines) {
            this.outlines = outlines;
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Spaces spaces;
    private final AccessPolicy policy;
    private final AuditLog audit;

    OutlineImport(JdbcClient jdbc, JdbcTemplate batch, Spaces spaces, AccessPolicy policy, AuditLog audit) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.spaces = spaces;
        this.policy = policy;
        this.audit = audit;
    }

    /**
     * Reads a file without changing anything.
     *
     * @throws InvalidInput on the field {@code file}: too large, no such format, nothing in it that is known
     */
    @Transactional(readOnly = true)
    public Reading read(InputStream file) throws IOException {
        policy.require(Operation.MANAGE_TERRITORIES, Subject.PLATFORM);
        return reading(file);
    }

    /** Stores what was read, and draws the emblems of these territories anew. */
    @Transactional
    public void store(Reading reading) {
        policy.require(Operation.MANAGE_TERRITORIES, Subject.PLATFORM);
        keep(reading);
        audit.record(Operation.MANAGE_TERRITORIES, "territory", null, null,
                reading.matched() + " outlines imported");
    }

    /** The same from the command line of the machine, where no one is signed in. */
    @Transactional
    Reading importFile(InputStream file) throws IOException {
        Reading reading = reading(file);
        keep(reading);
        audit.record("IMPORT_OUTLINES", "territory", null, null, reading.matched() + " outlines imported");
        return reading;
    }

    /** How many territories have an outline. */
    @Transactional(readOnly = true)
    public int stored() {
        return jdbc.sql("select count(outline) from territory").query(Integer.class).single();
    }

    /** The stored outlines of these territories, {@code lon,lat lon,lat;…}; those without one are absent. */
    @Transactional(readOnly = true)
    public Map<SpaceId, String> outlines(Collection<SpaceId> ids) {
        Map<SpaceId, String> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, outline from territory where id in (:ids) and outline is not null limit 500")
                    .param("ids", ids.stream().map(SpaceId::value).toList()).query(row -> {
                        found.put(new SpaceId(row.getObject(1, UUID.class)), row.getString(2));
                    });
        }
        return found;
    }

    private Reading reading(InputStream file) throws IOException {
        if (!READING.tryAcquire()) {
            throw new InvalidInput("file", "territory.outline.busy");
        }
        Map<String, Outline> shapes;
        try {
            shapes = GeoShapes.read(new Bounded(file), SIREN);
        } finally {
            READING.release();
        }
        shapes.keySet().removeIf(key -> !key.matches("\\d{9}"));
        Map<String, Space> known = territories(shapes.keySet());
        Map<UUID, String> outlines = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        shapes.forEach((siren, outline) -> {
            Space space = known.get(siren);
            if (space == null) {
                unknown.add(siren);
            } else {
                outlines.put(space.id().value(), outline.simplified(Outline.TOLERANCE_DEGREES).text());
                if (names.size() < 100) {
                    names.add(space.name());
                }
            }
        });
        if (outlines.isEmpty()) {
            throw new InvalidInput("file", "territory.outline.nothingKnown");
        }
        return new Reading(List.copyOf(names), outlines.size(), List.copyOf(unknown), new Content(outlines));
    }

    private Map<String, Space> territories(Set<String> sirens) {
        Map<String, SpaceId> ids = new LinkedHashMap<>();
        List<String> all = List.copyOf(sirens);
        for (int from = 0; from < all.size(); from += 900) {
            jdbc.sql("select siren, id from territory where siren in (:sirens)")
                    .param("sirens", all.subList(from, Math.min(from + 900, all.size()))).query(row -> {
                        ids.put(row.getString(1), new SpaceId(row.getObject(2, UUID.class)));
                    });
        }
        Map<SpaceId, Space> found = spaces.find(new HashSet<>(ids.values()));
        Map<String, Space> bySiren = new LinkedHashMap<>();
        ids.forEach((siren, id) -> bySiren.put(siren, found.get(id)));
        return bySiren;
    }

    private void keep(Reading reading) {
        Map<UUID, String> outlines = reading.content().outlines;
        batch.batchUpdate("update territory set outline = ?, version = version + 1 where id = ?",
                outlines.entrySet().stream().map(entry -> new Object[] {entry.getValue(), entry.getKey()}).toList());
        spaces.registerAll(spaces.find(outlines.keySet().stream().map(SpaceId::new).toList()).values().stream()
                .map(space -> new Space(space.id(), space.kind(), space.name(), space.shortName(), space.path(),
                        space.hue(), TerritoryEmblem.ofOutline(Outline.parse(outlines.get(space.id().value())))))
                .toList());
    }

    /** Stops reading at the limit, whatever the sender said the size would be. */
    private static final class Bounded extends FilterInputStream {

        private int left = LARGEST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return count(read, read);
        }

        private int count(int result, int bytes) {
            if (result >= 0 && (left -= bytes) < 0) {
                throw new InvalidInput("file", "territory.outline.tooLarge");
            }
            return result;
        }
    }
}
