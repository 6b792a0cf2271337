package fr.maillage.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.base.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"Grenier-à-s1", "Tilleuls9Hameaux", "un tracteur rouge dort sous le vieux hangar",
        "correct horse battery staple lamp river stone"})
    void whatIsHardToGuessIsTaken(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
        assertThat(rules.advice(password, "Maud Lanoë", "maud.lanoe@exemple.fr"))
                .isEqualTo("member.password.advice.good");
    }

    @ParameterizedTest
    @CsvSource({
        "Court-1a, member.password.tooWeak",
        "quatorzelettres, member.password.tooWeak",
        "Grenieraselx12, ''",
        "Aa1!Aa1!Aa1!Aa1!, member.password.tooWeak",
        "le le le le le le le le le le, member.password.tooWeak",
        "MotDePasse-123!, member.password.common",
        "Azertyuiop-123, member.password.common",
        "Lanoe-en-2026!x, member.password.personal",
        "Maud!Vitré!2026, member.password.personal"})
    void whatIsEasyToGuessIsRefusedAndSaysWhy(String password, String why) {
        if (why.isEmpty()) {
            assertThatCode(() -> check(password)).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> check(password))
                    .satisfies(invalid -> assertThat(invalid.messageKey()).isEqualTo(why));
        }
    }

    @Test
    void longPassphrasesAreTakenUpToTwoHundredCharacters() {
        String sentence = "un deux trois quatre cinq six sept huit neuf dix ";
        assertThatCode(() -> check(sentence.repeat(4))).doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> check(sentence.repeat(5)))
                .satisfies(invalid -> assertThat(invalid.messageKey()).isEqualTo("member.password.tooLong"));
    }

    @Test
    void adviceSaysWhatIsMissingWhileOneTypes() {
        assertThat(advice("")).endsWith("empty");
        assertThat(advice("Gren1!")).endsWith("longer");
        assertThat(advice("grenieraselle")).endsWith("classes");
        assertThat(advice("Grenieraselx1")).endsWith("almost");
    }

    private String advice(String password) {
        return rules.advice(password, "Maud Lanoë", "maud.lanoe@exemple.fr");
    }

    private void check(String password) {
        rules.check("password", password, "Maud Lanoë", "maud.lanoe@exemple.fr");
    }
}
