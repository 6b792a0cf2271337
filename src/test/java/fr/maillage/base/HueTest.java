package fr.maillage.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HueTest {

    @ParameterizedTest
    @CsvSource({"200039022,1", "200072072,11", "200068781,5"})
    void vitreVendomeAndValenceHaveTheHuesOfTheModel(String siren, int hue) {
        assertThat(Hue.of(siren)).isEqualTo(hue);
    }

    @Test
    void everyKeyHasOneOfTwelve() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Hue.of("clé " + i)).isBetween(0, Hue.COUNT - 1);
        }
    }
}
