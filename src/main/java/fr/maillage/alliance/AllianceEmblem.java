package fr.maillage.alliance;

import fr.maillage.territory.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The emblem of an alliance: its members as knots at their true relative places, on a mustard thread that goes from
 * each to the nearest one not yet tied. An SVG of 44 by 44 whose colours come from the style sheet.
 */
final class AllianceEmblem {

    /** A member: where, and in which hue. */
    record Knot(GeoPoint at, int hue) {}

    private record Drawn(double x, double y, int hue) {}

    /** More could not be told apart at this size. */
    private static final int MOST_KNOTS = 24;
    private static final double FIRST = 6;
    private static final double SPAN = 32;
    /** A degree of longitude is shorter than one of latitude; this is the ratio in the middle of France. */
    private static final double NARROWING = Math.cos(Math.toRadians(46.5));

    private AllianceEmblem() {}

    static String of(List<Knot> knots) {
        List<Drawn> drawn = thread(place(knots.stream().limit(MOST_KNOTS).toList()));
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 44 44\" aria-hidden=\"true\" focusable=\"false\">");
        double radius = drawn.size() <= 3 ? 5.4 : drawn.size() <= 6 ? 4.4 : drawn.size() <= 12 ? 3.4 : 2.4;
        if (drawn.size() > 1) {
            svg.append("<path class=\"thread\" stroke-width=\"").append(drawn.size() <= 6 ? "2.2" : "1.6")
                    .append("\" d=\"");
            for (int i = 0; i < drawn.size(); i++) {
                svg.append(i == 0 ? 'M' : 'L').append(number(drawn.get(i).x())).append(' ')
                        .append(number(drawn.get(i).y()));
            }
            svg.append("\"/>");
        }
        for (Drawn knot : drawn) {
            svg.append("<g data-hue=\"").append(knot.hue()).append("\"><circle class=\"knot\" cx=\"")
                    .append(number(knot.x())).append("\" cy=\"").append(number(knot.y())).append("\" r=\"")
                    .append(number(radius)).append("\" stroke-width=\"1\"/></g>");
        }
        return svg.append("</svg>").toString();
    }

    private static List<Drawn> place(List<Knot> knots) {
        double west = knots.stream().mapToDouble(AllianceEmblem::x).min().orElse(0);
        double east = knots.stream().mapToDouble(AllianceEmblem::x).max().orElse(0);
        double north = knots.stream().mapToDouble(AllianceEmblem::y).min().orElse(0);
        double south = knots.stream().mapToDouble(AllianceEmblem::y).max().orElse(0);
        double size = Math.max(east - west, south - north);
        double scale = size == 0 ? 0 : SPAN / size;
        double left = FIRST + (SPAN - (east - west) * scale) / 2;
        double top = FIRST + (SPAN - (south - north) * scale) / 2;
        return knots.stream().map(knot -> new Drawn(left + (x(knot) - west) * scale,
                top + (y(knot) - north) * scale, knot.hue())).toList();
    }

    /** From the westernmost to the nearest one left, and so on. */
    private static List<Drawn> thread(List<Drawn> placed) {
        List<Drawn> left = new ArrayList<>(placed);
        List<Drawn> tied = new ArrayList<>();
        left.stream().min(Comparator.comparingDouble(Drawn::x)).ifPresent(tied::add);
        left.removeAll(tied);
        while (!left.isEmpty()) {
            Drawn last = tied.getLast();
            Drawn next = left.stream().min(Comparator.comparingDouble(
                    (Drawn one) -> Math.hypot(one.x() - last.x(), one.y() - last.y()))).orElseThrow();
            tied.add(next);
            left.remove(next);
        }
        return tied;
    }

    private static double x(Knot knot) {
        return Math.clamp(knot.at().longitude(), -6, 11) * NARROWING;
    }

    /** Downwards, as screens count. Overseas members stand at the nearest edge of the mainland. */
    private static double y(Knot knot) {
        return -Math.clamp(knot.at().latitude(), 41, 51.5);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
