package fr.maillage.base.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Draws spaces from what is known of them: a territory by its outline or by its towns where they truly are, an
 * alliance by the places of its members. Pure functions of numbers.
 */
public final class Emblems {

    /** How many towns a constellation needs; with fewer, the outline of the department says more. */
    public static final int FEWEST_TOWNS = 4;

    private static final int BOX = 44;
    /** How wide the hem around a constellation is. */
    private static final double GROUND = 7;
    private static final int MOST_KNOTS_TOLD_APART = 8;

    /** A place: degrees of latitude and longitude, and how many people live there. */
    public record Point(double lat, double lon, long population) {}

    /** A member of an alliance: where it is and its hue, from 0 to 11. */
    public record Knot(double lat, double lon, int hue) {}

    private Emblems() {}

    /**
     * A territory by its towns: each where it is, as large as it is peopled, joined to the largest by a hair. Small
     * sizes keep the largest towns only.
     *
     * @param towns at least {@link #FEWEST_TOWNS}; the order does not matter
     */
    public static Emblem constellation(List<Point> towns) {
        if (towns.isEmpty()) {
            throw new IllegalArgumentException("a constellation needs towns");
        }
        List<Point> bySize = towns.stream()
                .sorted(Comparator.comparingLong(Point::population).reversed().thenComparingDouble(Point::lat)
                        .thenComparingDouble(Point::lon))
                .toList();
        return new Emblem(size -> constellation(bySize, size), false);
    }

    private static Drawing constellation(List<Point> bySize, Emblem.Size size) {
        int most = switch (size) {
            case XS -> 6;
            case MEDIUM -> 9;
            case XL -> 28;
        };
        double smallest = switch (size) {
            case XS -> 2.6;
            case MEDIUM -> 2;
            case XL -> 1.2;
        };
        double largest = switch (size) {
            case XS -> 7;
            case MEDIUM -> 6.5;
            case XL -> 6;
        };
        List<Point> towns = bySize.subList(0, Math.min(most, bySize.size()));
        double peopled = Math.max(1, towns.getFirst().population());
        double[] radii = towns.stream()
                .mapToDouble(town -> Math.max(smallest, largest * Math.sqrt(town.population() / peopled))).toArray();
        boolean ground = size == Emblem.Size.XL && towns.size() > 2;
        Frame frame = Frame.holding(towns, ground ? Arrays.stream(radii).map(r -> Math.max(r, GROUND / 2)).toArray()
                : radii);
        Drawing drawing = new Drawing(BOX, BOX);
        if (ground) {
            drawing.path("ground", around(towns, frame), GROUND);
        }
        double mainX = frame.x(towns.getFirst().lon());
        double mainY = frame.y(towns.getFirst().lat());
        Drawing.Path hairs = new Drawing.Path();
        for (Point town : towns.subList(1, towns.size())) {
            hairs.move(mainX, mainY).line(frame.x(town.lon()), frame.y(town.lat()));
        }
        drawing.path("hair", hairs, size == Emblem.Size.XL ? 0.7 : 1.5);
        for (int i = towns.size() - 1; i >= 0; i--) {
            drawing.circle("town", frame.x(towns.get(i).lon()), frame.y(towns.get(i).lat()), radii[i],
                    size == Emblem.Size.XL ? 0.7 : 1.2);
        }
        return drawing;
    }

