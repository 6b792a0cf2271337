package fr.maillage.base.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawings of spaces. */
class EmblemsTest {

    private static final List<Emblems.Point> TOWNS = List.of(new Emblems.Point(48.124, -1.21, 18_267),
            new Emblems.Point(47.989, -1.239, 7_650), new Emblems.Point(48.106, -1.39, 5_870),
            new Emblems.Point(48.028, -1.189, 3_300), new Emblems.Point(48.2, -1.1, 40));

    @ParameterizedTest
    @EnumSource(Emblem.Size.class)
    void aConstellationStaysInItsFrame(Emblem.Size size) {
        String svg = Emblems.constellation(TOWNS).svg(size);
        assertThat(numbers(svg, "cx")).allMatch(x -> x >= 0 && x <= 44);
        assertThat(numbers(svg, "cy")).allMatch(y -> y >= 0 && y <= 44);
        assertThat(svg).startsWith("<svg ").endsWith("</svg>");
    }

    @Test
    void northIsUpAndEastIsRight() {
        String svg = Emblems.constellation(List.of(new Emblems.Point(48, -1, 10), new Emblems.Point(47, 1, 5)))
                .svg(Emblem.Size.XL);
        // The largest town is drawn last, above the others.
        assertThat(numbers(svg, "cx").get(0)).isGreaterThan(numbers(svg, "cx").get(1));
        assertThat(numbers(svg, "cy").get(0)).isGreaterThan(numbers(svg, "cy").get(1));
    }

    @Test
    void theOrderOfTheTownsDoesNotMatter() {
        List<Emblems.Point> shuffled = new ArrayList<>(TOWNS);
        Collections.reverse(shuffled);
        assertThat(Emblems.constellation(shuffled).svg(Emblem.Size.MEDIUM))
                .isEqualTo(Emblems.constellation(TOWNS).svg(Emblem.Size.MEDIUM));
    }

    @Test
    void townsAreAsLargeAsTheyArePeopled() {
        List<Double> radii = numbers(Emblems.constellation(TOWNS).svg(Emblem.Size.XL), "r");
        assertThat(radii).isSorted();
        assertThat(radii.getLast() / radii.get(radii.size() - 2)).isGreaterThan(1.4);
    }

    @Test
    void aSinglePlaceIsInTheMiddle() {
        assertThat(numbers(Emblems.knots(List.of(new Emblems.Knot(48, -1, 3))).svg(Emblem.Size.MEDIUM), "cx"))
                .containsExactly(22.0);
    }

    @Test
    void anAllianceJoinsItsMembersInTheirHues() {
        String svg = Emblems.knots(List.of(new Emblems.Knot(48.124, -1.21, 1), new Emblems.Knot(47.793, 1.066, 11),
                new Emblems.Knot(44.933, 4.892, 5))).svg(Emblem.Size.MEDIUM);
        assertThat(svg).contains("data-hue=\"1\"", "data-hue=\"11\"", "data-hue=\"5\"", "class=\"thread\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"35", "2A", "971", "974", "976", "75"})
    void everyDepartmentHasItsOutline(String code) {
        assertThat(Emblems.department(code).svg(Emblem.Size.XL)).contains("class=\"outline\"", "Z");
    }

    @Test
    void anUnknownDepartmentIsRefused() {
        assertThatThrownBy(() -> Emblems.department("<script>")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fewTownsGiveWayToTheDepartment() {
        assertThat(Emblems.territory(TOWNS.subList(0, 3), "35").svg(Emblem.Size.XL)).contains("outline");
        assertThat(Emblems.territory(TOWNS, "35").svg(Emblem.Size.XL)).contains("town");
    }

    @Test
    void anOutlineIsDrawnFromItsRings() {
        Emblem square = Emblems.outline(List.of(List.of(new Emblems.Point(48, -1, 0), new Emblems.Point(48, 0, 0),
                new Emblems.Point(47, 0, 0), new Emblems.Point(47, -1, 0))));
        assertThat(square.svg(Emblem.Size.XL)).contains("<path class=\"outline\" d=\"M");
    }

    @Test
    void drawingsAreLight() {
        List<Emblems.Point> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(new Emblems.Point(48 + i % 14 * .03, -1 + i * .01, 100L + i * 37));
        }
        assertThat(Emblems.constellation(many).svg(Emblem.Size.XS)).hasSizeLessThan(1_000);
        assertThat(Emblems.constellation(many).svg(Emblem.Size.XL)).hasSizeLessThan(3_500);
    }

    private static List<Double> numbers(String svg, String attribute) {
        List<Double> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(" " + attribute + "=\"([-0-9.]+)\"").matcher(svg);
        while (matcher.find()) {
            found.add(Double.valueOf(matcher.group(1)));
        }
        return found;
    }
}
