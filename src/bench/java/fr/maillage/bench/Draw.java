package fr.maillage.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance with a seed: the same draws on every machine and every run. */
final class Draw {

    private final SplittableRandom random;
    private long lastMilli;
    private int within;

    Draw(String seed) {
        this.random = new SplittableRandom(seed.hashCode() * 0x9E37_79B9_7F4A_7C15L);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    double gauss() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** An index of these cumulated weights. */
    int weighted(double[] cumulated) {
        int at = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(at < 0 ? -at - 1 : at, cumulated.length - 1);
    }

    static double[] cumulate(double... weights) {
        double[] cumulated = new double[weights.length];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += weights[i];
            cumulated[i] = total;
        }
        return cumulated;
    }

    /** A version 7 identifier, as if made at that instant; those of one millisecond stay in order. */
    UUID id(long milli) {
        within = milli == lastMilli ? within + 1 : 0;
        lastMilli = milli;
        return new UUID(milli << 16 | 0x7000 | within & 0xFFF, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
