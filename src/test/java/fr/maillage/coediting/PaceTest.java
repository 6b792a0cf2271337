package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How fast one person may send. */
class PaceTest {

    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(now::get);

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    @Test
    void nobodyWhoTypesIsEverSlowedDown() {
        for (int key = 0; key < 36_000; key++) {
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            assertThat(pace.take(60)).isZero();
        }
    }

    @Test
    void aHundredPagesMayBePastedAtOnceAndManyTimesThatMustWait() {
        assertThat(pace.take(600_000)).isZero();
        assertThat(pace.take(7_000_000)).isZero();
        long wait = pace.take(1_000_000);
        assertThat(seconds(wait)).isCloseTo(606_000 / 300_000.0, within(0.01));
        now.addAndGet(wait + 1_000_000);
        assertThat(pace.take(10)).as("after the wait it goes on, a message at a time").isLessThan(10_000_000);
    }

    @Test
    void manySmallMessagesCountToo() {
        for (int message = 0; message < 3_900; message++) {
            assertThat(pace.take(1)).isZero();
        }
        for (int message = 0; message < 200; message++) {
            pace.take(1);
        }
        assertThat(pace.take(1)).isPositive();
    }

    @Test
    void noWaitIsLongerThanFiveSecondsAndAfterSomeTimeAllIsForgotten() {
        for (int i = 0; i < 20; i++) {
            pace.take(4_000_000);
        }
        assertThat(seconds(pace.take(4_000_000))).isEqualTo(5);
        now.addAndGet(TimeUnit.MINUTES.toNanos(6));
        assertThat(pace.take(4_000_000)).isZero();
    }

    @Test
    void whoAsksForMuchIsSlowedDownAndNotShutOut() {
        for (int i = 0; i < 50; i++) {
            pace.answered(1_000_000);
        }
        assertThat(seconds(pace.take(10))).isEqualTo(5);
        now.addAndGet(TimeUnit.SECONDS.toNanos(6));
        assertThat(pace.take(10)).isZero();
        assertThat(pace.isSpent()).isFalse();
    }

    @Test
    void afterManyRefusalsNothingIsListenedToForAWhile() {
        for (int i = 0; i < 10; i++) {
            pace.refused();
            assertThat(pace.isSpent()).isFalse();
        }
        pace.refused();
        assertThat(pace.isSpent()).isTrue();
        now.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertThat(pace.isSpent()).isFalse();
        assertThat(pace.isNew()).isFalse();
        now.addAndGet(TimeUnit.SECONDS.toNanos(101));
        assertThat(pace.isNew()).isTrue();
    }
}
