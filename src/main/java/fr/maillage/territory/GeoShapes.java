package fr.maillage.territory;

import fr.maillage.base.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads outlines from GeoJSON (RFC 7946) or TopoJSON: every polygon that carries one of the named properties, under its value.
 * What comes in is foreign: depth, length and number are bounded, and each refusal names what is wrong.
 */
final class GeoShapes {

    private static final int MOST_POINTS = 5_000_000;
    private static final int MOST_SHAPES = 50_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxStringLength(10_000)
                    .maxNumberLength(40).build())
            .build()).build();

    private final List<String> properties;
    private int points;

    private GeoShapes(List<String> properties) {
        this.properties = properties;
    }

    /**
     * The outlines by the value of the first of these properties that a shape carries; shapes without any, and those
     * that are no polygons, are left out.
     *
     * @throws InvalidInput on the field {@code file} when it is not such a file
     */
    static Map<String, Outline> read(InputStream in, List<String> properties) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(in);
        } catch (JacksonException e) {
            throw refused("territory.outline.notJson");
        }
        GeoShapes shapes = new GeoShapes(properties);
        return switch (root.path("type").asString("")) {
            case "FeatureCollection" -> shapes.geoJson(root);
            case "Topology" -> shapes.topoJson(root);
            default -> throw refused("territory.outline.notGeo");
        };
    }

    private Map<String, Outline> geoJson(JsonNode root) {
        Map<String, Outline> found = new LinkedHashMap<>();
        for (JsonNode feature : root.path("features")) {
            String key = key(feature);
            JsonNode geometry = feature.path("geometry");
            List<double[][]> rings = new ArrayList<>();
            switch (geometry.path("type").asString("")) {
                case "Polygon" -> polygon(geometry.path("coordinates"), rings);
                case "MultiPolygon" -> geometry.path("coordinates").forEach(polygon -> polygon(polygon, rings));
                default -> { }
            }
            put(found, key, rings);
        }
        return found;
    }

    private void polygon(JsonNode polygon, List<double[][]> rings) {
        for (JsonNode ring : polygon) {
            List<double[]> line = new ArrayList<>();
            for (JsonNode position : ring) {
                line.add(position(number(position.path(0)), number(position.path(1))));
            }
            addRing(line, rings);
        }
    }

    private Map<String, Outline> topoJson(JsonNode root) {
        JsonNode transform = root.path("transform");
        double scaleX = transform.path("scale").path(0).asDouble(1);
        double scaleY = transform.path("scale").path(1).asDouble(1);
        double shiftX = transform.path("translate").path(0).asDouble(0);
        double shiftY = transform.path("translate").path(1).asDouble(0);
        boolean quantized = transform.isObject();
        List<double[][]> arcs = new ArrayList<>();
        for (JsonNode arc : root.path("arcs")) {
            List<double[]> line = new ArrayList<>();
            double x = 0;
            double y = 0;
            for (JsonNode point : arc) {
                // A quantized arc tells each point as the step from the one before.
                x = number(point.path(0)) + (quantized ? x : 0);
                y = number(point.path(1)) + (quantized ? y : 0);
                line.add(position(x * scaleX + shiftX, y * scaleY + shiftY));
            }
            arcs.add(line.toArray(double[][]::new));
        }
        Map<String, Outline> found = new LinkedHashMap<>();
        for (JsonNode object : root.path("objects")) {
            Iterable<JsonNode> geometries = object.has("geometries") ? object.path("geometries") : List.of(object);
            for (JsonNode geometry : geometries) {
                List<double[][]> rings = new ArrayList<>();
                switch (geometry.path("type").asString("")) {
                    case "Polygon" -> arcPolygon(geometry.path("arcs"), arcs, rings);
                    case "MultiPolygon" -> geometry.path("arcs").forEach(part -> arcPolygon(part, arcs, rings));
                    default -> { }
                }
                put(found, key(geometry), rings);
            }
        }
        return found;
    }

    private void arcPolygon(JsonNode polygon, List<double[][]> arcs, List<double[][]> rings) {
        for (JsonNode ring : polygon) {
            List<double[]> line = new ArrayList<>();
            for (JsonNode reference : ring) {
                int no = (int) number(reference);
                int index = no < 0 ? ~no : no;
                if (index >= arcs.size()) {
                    throw refused("territory.outline.broken");
                }
                double[][] arc = arcs.get(index);
                // A negative number means the arc walked backwards; where two arcs meet, the point is told twice.
                for (int i = line.isEmpty() ? 0 : 1; i < arc.length; i++) {
                    line.add(arc[no < 0 ? arc.length - 1 - i : i]);
                    count();
                }
            }
            addRing(line, rings);
        }
    }

    private static void addRing(List<double[]> line, List<double[][]> rings) {
        if (line.size() >= 3) {
            double[] first = line.getFirst();
            double[] last = line.getLast();
            if (first[0] != last[0] || first[1] != last[1]) {
                line.add(first);
            }
            rings.add(line.toArray(double[][]::new));
        }
    }

    private @Nullable String key(JsonNode shape) {
        for (String property : properties) {
            JsonNode value = shape.path("properties").path(property);
            if (value.isString() || value.isIntegralNumber()) {
                return value.asString().strip();
            }
        }
        return null;
    }

    private static void put(Map<String, Outline> found, @Nullable String key, List<double[][]> rings) {
        if (key == null || key.isEmpty() || rings.isEmpty()) {
            return;
        }
        if (found.size() >= MOST_SHAPES) {
            throw refused("territory.outline.tooMany");
        }
        // A territory told in several pieces is one outline.
        found.merge(key, new Outline(List.copyOf(rings)), (a, b) -> {
            List<double[][]> both = new ArrayList<>(a.rings());
            both.addAll(b.rings());
            return new Outline(both);
        });
    }

    private double[] position(double longitude, double latitude) {
        count();
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            throw refused("territory.outline.notDegrees");
        }
        return new double[] {longitude, latitude};
    }

    private void count() {
        if (++points > MOST_POINTS) {
            throw refused("territory.outline.tooMany");
        }
    }

    private static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw refused("territory.outline.broken");
        }
        return node.asDouble();
    }

    private static InvalidInput refused(String messageKey) {
        return new InvalidInput("file", messageKey);
    }
}
