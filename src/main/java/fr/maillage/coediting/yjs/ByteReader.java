package fr.maillage.coediting.yjs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the primitive values of the format from bytes that nobody vouches for: every length is checked against what is
 * left before anything is allocated, and whatever is wrong is a {@link MalformedUpdate}.
 */
public final class ByteReader {

    /** The largest whole number that JavaScript keeps exactly. */
    private static final long LARGEST = (1L << 53) - 1;
    /** Values nested deeper are refused. */
    private static final int DEEPEST = 100;

    private final byte[] bytes;
    private final int end;
    private int at;

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public ByteReader(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
    }

    public boolean hasMore() {
        return at < end;
    }

    int position() {
        return at;
    }

    public int unsignedByte() {
        if (at >= end) {
            throw new MalformedUpdate("ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    /** A whole number of 0 to 2^53 − 1, seven bits in each byte, the least significant first. */
    public long varUint() {
        long value = 0;
        for (int shift = 0; shift < 56; shift += 7) {
            int next = unsignedByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                if (value > LARGEST) {
                    break;
                }
                return value;
            }
        }
        throw new MalformedUpdate("a number is too large");
    }

    /** A clock or a number of positions: 0 to 2^31 − 1, far beyond what a person types in a life. */
    int clock() {
        long value = varUint();
        if (value > Integer.MAX_VALUE) {
            throw new MalformedUpdate("a clock is too large");
        }
        return (int) value;
    }

    /** The length of what follows: never more than there is. */
    private int length() {
        long value = varUint();
        if (value > end - at) {
            throw new MalformedUpdate("ends too early");
        }
        return (int) value;
    }

    /** A signed number: sign and six bits in the first byte, seven in each that follows. */
    private long varInt() {
        int first = unsignedByte();
        long value = first & 0x3F;
        boolean negative = (first & 0x40) != 0;
        int next = first;
        for (int shift = 6; next >= 0x80; shift += 7) {
            if (shift > 55) {
                throw new MalformedUpdate("a number is too large");
            }
            next = unsignedByte();
            value |= (long) (next & 0x7F) << shift;
        }
        return negative ? -value : value;
    }

    /** Bytes preceded by their length, copied. */
    public byte[] bytes() {
        int length = length();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** A reader of the bytes that follow, preceded by their length; nothing is copied. */
    public ByteReader part() {
        int length = length();
        at += length;
        return new ByteReader(bytes, at - length, length);
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** UTF-8 preceded by its length in bytes; an invalid sequence is refused, as browsers do. */
    public String string() {
        int length = length();
        int from = at;
        at += length;
        for (int i = from; i < at; i++) {
            if (bytes[i] < 0) {
                return decoded(from, length);
            }
        }
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private String decoded(int from, int length) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
        } catch (CharacterCodingException invalid) {
            throw new MalformedUpdate("not UTF-8");
        }
    }

    /** The bytes of one value of any kind, checked but not taken apart: they are kept as they came. */
    byte[] anyBytes() {
        int from = at;
        any(0, false);
        return copy(from, at);
    }

    /** One value of any kind: null, Boolean, Long, Double, String, byte[], List or Map. */
    @Nullable Object any() {
        return any(0, true);
    }

    private @Nullable Object any(int depth, boolean keep) {
        if (depth > DEEPEST) {
            throw new MalformedUpdate("nested too deeply");
        }
        int kind = unsignedByte();
        return switch (kind) {
            case 127, 126 -> null;
            case 125 -> varInt();
            case 124 -> (double) Float.intBitsToFloat((int) bigEndian(4));
            case 123 -> Double.longBitsToDouble(bigEndian(8));
            case 122 -> bigEndian(8);
            case 121 -> false;
            case 120 -> true;
            case 119 -> string();
            case 118 -> map(depth, keep);
            case 117 -> list(depth, keep);
            case 116 -> bytes();
            default -> throw new MalformedUpdate("no kind of value: " + kind);
        };
    }

    private Map<String, @Nullable Object> map(int depth, boolean keep) {
        Map<String, @Nullable Object> map = new TreeMap<>();
        for (long left = varUint(); left > 0; left--) {
            String key = string();
            boolean defined = at >= end || bytes[at] != 127;
            Object value = any(depth + 1, keep);
            if (keep && defined) {
                map.put(key, value);
            }
        }
        return map;
    }

    private List<@Nullable Object> list(int depth, boolean keep) {
        List<@Nullable Object> list = new ArrayList<>();
        for (long left = varUint(); left > 0; left--) {
            Object value = any(depth + 1, keep);
            if (keep) {
                list.add(value);
            }
        }
        return list;
    }

    private long bigEndian(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | unsignedByte();
        }
        return value;
    }
}
