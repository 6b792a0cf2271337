package fr.maillage.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void whoeverHasNoPasswordIsComparedWithTheSettingsOfToday() {
        assertThat(hashing.isOutdated(PasswordHashing.DECOY)).isFalse();
        assertThat(PasswordHashing.DECOY.split("\\$")).hasSameSizeAs(hashing.hash("Maillage-demo-2026!").split("\\$"));
    }

    @Test
    void nobodyEntersWithoutAPassword() {
        assertThat(hashing.matches("", null)).isFalse();
        assertThat(hashing.matches("Maillage-demo-2026!", null)).isFalse();
    }

    @Test
    void aPasswordMatchesItsOwnDigestOnly() {
        String digest = hashing.hash("Maillage-demo-2026!");
        assertThat(hashing.matches("Maillage-demo-2026!", digest)).isTrue();
        assertThat(hashing.matches("maillage-demo-2026!", digest)).isFalse();
    }
}
