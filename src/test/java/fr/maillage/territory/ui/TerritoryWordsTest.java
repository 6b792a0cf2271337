package fr.maillage.territory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoryWordsTest {

    @ParameterizedTest
    @CsvSource({"Évron,d’Évron", "Vitré,de Vitré", "Le Mans,du Mans", "Les Herbiers,des Herbiers",
        "La Flèche,de La Flèche", "L’Hermitage,de L’Hermitage", "Yvetot,d’Yvetot", "Yenne,de Yenne", "Y,de Y",
        "Œuilly,d’Œuilly"})
    void aNameStandsAfterOfAsFrenchSaysIt(String name, String expected) {
        assertThat(TerritoryWords.of(name)).isEqualTo(expected);
    }
}
