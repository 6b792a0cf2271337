package fr.maillage.territory;

import fr.maillage.territory.Territory.Town;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws what stands for a territory: its outline, else the constellation of its towns at their true places, sized by
 * how many live there and tied to the main one. Both are SVG in a square of 44, coloured by the hue they carry.
 */
final class TerritoryEmblem {

    private static final double SIDE = 44;
    private static final double INSET = 2;
    /** More stars than this are a blot at the size of a menu. */
    private static final int MOST_STARS = 12;
    private static final int FEWEST_STARS = 4;
    private static final double LARGEST_STAR = 5.6;
    private static final double SMALLEST_STAR = 2;

    /** Turns degrees into the square: north up, true proportions at that latitude. */
    private record Frame(double west, double north, double scale, double squeeze, double left, double top) {

        static Frame around(List<double[]> points, double inset) {
            double west = points.stream().mapToDouble(p -> p[0]).min().orElseThrow();
            double east = points.stream().mapToDouble(p -> p[0]).max().orElseThrow();
            double south = points.stream().mapToDouble(p -> p[1]).min().orElseThrow();
            double north = points.stream().mapToDouble(p -> p[1]).max().orElseThrow();
            double squeeze = Math.cos(Math.toRadians((north + south) / 2));
            double width = Math.max((east - west) * squeeze, 1e-6);
            double height = Math.max(north - south, 1e-6);
            double scale = (SIDE - 2 * inset) / Math.max(width, height);
            return new Frame(west, north, scale, squeeze, (SIDE - width * scale) / 2, (SIDE - height * scale) / 2);
        }

        double[] place(double longitude, double latitude) {
            return new double[] {left + (longitude - west) * squeeze * scale, top + (north - latitude) * scale};
        }
    }

    private TerritoryEmblem() {}

    /** By its official outline when there is one, else by its towns when there are enough, else by the given area. */
    static String of(int hue, @Nullable Outline outline, List<Town> towns,
            @Nullable Outline department) {
        if (outline != null) {
            return ofOutline(hue, outline);
        }
        return towns.size() < FEWEST_STARS && department != null ? ofOutline(hue, department) : ofTowns(hue, towns);
    }

    static String ofOutline(int hue, Outline outline) {
        Frame frame = Frame.around(outline.rings().stream().flatMap(Arrays::stream).toList(), INSET);
        List<double[][]> placed = outline.rings().stream().map(ring -> Arrays.stream(ring)
                .map(point -> frame.place(point[0], point[1])).toArray(double[][]::new)).toList();
        StringBuilder path = new StringBuilder();
        for (double[][] ring : new Outline(placed).simplified(0.35).rings()) {
            for (int i = 0; i < ring.length - 1; i++) {
                path.append(i == 0 ? 'M' : 'L').append(Outline.decimal(ring[i][0], 1)).append(' ')
                        .append(Outline.decimal(ring[i][1], 1));
            }
            path.append('Z');
        }
        return svg(hue, "<path fill=\"var(--ml-sp)\" fill-rule=\"evenodd\" d=\"" + path + "\"/>");
    }

    private static String ofTowns(int hue, List<Town> towns) {
        List<Town> stars = towns.stream().sorted(Comparator.comparingInt(Town::population).reversed())
                .limit(MOST_STARS).toList();
        if (stars.isEmpty()) {
            return svg(hue, circle(SIDE / 2, SIDE / 2, LARGEST_STAR * 1.6));
        }
        Frame frame = Frame.around(stars.stream().map(t -> new double[] {t.point().longitude(), t.point().latitude()})
                .toList(), LARGEST_STAR + 0.4);
        double most = Math.max(1, stars.getFirst().population());
        double[] centre = frame.place(stars.getFirst().point().longitude(), stars.getFirst().point().latitude());
        List<String> threads = new ArrayList<>();
        List<String> circles = new ArrayList<>();
        for (Town star : stars) {
            double[] at = frame.place(star.point().longitude(), star.point().latitude());
            // The area follows the population, as it does on a map.
            double radius = Math.max(SMALLEST_STAR, LARGEST_STAR * Math.sqrt(star.population() / most));
            circles.add(circle(at[0], at[1], radius));
            if (star != stars.getFirst()) {
                threads.add("M" + Outline.decimal(centre[0], 1) + ' ' + Outline.decimal(centre[1], 1) + 'L'
                        + Outline.decimal(at[0], 1) + ' ' + Outline.decimal(at[1], 1));
            }
        }
        return svg(hue, "<path fill=\"none\" stroke=\"var(--ml-sp)\" stroke-width=\"1.1\" opacity=\".6\" d=\""
                + String.join("", threads) + "\"/>" + String.join("", circles));
    }

    private static String circle(double x, double y, double radius) {
        return "<circle cx=\"" + Outline.decimal(x, 1) + "\" cy=\"" + Outline.decimal(y, 1) + "\" r=\""
                + Outline.decimal(radius, 1) + "\" fill=\"var(--ml-sp)\"/>";
    }

    private static String svg(int hue, String shapes) {
        return "<svg class=\"ml-emblem\" data-hue=\"" + hue + "\" viewBox=\"0 0 44 44\" aria-hidden=\"true\">" + shapes
                + "</svg>";
    }
}
