package fr.maillage.shell.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of the demonstration set. */
final class DemoFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoFile() {}

    static List<JsonNode> read(Path folder, String name) {
        try {
            return JSON.readTree(Files.readString(folder.resolve(name))).valueStream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of all the files of the set, names included. */
    static String checksum(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static @Nullable LocalDate date(JsonNode node, String field) {
        String text = text(node, field);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    static <E extends Enum<E>> @Nullable E choice(JsonNode node, String field, Class<E> type) {
        String text = text(node, field);
        return text.isEmpty() ? null : Enum.valueOf(type, text);
    }

    static List<String> texts(JsonNode node, String field) {
        return node.path(field).valueStream().map(JsonNode::asString).toList();
    }
}
