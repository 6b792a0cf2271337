package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Spaces;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Siren;
import fr.maillage.territory.OutlineImport.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class OutlineImportTest {

    private static final SpaceId VITRE = SpaceId.ofTerritory(new Siren("200039022"));
    private static final SpaceId VENDOME = SpaceId.ofTerritory(new Siren("200072072"));

    @Autowired
    OutlineImport outlines;
    @Autowired
    Spaces spaces;
    @Autowired
    TestWorld world;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void withoutOutlinesAgain() {
        jdbc.sql("update territory set outline = null where outline is not null").update();
        world.asAnonymous();
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAdministratorSeesWhatAFileBringsThenStoresIt() throws IOException {
        world.as(world.administrator("Agathe"));
        Reading reading = outlines.read(file(GeoShapesTest.GEO_JSON));

        assertThat(reading.matched()).isEqualTo(2);
        assertThat(reading.unknown()).containsExactly("999999999");
        assertThat(reading.names()).containsExactly("Vitré Communauté", "Territoires Vendômois");
        assertThat(outlines.stored()).as("nothing is changed by reading").isZero();

        outlines.store(reading);

        assertThat(outlines.stored()).isEqualTo(2);
        assertThat(spaces.find(VITRE)).get().extracting(Spaces.Space::emblem).asString().contains("class=\"outline\"");
        assertThat(outlines.outlines(List.of(VITRE, VENDOME))).hasSize(2);
    }

    @Test
    void topoJsonIsTakenTheSameWay() throws IOException {
        Reading reading = outlines.importFile(file(GeoShapesTest.TOPO_JSON));
        assertThat(reading.matched()).isEqualTo(2);
        assertThat(outlines.stored()).isEqualTo(2);
    }

    @Test
    void thePageDoesNotExistForWhoeverIsNoAdministrator() {
        world.as(world.person("Paul"));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> outlines.read(file(GeoShapesTest.GEO_JSON)));
    }

    @Test
    void aFileThatBringsNothingKnownIsRefused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> outlines.importFile(file(GeoShapesTest.GEO_JSON.replace("200", "100"))))
                .matches(refused -> refused.messageKey().equals("territory.outline.nothingKnown"));
    }

    @Test
    void aFileBeyondTheLimitIsRefusedBeforeItIsRead() {
        InputStream endless = new InputStream() {
            private long sent;

            @Override
            public int read() {
                return sent++ < 40L * 1024 * 1024 ? ' ' : -1;
            }
        };
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> outlines.importFile(endless))
                .matches(refused -> refused.messageKey().equals("territory.outline.tooLarge"));
    }
}
