package fr.maillage.territory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reference files of a folder: what is in them, and whether they are still the same. */
final class SeedFiles {

    private static final String DEPARTMENTS = "france-departments.geojson";

    static final List<String> NAMES = List.of("regions.csv", "departments.csv", "territories.csv",
            "territory_communes.csv", "territory_towns.csv", "naf_sections.csv", "naf_divisions.csv",
            "legal_categories.csv", "public_holidays.csv", DEPARTMENTS);

    private final Path folder;

    SeedFiles(Path folder) {
        this.folder = folder;
    }

    /** The first file that is missing, or empty. */
    Optional<Path> missing() {
        return NAMES.stream().map(folder::resolve).filter(file -> !Files.isRegularFile(file)).findFirst();
    }

    /** SHA-256 of all the files, and of the number of the rules that read them. */
    String checksum(int rules) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) rules);
            for (String name : NAMES) {
                digest.update(Files.readAllBytes(folder.resolve(name)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file, by the names of its columns. */
    List<NamedCsvRecord> rows(String name) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outlines of the departments, by code. */
    Map<String, Outline> departmentOutlines() {
        try (InputStream in = Files.newInputStream(folder.resolve(DEPARTMENTS))) {
            return GeoShapes.read(in, List.of("code"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
