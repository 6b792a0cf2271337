package fr.maillage.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInFailuresTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 5", "6, 10", "7, 20", "10, 160", "12, 640", "13, 900", "500, 900"})
    void eachFailureBeyondTheFreeOnesDoublesTheWaitUpToAQuarterOfAnHour(int failures, int seconds) {
        assertThat(SignInFailures.waitAfter(failures, SignInFailures.FREE_FOR_ACCOUNT))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void anAddressMayFailMoreOftenThanAnAccount() {
        assertThat(SignInFailures.waitAfter(49, SignInFailures.FREE_FOR_ADDRESS)).isZero();
        assertThat(SignInFailures.waitAfter(50, SignInFailures.FREE_FOR_ADDRESS)).isPositive();
    }
}
