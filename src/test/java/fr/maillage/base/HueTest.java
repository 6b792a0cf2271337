package fr.maillage.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hue of a space: FNV-1a over 32 bits, UTF-8, modulo twelve. */
class HueTest {

    /** The values of the reference: FNV-1a of "" is 0x811C9DC5, of "a" 0xE40C292C, of "foobar" 0xBF9CF968. */
    @ParameterizedTest
    @CsvSource({"'', 2166136261", "a, 3826002220", "foobar, 3214735720"})
    void isTheRemainderOfTheHash(String key, long hash) {
        assertThat(Hue.of(key)).isEqualTo((int) (hash % 12));
    }

    @Test
    void vitreIsBrown() {
        assertThat(Hue.of("200039022")).isEqualTo(1);
    }

    @Test
    void accentsCountAsTheirBytes() {
        assertThat(Hue.of("é")).isBetween(0, Hue.COUNT - 1).isEqualTo(Hue.of("\u00E9"));
    }
}
