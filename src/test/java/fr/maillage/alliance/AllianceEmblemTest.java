package fr.maillage.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.alliance.AllianceEmblem.Knot;
import fr.maillage.territory.GeoPoint;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllianceEmblemTest {

    private static final Knot VITRE = new Knot(new GeoPoint(48.12, -1.2), 1);
    private static final Knot VENDOME = new Knot(new GeoPoint(47.79, 1.07), 11);
    private static final Knot VALENCE = new Knot(new GeoPoint(44.93, 4.89), 5);

    @Test
    void membersAreTiedFromWestToTheNearestOne() {
        String svg = AllianceEmblem.of(List.of(VALENCE, VITRE, VENDOME));
        assertThat(svg).containsSubsequence("class=\"thread\"", "data-hue=\"1\"", "data-hue=\"11\"", "data-hue=\"5\"");
    }

    @Test
    void oneMemberStandsInTheMiddleWithoutThread() {
        assertThat(AllianceEmblem.of(List.of(VITRE))).contains("cx=\"22.0\" cy=\"22.0\"").doesNotContain("thread");
    }

    @Test
    void nobodyYetIsAnEmptyDrawing() {
        assertThat(AllianceEmblem.of(List.of())).startsWith("<svg").doesNotContain("circle");
    }

    @Test
    void aProgrammeOfHundredsStaysSmall() {
        assertThat(AllianceEmblem.of(Collections.nCopies(183, VITRE)).length()).isLessThan(4000);
    }
}