    /** The line around the towns, as a rubber band would go. */
    private static Drawing.Path around(List<Point> towns, Frame frame) {
        List<double[]> points = towns.stream().map(t -> new double[] {frame.x(t.lon()), frame.y(t.lat())})
                .sorted(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1])).toList();
        List<double[]> hull = new ArrayList<>();
        for (List<double[]> way : List.of(points, points.reversed())) {
            int begun = hull.size();
            for (double[] point : way) {
                while (hull.size() - begun >= 2 && turn(hull.get(hull.size() - 2), hull.getLast(), point) <= 0) {
                    hull.removeLast();
                }
                hull.add(point);
            }
            hull.removeLast();
        }
        Drawing.Path path = new Drawing.Path();
        for (int i = 0; i < hull.size(); i++) {
            if (i == 0) {
                path.move(hull.get(i)[0], hull.get(i)[1]);
            } else {
                path.line(hull.get(i)[0], hull.get(i)[1]);
            }
        }
        return path.close();
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    /**
     * A territory by its outline.
     *
     * @param rings the outer and inner lines, each a list of places; population is not looked at
     */
    public static Emblem outline(List<List<Point>> rings) {
        List<Point> all = rings.stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("an outline needs points");
        }
        Frame frame = Frame.around(all, Point::lat, Point::lon, 2);
        return new Emblem(size -> {
            double step = size == Emblem.Size.XL ? 0.35 : 1;
            Drawing.Path path = new Drawing.Path();
            for (List<Point> ring : rings) {
                trace(path, ring, frame, step);
            }
            return new Drawing(BOX, BOX).path("outline", path, 0);
        }, false);
    }

    /** Leaves out what the eye would not see at this size. */
    private static void trace(Drawing.Path path, List<Point> ring, Frame frame, double step) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        List<double[]> kept = new ArrayList<>();
        for (Point point : ring) {
            double x = frame.x(point.lon());
            double y = frame.y(point.lat());
            if (Double.isNaN(lastX) || Math.hypot(x - lastX, y - lastY) >= step) {
                kept.add(new double[] {x, y});
                lastX = x;
                lastY = y;
            }
        }
        if (kept.size() < 3) {
            return;
        }
        path.move(kept.getFirst()[0], kept.getFirst()[1]);
        kept.subList(1, kept.size()).forEach(p -> path.line(p[0], p[1]));
        path.close();
    }

    /**
     * A territory of which too little is known, by the outline of its department.
     *
     * @param code the code of a department: “35”, “2A”, “974”
     */
    public static Emblem department(String code) {
        List<List<double[]>> rings = FranceOutlines.rings(code);
        Frame frame = Frame.flat(rings.stream().flatMap(List::stream).toList(), 2);
        return new Emblem(size -> {
            double step = size == Emblem.Size.XL ? 0.35 : 1;
            Drawing.Path path = new Drawing.Path();
            for (List<double[]> ring : rings) {
                trace(path, ring.stream().map(p -> new Point(-p[1], p[0], 0)).toList(), frame, step);
            }
            return new Drawing(BOX, BOX).path("outline", path, 0);
        }, false);
    }

    /**
     * The emblem of a territory: its towns when there are enough of them, else its department.
     *
     * @param towns          those whose place is known
     * @param departmentCode the department it belongs to
     */
    public static Emblem territory(List<Point> towns, String departmentCode) {
        return towns.size() >= FEWEST_TOWNS ? constellation(towns) : department(departmentCode);
    }

    /**
     * An alliance: a knot for each member, at their places relative to one another, joined by the thread.
     *
     * @param members in the order in which they joined, at least one
     */
    public static Emblem knots(List<Knot> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an alliance needs members");
        }
        List<Knot> order = along(members, Knot::lat, Knot::lon);
        return new Emblem(size -> {
            double radius = order.size() <= 4 ? 6.2 : order.size() <= MOST_KNOTS_TOLD_APART ? 4.8
                    : order.size() <= 16 ? 3.4 : 2.2;
            Frame frame = Frame.around(order, Knot::lat, Knot::lon, radius);
            Drawing drawing = new Drawing(BOX, BOX);
            Drawing.Path thread = new Drawing.Path();
            for (int i = 0; i < order.size(); i++) {
                double x = frame.x(order.get(i).lon());
                double y = frame.y(order.get(i).lat());
                if (i == 0) {
                    thread.move(x, y);
                } else {
                    thread.line(x, y);
                }
            }
            drawing.path("thread", thread, Math.min(2.4, radius * 0.55));
            for (Knot knot : order) {
                drawing.hue(knot.hue()).circle("knot", frame.x(knot.lon()), frame.y(knot.lat()), radius, 1).end();
            }
            return drawing;
        }, true);
    }

    /** A few places keep their order; many are followed from the nearest to the nearest, so that the thread is short. */
    static <T> List<T> along(List<T> places, ToDoubleFunction<T> lat, ToDoubleFunction<T> lon) {
        if (places.size() <= 4) {
            return List.copyOf(places);
        }
        List<T> left = new ArrayList<>(places);
        T here = left.stream().min(Comparator.comparingDouble(lon)).orElseThrow();
        List<T> path = new ArrayList<>();
        while (true) {
            path.add(here);
            left.remove(here);
            if (left.isEmpty()) {
                return path;
            }
            T from = here;
            double cos = Math.cos(Math.toRadians(lat.applyAsDouble(from)));
            here = left.stream().min(Comparator.comparingDouble(to -> Math.hypot(
                    (lon.applyAsDouble(to) - lon.applyAsDouble(from)) * cos,
                    lat.applyAsDouble(to) - lat.applyAsDouble(from)))).orElseThrow();
        }
    }

    /** Fits places into the box, north up, without stretching them. */
    private record Frame(double west, double north, double cos, double scale, double left, double top) {

        static <T> Frame around(List<T> places, ToDoubleFunction<T> lat, ToDoubleFunction<T> lon, double margin) {
            double south = places.stream().mapToDouble(lat).min().orElseThrow();
            double north = places.stream().mapToDouble(lat).max().orElseThrow();
            double west = places.stream().mapToDouble(lon).min().orElseThrow();
            double east = places.stream().mapToDouble(lon).max().orElseThrow();
            double cos = Math.cos(Math.toRadians((south + north) / 2));
            double width = (east - west) * cos;
            double height = north - south;
            double room = BOX - 2 * (margin + 0.5);
            double extent = Math.max(width, height);
            double scale = extent == 0 ? 0 : room / extent;
            return new Frame(west, north, cos, scale, (BOX - width * scale) / 2, (BOX - height * scale) / 2);
        }

        /** As large as the box allows when each place is a circle of this radius. */
        static Frame holding(List<Point> places, double[] radii) {
            Frame whole = around(places, Point::lat, Point::lon, 0);
            double low = 0;
            double high = whole.scale();
            for (int step = 0; step < 24; step++) {
                double scale = (low + high) / 2;
                double[] reach = reach(places, radii, whole, scale);
                if (Math.max(reach[1] - reach[0], reach[3] - reach[2]) > BOX - 1) {
                    high = scale;
                } else {
                    low = scale;
                }
            }
            double[] reach = reach(places, radii, whole, low);
            return new Frame(whole.west(), whole.north(), whole.cos(), low, (BOX - reach[0] - reach[1]) / 2,
                    (BOX - reach[2] - reach[3]) / 2);
        }

        /** West, east, north and south of the circles at this scale. */
        private static double[] reach(List<Point> places, double[] radii, Frame whole, double scale) {
            double[] reach = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
            for (int i = 0; i < radii.length; i++) {
                double x = (places.get(i).lon() - whole.west()) * whole.cos() * scale;
                double y = (whole.north() - places.get(i).lat()) * scale;
                reach[0] = Math.min(reach[0], x - radii[i]);
                reach[1] = Math.max(reach[1], x + radii[i]);
                reach[2] = Math.min(reach[2], y - radii[i]);
                reach[3] = Math.max(reach[3], y + radii[i]);
            }
            return reach;
        }

        /** For places that are on a plane already: x, then y downwards. */
        static Frame flat(List<double[]> places, double margin) {
            double west = places.stream().mapToDouble(p -> p[0]).min().orElseThrow();
            double east = places.stream().mapToDouble(p -> p[0]).max().orElseThrow();
            double top = places.stream().mapToDouble(p -> p[1]).min().orElseThrow();
            double bottom = places.stream().mapToDouble(p -> p[1]).max().orElseThrow();
            double scale = (BOX - 2 * (margin + 0.5)) / Math.max(east - west, bottom - top);
            return new Frame(west, -top, 1, scale, (BOX - (east - west) * scale) / 2,
                    (BOX - (bottom - top) * scale) / 2);
        }

        double x(double lon) {
            return left + (lon - west) * cos * scale;
        }

        double y(double lat) {
            return top + (north - lat) * scale;
        }
    }
}
