package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an {@link Item} holds: one of the nine kinds of the format. Immutable; cutting one gives two. Values that the
 * core has no reason to look into are kept as the bytes or the JSON text they came as, checked once when they are read,
 * so that no browser is ever sent what it cannot read.
 */
sealed interface Content {

    /** What was deleted and forgotten; only how many positions it took. */
    record Forgotten(int length) implements Content {}

    /** Values as JSON texts, each one position; written by old versions only. */
    record Json(List<String> values) implements Content {}

    record Binary(byte[] bytes) implements Content {}

    /** Characters; one position for each UTF-16 unit. */
    record Text(String text) implements Content {}

    /** Something in the flow of a text that is not text, as JSON. */
    record Embed(String json) implements Content {}

    /** From here on this format has this value (JSON; {@code null} ends it). Takes a clock tick but no place in the text. */
    record Format(String key, String json) implements Content {}

    record Nested(SharedType type) implements Content {}

    /** Values in the format's own notation, each one position. */
    record Any(List<byte[]> values) implements Content {}

    /** Another document, referred to by its name. */
    record Subdocument(String guid, byte[] options) implements Content {}

    /** The replacement character: what is left of each half when a character of two units is cut through. */
    char CUT = '\uFFFD';

    default int length() {
        return switch (this) {
            case Forgotten forgotten -> forgotten.length;
            case Json json -> json.values.size();
            case Text text -> text.text.length();
            case Any any -> any.values.size();
            case Binary _, Embed _, Format _, Nested _, Subdocument _ -> 1;
        };
    }

    /** Whether it takes a place among its neighbours, as seen by whoever counts positions. */
    default boolean countable() {
        return !(this instanceof Forgotten || this instanceof Format);
    }

    /** The first {@code length} positions. */
    default Content head(int length) {
        return switch (this) {
            case Forgotten _ -> new Forgotten(length);
            case Json json -> new Json(List.copyOf(json.values.subList(0, length)));
            case Any any -> new Any(List.copyOf(any.values.subList(0, length)));
            case Text text -> new Text(cutsCharacter(text.text, length)
                    ? text.text.substring(0, length - 1) + CUT : text.text.substring(0, length));
            case Binary _, Embed _, Format _, Nested _, Subdocument _ -> throw new MalformedUpdate("cannot be cut");
        };
    }

    /** What follows the first {@code length} positions. */
    default Content tail(int length) {
        return switch (this) {
            case Forgotten forgotten -> new Forgotten(forgotten.length - length);
            case Json json -> new Json(List.copyOf(json.values.subList(length, json.values.size())));
            case Any any -> new Any(List.copyOf(any.values.subList(length, any.values.size())));
            case Text text -> new Text(cutsCharacter(text.text, length)
                    ? CUT + text.text.substring(length + 1) : text.text.substring(length));
            case Binary _, Embed _, Format _, Nested _, Subdocument _ -> throw new MalformedUpdate("cannot be cut");
        };
    }

    private static boolean cutsCharacter(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** Whether items that follow one another may become one item with both contents. */
    default boolean joins(Content next) {
        return switch (this) {
            case Forgotten _ -> next instanceof Forgotten;
            case Json _ -> next instanceof Json;
            case Any _ -> next instanceof Any;
            case Text _ -> next instanceof Text;
            case Binary _, Embed _, Format _, Nested _, Subdocument _ -> false;
        };
    }

    /** The number by which the format knows this kind. */
    default int code() {
        return switch (this) {
            case Forgotten _ -> 1;
            case Json _ -> 2;
            case Binary _ -> 3;
            case Text _ -> 4;
            case Embed _ -> 5;
            case Format _ -> 6;
            case Nested _ -> 7;
            case Any _ -> 8;
            case Subdocument _ -> 9;
        };
    }

    /** Writes what follows the first {@code skipped} positions. */
    default void write(ByteWriter out, int skipped) {
        switch (skipped == 0 ? this : tail(skipped)) {
            case Forgotten forgotten -> out.varUint(forgotten.length);
            case Json json -> {
                out.varUint(json.values.size());
                json.values.forEach(out::string);
            }
            case Binary binary -> out.bytes(binary.bytes);
            case Text text -> out.string(text.text);
            case Embed embed -> out.string(embed.json);
            case Format format -> out.string(format.key).string(format.json);
            case Nested nested -> nested.type.writeKind(out);
            case Any any -> {
                out.varUint(any.values.size());
                any.values.forEach(out::raw);
            }
            case Subdocument document -> out.string(document.guid).raw(document.options);
        }
    }

    /** Reads the content of this kind. */
    static Content read(int code, ByteReader in) {
        Content content = switch (code) {
            case 1 -> new Forgotten(in.clock());
            case 2 -> new Json(Checked.list(in, reader -> Checked.json(reader.string(), true)));
            case 3 -> new Binary(in.bytes());
            case 4 -> new Text(in.string());
            case 5 -> new Embed(Checked.json(in.string(), false));
            case 6 -> new Format(in.string(), Checked.json(in.string(), false));
            case 7 -> new Nested(SharedType.read(in));
            case 8 -> new Any(Checked.list(in, ByteReader::anyBytes));
            case 9 -> new Subdocument(in.string(), in.anyBytes());
            default -> throw new MalformedUpdate("no kind of content: " + code);
        };
        if (content.length() == 0) {
            throw new MalformedUpdate("empty content");
        }
        return content;
    }

    /** The checks that keep unreadable values out. */
    final class Checked {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        private Checked() {}

        static <T> List<T> list(ByteReader in, Function<ByteReader, T> each) {
            List<T> values = new ArrayList<>();
            for (long left = in.varUint(); left > 0; left--) {
                values.add(each.apply(in));
            }
            return values;
        }

        static String json(String text, boolean orUndefined) {
            // By far the most frequent values of formats need no parser.
            if (text.equals("null") || text.equals("true") || text.equals("{}") || orUndefined && text.equals("undefined")) {
                return text;
            }
            try {
                if (JSON.readTree(text).isMissingNode()) {
                    throw new MalformedUpdate("not JSON");
                }
                return text;
            } catch (JacksonException malformed) {
                throw new MalformedUpdate("not JSON");
            }
        }
    }
}
