package fr.maillage.base.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outlines of the departments, on the plane of the map the browser draws: {@code map/france.json}, which
 * {@code src/tools/france-map.mjs} makes and describes.
 */
final class FranceOutlines {

    private static final String RESOURCE = "/META-INF/resources/map/france.json";
    /** Smaller than this share of the largest part is left out of an emblem. */
    private static final double SPECK = 0.02;

    private FranceOutlines() {}

    /** The rings of this department, each a list of {x, y}. */
    static List<List<double[]>> rings(String code) {
        List<List<double[]>> rings = Holder.DEPARTMENTS.get(code);
        if (rings == null) {
            throw new IllegalArgumentException("No such department: " + code);
        }
        return rings;
    }

    /** Read at the first use, kept for good: some 6,000 points. */
    private static final class Holder {

        static final Map<String, List<List<double[]>>> DEPARTMENTS = read();

        private static Map<String, List<List<double[]>>> read() {
            try (InputStream in = FranceOutlines.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is missing");
                }
                JsonNode france = JsonMapper.shared().readTree(in);
                List<List<double[]>> arcs = new ArrayList<>();
                france.get("arcs").forEach(arc -> arcs.add(line(arc)));
                Map<String, List<List<double[]>>> departments = new HashMap<>();
                france.get("departments").forEach(department -> {
                    List<List<double[]>> rings = new ArrayList<>();
                    department.get("rings").forEach(ring -> {
                        List<double[]> whole = new ArrayList<>();
                        ring.forEach(index -> whole.addAll(index.asInt() < 0 ? arcs.get(-1 - index.asInt()).reversed()
                                : arcs.get(index.asInt())));
                        rings.add(whole);
                    });
                    // An islet far at sea would make the mainland small.
                    double largest = rings.stream().mapToDouble(Holder::area).max().orElse(0);
                    rings.removeIf(ring -> area(ring) < largest * SPECK);
                    departments.put(department.get("code").asString(), rings);
                });
                return Map.copyOf(departments);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static double area(List<double[]> ring) {
            double sum = 0;
            for (int i = 0; i < ring.size(); i++) {
                double[] a = ring.get(i);
                double[] b = ring.get((i + 1) % ring.size());
                sum += a[0] * b[1] - b[0] * a[1];
            }
            return Math.abs(sum) / 2;
        }

        private static List<double[]> line(JsonNode arc) {
            List<double[]> line = new ArrayList<>();
            double x = 0;
            double y = 0;
            for (int i = 0; i + 1 < arc.size(); i += 2) {
                x += arc.get(i).asInt() / 10.0;
                y += arc.get(i + 1).asInt() / 10.0;
                line.add(new double[] {x, y});
            }
            return line;
        }
    }
}
