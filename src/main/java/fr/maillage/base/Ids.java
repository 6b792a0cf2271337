package fr.maillage.base;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the identifiers of the whole product: UUID version 7 (RFC 9562), whose order is the order of creation, so
 * that “newest first” is the primary key read backwards.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Milliseconds since 1970 shifted by the 12 bits of {@code rand_a}, used here as a counter within a millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A new identifier, greater than every one this process has made before. */
    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** A new identifier that sorts as if made at the given instant; for imports and generated data. */
    public static UUID at(long epochMilli) {
        long ticks = LAST.accumulateAndGet(epochMilli << 12, (last, now) -> now > last || now >>> 12 < (last >>> 12) - 1000
                ? now : last + 1);
        // An instant well in the past (an import) must not be lifted to the present by the monotonic counter.
        long msb = (ticks >>> 12) << 16 | 0x7000L | (ticks & 0xFFF);
        long lsb = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(msb, lsb);
    }

    /** The identifier of something known by a name of its own (a SIREN): the same on every machine and every start. */
    public static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The instant of creation that a version 7 identifier carries, in milliseconds since 1970. */
    public static long epochMilli(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
