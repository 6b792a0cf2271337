package fr.maillage.coediting.yjs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Values of JSON types in one form each, so that equal values are equal: whole numbers as Long, others as Double. */
final class Values {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double EXACT = 1L << 53;

    private Values() {}

    static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case Number number when number.doubleValue() == Math.rint(number.doubleValue())
                    && Math.abs(number.doubleValue()) <= EXACT -> number.longValue();
            case Number number -> number.doubleValue();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                map.forEach((key, part) -> sorted.put(String.valueOf(key), normal(part)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(Values::normal).collect(Collectors.toList());
            case null, default -> value;
        };
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> normal(TreeMap<String, @Nullable Object> map) {
        return (Map<String, @Nullable Object>) normal((Object) map);
    }

    /** @param json checked when it was read */
    static @Nullable Object ofJson(String json) {
        return normal(JSON.readValue(json, Object.class));
    }

    static String toJson(@Nullable Object value) {
        return JSON.writeValueAsString(value);
    }

    static byte[] toAny(@Nullable Object value) {
        ByteWriter out = new ByteWriter();
        out.any(value);
        return out.toBytes();
    }

    static @Nullable Object ofAny(byte[] any) {
        return normal(new ByteReader(any).any());
    }
}
