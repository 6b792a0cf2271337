package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Communauté de communes du Pays de Conches          | Pays de Conches
            Communauté de communes de l’Oise Picarde           | Oise Picarde
            Communauté d’agglomération du Grand Cahors         | Grand Cahors
            Communauté de communes des Quatre Rivières         | Quatre Rivières
            Communauté de Communes Le Grand Charolais          | Le Grand Charolais
            Communauté d’agglomération de La Rochelle          | La Rochelle
            Vitré Communauté                                   | Vitré Communauté
            Métropole de Lyon                                  | Métropole de Lyon
            """)
    void aShortNameLeavesOutWhatTheTerritoryIsInLaw(String name, String expected) {
        assertThat(ShortName.of(name)).isEqualTo(expected);
    }

    @Test
    void aPlaceIsFoundByTheWordsThatTellItFromOthers() {
        assertThat(PlaceWords.of("L’Hermitage")).containsExactly("hermitage");
        assertThat(PlaceWords.of("Communauté de communes des Coëvrons")).containsExactly("coevrons");
        assertThat(PlaceWords.of("Châtillon-sur-Seiche")).containsExactly("chatillon", "seiche");
    }

    @Test
    void aPlaceWhoseNameIsAllCommonWordsKeepsThem() {
        assertThat(PlaceWords.of("Lès")).containsExactly("les");
        assertThat(PlaceWords.of("…")).isEmpty();
    }
}
