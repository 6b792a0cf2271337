package fr.maillage.shell.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
