package fr.maillage.coediting.yjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The Java core against the real Yjs. */
class HistoriesTest {

    /** More for a night: {@code ./maillage bench fuzz}. */
    private static final int CASES = Integer.getInteger("maillage.fuzz.cases", 2_000);
    private static final int SEED = Integer.getInteger("maillage.fuzz.seed", 20_260_101);

    @Test
    void historiesOfTheRealYjsReadTheSameInFiveOrdersAndItReadsOursTheSame() throws Exception {
        int seed = SEED != 0 ? SEED : ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        Histories.Result result = Histories.replay(CASES, seed);
        System.out.printf("%,d histories (seed %d) of %,d operations, %,d updates, in five orders: %,d ms%n",
                result.cases(), seed, result.operations(), result.updates(), result.milliseconds());
        assertThat(result.operations()).isGreaterThan(CASES * 20L);
    }
}
