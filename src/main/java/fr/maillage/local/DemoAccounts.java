package fr.maillage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        var file = seeds.resolve("demo").resolve("people.json");
        if (!Files.exists(file)) {
            return List.of();
        }
        var mapper = JsonMapper.builder().build();
        var root = mapper.readTree(Files.readString(file));
        var people = root.isArray() ? root : root.path("people");
        return people.valueStream().map(person -> {
            var spaces = person.path("memberships").valueStream()
                    .map(membership -> new Space(membership.path("space").asString(""),
                            membership.path("spaceName").asString(null), membership.path("role").asString(null)))
                    .toList();
            var profile = person.path("memberships").valueStream().map(membership -> membership.path("profile").asString(null))
                    .findFirst().orElse(person.path("administrator").asBoolean(false) ? "ADMINISTRATOR" : null);
            return new Account(person.path("email").asString(), PASSWORD, person.path("name").asString(), profile, spaces);
        }).toList();
    }

    /** Prints the sign-ins as one JSON array on the standard output; the argument is the folder of seeds. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                .writeValueAsString(read(Path.of(arguments.length > 0 ? arguments[0] : "seeds"))));
    }
}
