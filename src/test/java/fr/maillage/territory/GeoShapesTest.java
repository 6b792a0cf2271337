package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.base.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoShapesTest {

    static final String GEO_JSON = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"siren":"200039022","name":"Carré"},"geometry":{"type":"Polygon",
                "coordinates":[[[-1.3,48.0],[-1.1,48.0],[-1.1,48.2],[-1.3,48.2],[-1.3,48.0]]]}},
              {"type":"Feature","properties":{"siren":200072072},"geometry":{"type":"MultiPolygon",
                "coordinates":[[[[1,47],[1.2,47],[1.2,47.2],[1,47]]],[[[2,47],[2.2,47],[2.2,47.2],[2,47]]]]}},
              {"type":"Feature","properties":{"name":"sans numéro"},"geometry":{"type":"Polygon",
                "coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},
              {"type":"Feature","properties":{"siren":"999999999"},"geometry":{"type":"Polygon",
                "coordinates":[[[3,44],[4,44],[4,45],[3,44]]]}},
              {"type":"Feature","properties":{"siren":"200068781"},"geometry":null}]}""";

    /** Two squares side by side that share an arc, walked backwards by the second; steps of a tenth of a degree. */
    static final String TOPO_JSON = """
            {"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[-2,48]},
             "arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]],
             "objects":{"territories":{"type":"GeometryCollection","geometries":[
               {"type":"Polygon","properties":{"SIREN":"200039022"},"arcs":[[0,1]]},
               {"type":"Polygon","properties":{"SIREN":"200072072"},"arcs":[[2,-1]]}]}}}""";

    private static Map<String, Outline> read(String text) throws IOException {
        return GeoShapes.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                List.of("siren", "SIREN"));
    }

    @Test
    void geoJsonGivesEveryPolygonThatCarriesANumber() throws IOException {
        Map<String, Outline> found = read(GEO_JSON);
        assertThat(found).containsOnlyKeys("200039022", "200072072", "999999999");
        assertThat(found.get("200039022").rings()).hasSize(1);
        assertThat(found.get("200072072").rings()).hasSize(2);
    }

    @Test
    void topoJsonWalksSharedArcsBothWays() throws IOException {
        Map<String, Outline> found = read(TOPO_JSON);
        assertThat(found).containsOnlyKeys("200039022", "200072072");
        double[][] west = found.get("200039022").rings().getFirst();
        assertThat(west[0]).containsExactly(west[west.length - 1]);
        assertThat(found.get("200039022").text()).isEqualTo("-1.9,48 -1.9,48.1 -2,48.1 -2,48 -1.9,48");
        assertThat(found.get("200072072").text()).isEqualTo("-1.9,48 -1.8,48 -1.8,48.1 -1.9,48.1 -1.9,48");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <xml/>                                                                          | territory.outline.notJson
            {"type":"FeatureCollection","features":[{]                                       | territory.outline.notJson
            {"type":"Feature"}                                                              | territory.outline.notGeo
            [1,2,3]                                                                         | territory.outline.notGeo
            {"type":"Topology","objects":{"o":{"type":"Polygon","properties":{"siren":"1"},"arcs":[[7]]}}} | territory.outline.broken
            {"type":"FeatureCollection","features":[{"properties":{"siren":"1"},"geometry":{"type":"Polygon","coordinates":[[[352000,6789000],[352001,6789000],[352001,6789001]]]}}]} | territory.outline.notDegrees
            {"type":"FeatureCollection","features":[{"properties":{"siren":"1"},"geometry":{"type":"Polygon","coordinates":[[["a","b"],[1,1],[2,2]]]}}]} | territory.outline.broken
            """)
    void aFileThatIsNoneIsRefusedInWords(String text, String key) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(text))
                .matches(refused -> refused.field().equals("file") && refused.messageKey().equals(key));
    }

    @Test
    void aFileNestedWithoutEndIsRefused() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read("[".repeat(100_000)))
                .matches(refused -> refused.messageKey().equals("territory.outline.notJson"));
    }

    @Test
    void anOutlineKeepsItsShapeWhenItLosesPoints() {
        double[][] circle = new double[721][];
        for (int i = 0; i <= 720; i++) {
            circle[i] = new double[] {Math.cos(Math.toRadians(i / 2.0)), Math.sin(Math.toRadians(i / 2.0))};
        }
        Outline simpler = new Outline(List.<double[][]>of(circle)).simplified(0.01);
        assertThat(simpler.points()).isBetween(12, 60);
        assertThat(Arrays.asList(simpler.rings().getFirst()))
                .allSatisfy(point -> assertThat(Math.hypot(point[0], point[1])).isBetween(.999, 1.001));
        assertThat(Outline.parse(simpler.text()).points()).isEqualTo(simpler.points());
    }
}
