package fr.maillage.territory;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.base.Hue;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Siren;
import fr.maillage.base.Texts;
import fr.maillage.base.Today;
import fr.maillage.territory.Territory.Town;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the reference files into the database, before anything else of a start: territories by SIREN, communes by
 * code. Files that have not changed since are not read again. A territory that has left the files keeps its space and
 * what was written in it, but is no longer found by typing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReferenceData implements ApplicationRunner {

    /** Raise when the code below reads the same files differently. */
    private static final int RULES = 3;
    private static final String NAME = "reference";
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceData.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Spaces spaces;
    private final Territories territories;
    private final Today today;
    private final Path folder;
    private final Map<String, UUID> ids = new HashMap<>();

    ReferenceData(JdbcTemplate jdbc, TransactionTemplate transaction, Spaces spaces, Territories territories,
            Today today, @Value("${maillage.seeds}") Path seeds) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.spaces = spaces;
        this.territories = territories;
        this.today = today;
        this.folder = seeds.resolve("reference");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        load(folder);
    }

    /**
     * Loads the files of this folder unless they are the ones loaded last.
     *
     * @return whether they were read
     */
    synchronized boolean load(Path from) {
        SeedFiles files = new SeedFiles(from);
        var missing = files.missing();
        String before = jdbc.query("select checksum from reference_load where name = ?",
                row -> row.next() ? row.getString(1) : "", NAME);
        if (missing.isPresent()) {
            if (before == null || before.isEmpty()) {
                throw new IllegalStateException("The reference file " + missing.get().toAbsolutePath()
                        + " is missing: set MAILLAGE_SEEDS to the folder seeds of the project.");
            }
            LOG.warn("The reference file {} is missing: the data loaded before stays.", missing.get());
            return false;
        }
        String checksum = files.checksum(RULES);
        if (checksum.equals(before)) {
            return false;
        }
        long start = System.nanoTime();
        transaction.executeWithoutResult(status -> {
            loadAreas(files);
            loadTerritories(files);
            loadNomenclatures(files);
            jdbc.update("replace into reference_load (name, checksum, loaded_at) values (?, ?, ?)", NAME, checksum,
                    LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC));
        });
        ids.clear();
        territories.forget();
        LOG.info("Reference data loaded: {} territories, {} communes in {} s", count("territory"), count("commune"),
                String.format(java.util.Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9));
        return true;
    }

    private void loadAreas(SeedFiles files) {
        insert("""
                insert into region (code, name, overseas, latitude, longitude) values (?, ?, ?, ?, ?)
                on duplicate key update name = values(name), overseas = values(overseas), latitude = values(latitude),
                  longitude = values(longitude)""", files.rows("regions.csv"),
                row -> new Object[] {row.getField("code"), text(row, "name"), row.getField("zone").equals("drom"),
                    real(row, "latitude"), real(row, "longitude")});
        insert("""
                insert into department (code, name, region, latitude, longitude) values (?, ?, ?, ?, ?)
                on duplicate key update name = values(name), region = values(region), latitude = values(latitude),
                  longitude = values(longitude)""", files.rows("departments.csv"),
                row -> new Object[] {row.getField("code"), text(row, "name"), row.getField("region_code"),
                    real(row, "latitude"), real(row, "longitude")});
    }

    private void loadTerritories(SeedFiles files) {
        List<NamedCsvRecord> rows = files.rows("territories.csv");
        List<NamedCsvRecord> communes = files.rows("territory_communes.csv");
        List<NamedCsvRecord> towns = files.rows("territory_towns.csv");
        insert("""
                insert into territory (id, siren, name, official_name, legal_type, population, department, region,
                  latitude, longitude, communes, folded, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                on duplicate key update name = values(name), official_name = values(official_name),
                  legal_type = values(legal_type), population = values(population), department = values(department),
                  region = values(region), latitude = values(latitude), longitude = values(longitude),
                  communes = values(communes), folded = values(folded), version = version + 1""", rows,
                row -> new Object[] {id(row), siren(row).value(), text(row, "name"), text(row, "official_name"),
                    LegalType.valueOf(row.getField("legal_type")).name(), number(row, "population"),
                    row.getField("department_code"), row.getField("region_code"), real(row, "latitude"),
                    real(row, "longitude"), number(row, "member_commune_count"), Texts.fold(row.getField("name"))});
        jdbc.update("delete from commune");
        jdbc.update("delete from town");
        jdbc.update("delete from place_word");
        insert("insert into commune (code, territory, name, department, population, folded) values (?, ?, ?, ?, ?, ?)",
                communes, row -> new Object[] {row.getField("commune_code"), id(row), text(row, "commune_name"),
                    row.getField("department_code"), number(row, "population"),
                    Texts.fold(row.getField("commune_name"))});
        insert("insert into town (commune, territory, name, population, latitude, longitude) values (?, ?, ?, ?, ?, ?)",
                towns, row -> new Object[] {row.getField("commune_code"), id(row), text(row, "commune_name"),
                    number(row, "population"), real(row, "latitude"), real(row, "longitude")});
        List<Object[]> words = new ArrayList<>();
        rows.forEach(row -> addWords(words, 'T', row.getField("siren"), row, "name"));
        communes.forEach(row -> addWords(words, 'C', row.getField("commune_code"), row, "commune_name"));
        jdbc.batchUpdate("insert into place_word (word, kind, code, territory, population, folded, name)"
                + " values (?, ?, ?, ?, ?, ?, ?)", words);
        register(rows, towns, files.departmentOutlines());
    }

    private void addWords(List<Object[]> words, char kind, String code, NamedCsvRecord row, String nameField) {
        String name = text(row, nameField);
        List<String> telling = PlaceWords.of(name);
        String folded = String.join(" ", telling);
        UUID territory = id(row);
        for (String word : telling) {
            words.add(new Object[] {word, String.valueOf(kind), code, territory, number(row, "population"), folded,
                name});
        }
    }

    private void register(List<NamedCsvRecord> rows, List<NamedCsvRecord> towns,
            Map<String, Outline> departments) {
        Map<String, List<Town>> bySiren = new HashMap<>();
        towns.forEach(row -> bySiren.computeIfAbsent(row.getField("siren"), siren -> new ArrayList<>())
                .add(new Town(row.getField("commune_code"), text(row, "commune_name"), number(row, "population"),
                        new GeoPoint(real(row, "latitude"), real(row, "longitude")))));
        Map<UUID, Outline> outlines = new HashMap<>();
        jdbc.query("select id, outline from territory where outline is not null", row -> {
            outlines.put(row.getObject(1, UUID.class), Outline.parse(row.getString(2)));
        });
        List<Spaces.Space> all = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            Siren siren = siren(row);
            UUID id = id(row);
            String emblem = TerritoryEmblem.of(outlines.get(id), bySiren.getOrDefault(siren.value(), List.of()),
                    departments.get(row.getField("department_code")));
            all.add(new Spaces.Space(new SpaceId(id), SpaceKind.TERRITORY, text(row, "name"),
                    ShortName.of(text(row, "name")), Territory.path(siren), Hue.of(siren.value()), emblem));
        }
        spaces.registerAll(all);
    }

    private void loadNomenclatures(SeedFiles files) {
        jdbc.update("delete from naf_section");
        jdbc.update("delete from naf_division");
        jdbc.update("delete from legal_category");
        jdbc.update("delete from public_holiday");
        insert("insert into naf_section (code, label) values (?, ?)", files.rows("naf_sections.csv"),
                row -> new Object[] {row.getField("code"), text(row, "label")});
        insert("insert into naf_division (code, label, section) values (?, ?, ?)", files.rows("naf_divisions.csv"),
                row -> new Object[] {row.getField("code"), text(row, "label"), row.getField("section_code")});
        insert("insert into legal_category (code, label, parent) values (?, ?, ?)",
                files.rows("legal_categories.csv"),
                row -> new Object[] {row.getField("code"), text(row, "label"), noneIfEmpty(row, "parent_code")});
        insert("insert into public_holiday (day, label, only_in) values (?, ?, ?)", files.rows("public_holidays.csv"),
                row -> new Object[] {LocalDate.parse(row.getField("date")), text(row, "label"), text(row, "only_in")});
    }

    private void insert(String sql, List<NamedCsvRecord> rows, Function<NamedCsvRecord, Object[]> values) {
        jdbc.batchUpdate(sql, rows.stream().map(values).toList());
    }

    private @Nullable Integer count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }

    /** Each of 45,000 rows names one of 1,255 territories: made once each, and forgotten after the load. */
    private UUID id(NamedCsvRecord row) {
        return ids.computeIfAbsent(row.getField("siren"), siren -> SpaceId.ofTerritory(new Siren(siren)).value());
    }

    private static Siren siren(NamedCsvRecord row) {
        return new Siren(row.getField("siren"));
    }

    /** The files carry the typewriter’s apostrophe. */
    private static String text(NamedCsvRecord row, String field) {
        return row.getField(field).replace('\'', '’');
    }

    private static @Nullable String noneIfEmpty(NamedCsvRecord row, String field) {
        return row.getField(field).isEmpty() ? null : row.getField(field);
    }

    private static int number(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }

    private static double real(NamedCsvRecord row, String field) {
        return Double.parseDouble(row.getField(field));
    }
}
