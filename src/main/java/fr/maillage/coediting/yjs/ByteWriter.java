package fr.maillage.coediting.yjs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the primitive values of the format. */
public final class ByteWriter {

    private byte[] bytes;
    private int size;

    public ByteWriter() {
        this(64);
    }

    public ByteWriter(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    public ByteWriter unsignedByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** @param value 0 or more */
    public ByteWriter varUint(long value) {
        room(9);
        long left = value;
        while (left > 0x7F) {
            bytes[size++] = (byte) (0x80 | left & 0x7F);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
        return this;
    }

    private void varInt(long value) {
        long left = Math.abs(value);
        unsignedByte((left > 0x3F ? 0x80 : 0) | (value < 0 ? 0x40 : 0) | (int) (left & 0x3F));
        left >>>= 6;
        while (left > 0) {
            unsignedByte((left > 0x7F ? 0x80 : 0) | (int) (left & 0x7F));
            left >>>= 7;
        }
    }

    /** The bytes as they are. */
    public ByteWriter raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** The bytes, preceded by their length. */
    public ByteWriter bytes(byte[] value) {
        return varUint(value.length).raw(value);
    }

    public ByteWriter string(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** One value of the kinds {@link ByteReader#any} reads; numbers of other types are written as a double. */
    void any(@Nullable Object value) {
        switch (value) {
            case null -> unsignedByte(126);
            case Boolean truth -> unsignedByte(truth ? 120 : 121);
            case String text -> unsignedByte(119).string(text);
            case Number number -> number(number.doubleValue());
            case byte[] data -> unsignedByte(116).bytes(data);
            case List<?> list -> {
                unsignedByte(117).varUint(list.size());
                list.forEach(this::any);
            }
            case Map<?, ?> map -> {
                unsignedByte(118).varUint(map.size());
                map.forEach((key, part) -> {
                    string(String.valueOf(key));
                    any(part);
                });
            }
            default -> throw new IllegalArgumentException("Not a value of a document: " + value.getClass());
        }
    }

    /** A small whole number as such, anything else as a double: what browsers do. */
    private void number(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) {
            unsignedByte(125);
            varInt((long) value);
        } else {
            unsignedByte(123);
            long bits = Double.doubleToLongBits(value);
            for (int shift = 56; shift >= 0; shift -= 8) {
                unsignedByte((int) (bits >>> shift));
            }
        }
    }

    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
