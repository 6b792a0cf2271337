package fr.maillage.territory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.Upload;
import fr.maillage.DrawnRows;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.base.ui.Page;
import fr.maillage.territory.OutlineImport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class OutlineImportViewTest {

    private static final String ONE_SQUARE = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code_siren":"200039022"},
             "geometry":{"type":"Polygon","coordinates":[[[-1.3,48],[-1.1,48],[-1.1,48.2],[-1.3,48]]]}}]}""";

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    OutlineImport outlines;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void close() {
        screens.close();
        world.asAnonymous();
        jdbc.sql("update territory set outline = null where outline is not null").update();
    }

    @Test
    void anAdministratorSeesTheNumberBeforeAnythingIsSaved() throws IOException {
        world.as(world.administrator("Agathe"));
        screens.open();
        screens.go(TerritoryNavigation.OUTLINES);
        OutlineImportView view = _get(OutlineImportView.class);
        assertThat(DrawnRows.words(_get(Page.class))).contains("Aucun territoire n’a encore son contour.");

        view.preview(outlines.read(new ByteArrayInputStream(ONE_SQUARE.getBytes(StandardCharsets.UTF_8))));
        assertThat(DrawnRows.words(_get(Page.class)))
                .contains("Ce fichier apporte le contour d’un territoire.", "Vitré Communauté");
        assertThat(outlines.stored()).isZero();

        _click(_get(Button.class, spec -> spec.withText("Enregistrer ce contour")));
        assertThat(outlines.stored()).isEqualTo(1);
        assertThat(DrawnRows.words(_get(Page.class))).contains("Un territoire a son contour.");
    }

    @Test
    void nobodyElseOpensThePage() {
        world.as(world.person("Paul"));
        screens.open();
        try {
            screens.go(TerritoryNavigation.OUTLINES);
        } catch (RuntimeException refused) {
            // Karibu throws what a browser would be sent away with.
        }
        assertThat(_find(Upload.class)).isEmpty();
    }
}
