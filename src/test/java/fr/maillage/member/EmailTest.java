package fr.maillage.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.base.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @Test
    void caseAndSpacesAroundDoNotTellPeopleApart() {
        assertThat(Email.of("  Maud.Lanoe@Exemple.FR ")).isEqualTo(Email.of("maud.lanoe@exemple.fr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maud", "maud@", "@exemple.fr", "maud@exemple", "ma ud@exemple.fr",
        "maud@exemple..fr", "maud@exemple.fr\nBcc: tous@exemple.fr", "<script>@exemple.fr", "a@-exemple.fr"})
    void whatIsNoAddressIsRefused(String typed) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Email.of(typed))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("email"));
    }
}
