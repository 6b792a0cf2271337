package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickTest {

    @Test
    void whoWritesAloneOrWithTwoMoreNeverWaits() {
        assertThat(Tick.nanos(0, 0)).isZero();
        assertThat(Tick.nanos(3, 3)).isZero();
    }

    @Test
    void theWaitGrowsSlowerThanTheReaders() {
        long fifty = Tick.nanos(50, 50);

        assertThat(fifty).isPositive();
        assertThat(Tick.nanos(200, 200)).isGreaterThan(fifty).isLessThan(3 * fifty);
    }

    @Test
    void manyRoomsShareACommit() {
        assertThat(Tick.nanos(5, 500)).isGreaterThan(Tick.nanos(5, 200)).isGreaterThan(Tick.nanos(5, 5));
    }

    @Test
    void nobodyWaitsLongerThanTwentyMilliseconds() {
        assertThat(Tick.nanos(5, 100_000)).isEqualTo(20_000_000);
    }
}
