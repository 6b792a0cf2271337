package fr.maillage.local;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sign-ins of the demonstration set, read from {@code seeds/demo}; the loader and {@code ./maillage demo-accounts} share them. */
public final class DemoAccounts {

    /** The password of every demonstration account. It protects nothing: the set never loads in production. */
    public static final String PASSWORD = "Maillage-demo-2026!";

    private DemoAccounts() {
    }

    /** A sign-in as printed: who, with which password, and the role held in each space. */
    public record Account(String email, String password, String name, @Nullable String profile, List<Space> spaces) {
    }

    /** One space of an account. */
    public record Space(String space, @Nullable String name, @Nullable String role) {
    }

    /** @param seeds the folder of seeds; without a demonstration set in it, there are no accounts */
    public static List<Account> read(Path seeds) throws IOException {
        var demo = seeds.resolve("demo");
        if (!Files.exists(demo.resolve("people.json"))) {
            return List.of();
        }
        var names = spaceNames(seeds);
        return tree(demo.resolve("people.json")).valueStream().map(person -> {
            var memberships = person.path("memberships").valueStream().toList();
            var profile = memberships.isEmpty() && person.path("administrator").asBoolean(false) ? "ADMINISTRATOR"
                    : memberships.stream().map(membership -> membership.path("profile").asString(null)).findFirst().orElse(null);
            var spaces = memberships.stream().map(membership -> {
                var space = membership.path("space").asString("");
                return new Space(space, names.get(space), membership.path("role").asString(null));
            }).toList();
            return new Account(person.path("email").asString(), PASSWORD, person.path("name").asString(), profile, spaces);
        }).toList();
    }

    /** The names of spaces by what the seeds call them: a SIREN, or {@code alliance:<id>}. */
    private static Map<String, String> spaceNames(Path seeds) throws IOException {
        var names = new HashMap<String, String>();
        try (var territories = CsvReader.builder().ofNamedCsvRecord(seeds.resolve("reference").resolve("territories.csv"))) {
            territories.forEach(territory -> names.put(territory.getField("siren"), territory.getField("name")));
        }
        tree(seeds.resolve("demo").resolve("alliances.json")).valueStream().forEach(alliance ->
                names.put("alliance:" + alliance.path("id").asString(), alliance.path("displayName").asString()));
        return names;
    }

    private static JsonNode tree(Path file) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(file));
    }

    /** Prints the sign-ins as one JSON array on the standard output; the argument is the folder of seeds. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                .writeValueAsString(read(Path.of(arguments.length > 0 ? arguments[0] : "seeds"))));
    }
}
