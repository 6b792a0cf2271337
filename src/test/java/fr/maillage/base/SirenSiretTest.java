package fr.maillage.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of seeds’ rules of validity (INSEE), case by case. */
class SirenSiretTest {

    @ParameterizedTest
    @ValueSource(strings = {"200039022", "200072072", "200 039 022", "200.039.022", "200\u00A0039\u202F022"})
    void aSirenWithARightCheckDigitIsTakenHoweverItIsSpaced(String typed) {
        assertThat(Siren.of(typed).value()).hasSize(9).startsWith("2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200039023", "20003902", "2000390220", "20003902A", "", "２０００３９０２２", "met69"})
    void aSirenThatIsNoneIsRefusedAtItsField(String typed) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Siren.of(typed))
                .matches(refused -> refused.field().equals("siren"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"732 829 320 00074", "35600000000048", "35600000009075"})
    void aSiretIsValidByLuhnOrForLaPosteByTheSumOfItsDigits(String typed) {
        assertThat(Siret.of(typed).value()).hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"73282932000075", "35600000009076", "7328293200007", "7328293200007A"})
    void aSiretThatIsNoneIsRefusedAtItsField(String typed) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Siret.of(typed))
                .matches(refused -> refused.field().equals("siret"));
    }

    @Test
    void aSiretKnowsItsLegalUnitAndASirenReadsInThrees() {
        assertThat(Siret.of("73282932000074").siren()).isEqualTo(Siren.of("732829320"));
        assertThat(Siren.of("200039022").grouped()).isEqualTo("200\u00A0039\u00A0022");
    }
}
