package fr.maillage.territory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.FranceMap;
import fr.maillage.base.ui.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TerritoryViewsTest {

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;

    @BeforeEach
    void open() {
        world.asAnonymous();
        screens.open();
    }

    @AfterEach
    void close() {
        screens.close();
    }

    private static List<String> links() {
        return DrawnRows.texts(".ml-line h3 a");
    }

    @Test
    void anyoneFindsATerritoryByAFewLettersAndTheAddressKeepsThem() {
        screens.go("territoires");
        assertThat(_get(H1.class).getText()).isEqualTo("Territoires");

        _setValue(_get(TextField.class), "vit");

        assertThat(links().getFirst()).isEqualTo("Vitré Communauté");
        screens.go("territoires?q=evron");
        assertThat(_get(TextField.class).getValue()).isEqualTo("evron");
        assertThat(DrawnRows.texts(".ml-line")).singleElement().asString().contains("Commune d’Évron");
    }

    @Test
    void whatIsNotFoundIsSaidWithAWayOut() {
        screens.go("territoires?q=zzzz");
        assertThat(_get(EmptyState.class).getElement().getTextRecursively()).contains("zzzz");
        assertThat(DrawnRows.find(".ml-line")).isEmpty();
    }

    @Test
    void regionsAndDepartmentsListTheirTerritories() {
        screens.go("territoires?departement=35");
        assertThat(links()).contains("Vitré Communauté").hasSizeGreaterThan(10);
        screens.go("territoires?region=75");
        assertThat(links()).hasSize(30);
        screens.go("territoires?region=75&jusqua=60");
        assertThat(links()).hasSize(60);
        screens.go("territoires?region=%3Cscript%3E&departement=0");
        assertThat(_find(H2.class)).extracting(H2::getText).contains("Par région et département");
    }

    @Test
    void thePageOfATerritorySaysWhoItIs() {
        screens.go("territoires/200039022");
        assertThat(_get(H1.class).getText()).isEqualTo("Vitré Communauté");
        String all = DrawnRows.words(_get(Page.class));
        assertThat(all).contains("Communauté d’agglomération, Ille-et-Vilaine (Bretagne). 46 communes,").contains("82\u00A0956").contains("200\u00A0039\u00A0022")
                .contains("Licence Ouverte 2.0");
        assertThat(_get(FranceMap.class)).isNotNull();
    }

    @Test
    void aWordThatIsNoTabShowsTheOverview() {
        screens.go("territoires/200039022?onglet=rien");
        assertThat(_find(H2.class)).extracting(H2::getText).contains("Le territoire", "Où en France");
        assertThat(_get(H1.class).getText()).isEqualTo("Vitré Communauté");
    }

    @Test
    void aNumberThatIsNoTerritoryIsNotFound() {
        screens.go("territoires/200039023");
        assertThat(_find(H1.class)).extracting(H1::getText).doesNotContain("Vitré Communauté");
        screens.go("territoires/732829320");
        assertThat(_find(FranceMap.class)).isEmpty();
    }

    @Test
    void aLongListCostsNoMoreReadsThanAShortOne() {
        screens.go("territoires");
        long few = screens.reads(() -> screens.go("territoires?q=vitre"));
        long many = screens.reads(() -> screens.go("territoires?q=la"));
        assertThat(many).isLessThanOrEqualTo(few + 1).isLessThanOrEqualTo(4);
    }
}
