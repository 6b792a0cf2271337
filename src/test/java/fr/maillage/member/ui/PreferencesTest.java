package fr.maillage.member.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    @Test
    void aVisitorIsReadToInTheFirstLanguageTheyAskForThatWeWrite() {
        assertThat(Preferences.language(List.of(Locale.UK, Locale.FRANCE))).isEqualTo("en");
        assertThat(Preferences.language(List.of(Locale.GERMANY, Locale.FRANCE, Locale.UK))).isEqualTo("fr");
        assertThat(Preferences.language(List.of(Locale.GERMANY))).isEqualTo("fr");
        assertThat(Preferences.language(List.of())).isEqualTo("fr");
    }
}
