package fr.maillage.base;

import java.nio.charset.StandardCharsets;

/**
 * The hue of a space, an organization or a person: one of twelve, derived from a key that never changes, so that it
 * is the same everywhere without being stored. The colours themselves stand in the style sheet.
 */
public final class Hue {

    /** How many hues there are; a hue is a number from 0 to this, exclusive. */
    public static final int COUNT = 12;

    private static final int FNV_OFFSET = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private Hue() {}

    /** The hue of this key (a SIREN, the identifier of an alliance): FNV-1a over its UTF-8 bytes, modulo twelve. */
    public static int of(String key) {
        int hash = FNV_OFFSET;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        }
        return Integer.remainderUnsigned(hash, COUNT);
    }
}
