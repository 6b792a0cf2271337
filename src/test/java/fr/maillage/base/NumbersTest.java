package fr.maillage.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, identifiers and folded text. */
class NumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"200039022", "200 072 072", "200\u00A0068\u202F781", "356000000", "MET69"})
    void validNumbersAreTakenHoweverTheyAreSpaced(String typed) {
        assertThat(Siren.of(typed).value()).doesNotContain(" ", "\u00A0", "\u202F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200039023", "20003902", "2000390222", "20003902A", "", "<script>"})
    void otherNumbersAreRefusedOnTheirField(String typed) {
        assertThatThrownBy(() -> Siren.of(typed))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.field()).isEqualTo("siren"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"732 829 320 00074", "35600000000048", "35600000009075"})
    void establishmentsFollowLuhnOrTheRuleOfLaPoste(String typed) {
        assertThat(Siret.of(typed).siren().value()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"73282932000075", "35600000009076", "7328293200007"})
    void otherEstablishmentsAreRefused(String typed) {
        assertThatThrownBy(() -> Siret.of(typed)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void identifiersAscendWithinAProcess() {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(Ids.next());
        }
        assertThat(made).doesNotHaveDuplicates();
        for (int i = 1; i < made.size(); i++) {
            assertThat(Long.compareUnsigned(made.get(i).getMostSignificantBits(),
                    made.get(i - 1).getMostSignificantBits())).isPositive();
        }
        assertThat(made.getFirst().version()).isEqualTo(7);
        assertThat(made.getFirst().variant()).isEqualTo(2);
        assertThat(Ids.epochMilli(made.getLast())).isCloseTo(System.currentTimeMillis(),
                org.assertj.core.api.Assertions.within(5_000L));
    }

    @Test
    void anIdentifierOfThePastSortsInThePast() {
        UUID now = Ids.next();
        UUID past = Ids.at(1_600_000_000_000L);
        assertThat(Ids.epochMilli(past)).isEqualTo(1_600_000_000_000L);
        assertThat(Ids.epochMilli(Ids.next())).isGreaterThanOrEqualTo(Ids.epochMilli(now));
    }

    @Test
    void textIsFoldedAsPeopleCompareIt() {
        assertThat(Texts.fold("L’Œuvre d’Évron – ÇÀ  et là")).isEqualTo("l oeuvre d evron ca et la");
        assertThat(Texts.initials("Maud Lanoë")).isEqualTo("ML");
        assertThat(Texts.initials("Odile")).isEqualTo("O");
    }
}
