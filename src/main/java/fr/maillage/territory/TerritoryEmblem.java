package fr.maillage.territory;

import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Emblems;
import fr.maillage.base.ui.Emblems.Point;
import fr.maillage.territory.Territory.Town;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a territory: its official outline when there is one, else the constellation of its towns when there
 * are enough, else the outline of its department.
 */
final class TerritoryEmblem {

    private TerritoryEmblem() {}

    static String of(@Nullable Outline outline, List<Town> towns, @Nullable Outline department) {
        if (outline != null) {
            return ofOutline(outline);
        }
        if (towns.size() < Emblems.FEWEST_TOWNS && department != null) {
            return ofOutline(department);
        }
        return towns.isEmpty() ? "" : Emblems.constellation(towns.stream()
                .map(town -> new Point(town.point().latitude(), town.point().longitude(), town.population()))
                .toList()).stored();
    }

    static String ofOutline(Outline outline) {
        Emblem emblem = Emblems.outline(outline.rings().stream().map(ring -> Arrays.stream(ring)
                .map(point -> new Point(point[1], point[0], 0)).toList()).toList());
        return emblem.stored();
    }
}
