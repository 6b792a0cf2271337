package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TerritorySearchTest {

    @Autowired
    Territories territories;

    private List<String> names(String typed) {
        return territories.search(typed, 10).stream().map(hit -> hit.territory().name()).toList();
    }

    @Test
    void threeLettersFindVitreFirst() {
        assertThat(names("vit").getFirst()).isEqualTo("Vitré Communauté");
        assertThat(names("VITRE").getFirst()).isEqualTo("Vitré Communauté");
        assertThat(names("communauté de vitré").getFirst()).isEqualTo("Vitré Communauté");
    }

    @Test
    void twoLettersAreEnough() {
        assertThat(names("vi")).contains("Vitré Communauté").hasSize(10);
        assertThat(names("Y")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"evron, 200033298", "Évron, 200033298", "L’Hermitage, 243500139", "l'hermitage, 243500139",
            "hermitage, 243500139"})
    void theNameOfACommuneFindsItsTerritory(String typed, String siren) {
        assertThat(territories.search(typed, 10)).anySatisfy(hit -> {
            assertThat(hit.territory().siren().value()).isEqualTo(siren);
            assertThat(hit.commune()).isNotEmpty();
        });
    }

    @Test
    void theReasonIsTheCommuneOrTheNameItself() {
        assertThat(territories.search("lamballe", 5).getFirst().commune()).isEmpty();
        assertThat(territories.search("evron", 5).getFirst().commune()).isEqualTo("Évron");
    }

    @Test
    void aTerritoryIsFoundOnceAndByItsNumber() {
        assertThat(names("valence")).doesNotHaveDuplicates();
        assertThat(names("200 039 022")).containsExactly("Vitré Communauté");
    }

    @Test
    void twoTerritoriesOfTheSameNameAreBothThere() {
        assertThat(territories.search("quatre rivières", 10)).extracting(hit -> hit.territory().department().code())
                .contains("70", "74");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "%", "' or 1=1 --", "zzzzzz", "___"})
    void whatIsNoNameFindsNothingAndBreaksNothing(String typed) {
        assertThat(territories.search(typed, 10)).isEmpty();
    }

    @Test
    void aPastedTextIsNotReadToItsEnd() {
        assertThat(territories.search("vitré ".repeat(100_000), 10)).isNotEmpty();
    }
}
