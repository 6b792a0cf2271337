package fr.maillage.plan.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.base.InvalidInput;
import fr.maillage.plan.ActionField;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputsTest {

    private static @Nullable BigDecimal read(String typed, String language) {
        return Inputs.amount(ActionField.BUDGET_PLANNED, typed, Locale.of(language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"480 000|fr|480000", "12,50|fr|12.50", "12.5|fr|12.5", "480,000|en|480000",
        "2,400,000.50|en|2400000.50", "480000|en|480000", "€1,200|en|1200", "−5|en|-5"})
    void amountsAreReadAsTheyAreWrittenInTheLanguageOfThePerson(String typed, String language, BigDecimal amount) {
        assertThat(read(typed, language)).isEqualByComparingTo(amount);
    }

    @Test
    void aSignThatMeansSomethingElseInEnglishIsAskedForAgain() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read("12,50", "en"));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read("12,5000", "en"));
        assertThat(read(" ", "en")).isNull();
    }
}
