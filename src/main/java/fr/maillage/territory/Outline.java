package fr.maillage.territory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The outline of a territory or department: closed rings of {longitude, latitude} in degrees, holes among them (the
 * even-odd rule tells inside from outside).
 */
record Outline(List<double[][]> rings) {

    /** About 150 metres: less is not seen on a map of the country. */
    static final double TOLERANCE_DEGREES = 0.0015;
    private static final String RING_SEPARATOR = ";";

    /** The same outline with fewer points, none further from the old line than the tolerance; specks are dropped. */
    Outline simplified(double tolerance) {
        List<double[][]> kept = new ArrayList<>();
        for (double[][] ring : rings) {
            double[][] simpler = simplify(ring, tolerance);
            if (simpler.length >= 4) {
                kept.add(simpler);
            }
        }
        // An outline made of specks only (a small island far away) is better than none.
        return kept.isEmpty() ? this : new Outline(kept);
    }

    int points() {
        return rings.stream().mapToInt(ring -> ring.length).sum();
    }

    /** As it is stored: {@code lon,lat lon,lat;lon,lat …}, four decimals (ten metres). */
    String text() {
        StringBuilder text = new StringBuilder();
        for (double[][] ring : rings) {
            if (!text.isEmpty()) {
                text.append(RING_SEPARATOR);
            }
            for (int i = 0; i < ring.length; i++) {
                text.append(i == 0 ? "" : " ").append(decimal(ring[i][0], 4)).append(',').append(decimal(ring[i][1], 4));
            }
        }
        return text.toString();
    }

    static Outline parse(String text) {
        return new Outline(Arrays.stream(text.split(RING_SEPARATOR)).map(ring -> Arrays.stream(ring.split(" "))
                .map(point -> Arrays.stream(point.split(",")).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new)).toList());
    }

    static String decimal(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** Douglas and Peucker’s method, without recursion: a coast has tens of thousands of points. */
    static double[][] simplify(double[][] line, double tolerance) {
        if (line.length < 5) {
            return line;
        }
        boolean[] keep = new boolean[line.length];
        keep[0] = true;
        keep[line.length - 1] = true;
        // A ring ends where it begins: without a second anchor every point would be compared with a single one.
        int far = farthest(line, 0, line.length - 1);
        keep[far] = true;
        Deque<int[]> spans = new ArrayDeque<>(List.of(new int[] {0, far}, new int[] {far, line.length - 1}));
        while (!spans.isEmpty()) {
            int[] span = spans.pop();
            int worst = farthest(line, span[0], span[1]);
            if (worst > 0 && distance(line[worst], line[span[0]], line[span[1]]) > tolerance) {
                keep[worst] = true;
                spans.push(new int[] {span[0], worst});
                spans.push(new int[] {worst, span[1]});
            }
        }
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            if (keep[i]) {
                kept.add(line[i]);
            }
        }
        return kept.toArray(double[][]::new);
    }

    private static int farthest(double[][] line, int from, int to) {
        int worst = 0;
        double most = -1;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(line[i], line[from], line[to]);
            if (distance > most) {
                most = distance;
                worst = i;
            }
        }
        return worst;
    }

    private static double distance(double[] point, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0
                : Math.clamp(((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length, 0, 1);
        return Math.hypot(point[0] - from[0] - along * dx, point[1] - from[1] - along * dy);
    }
}
