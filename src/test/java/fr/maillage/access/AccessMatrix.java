package fr.maillage.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code access/matrix.txt}: what the rules are expected to answer, written independently of the code. */
final class AccessMatrix {

    static final Set<String> IN = Set.of("active", "charter", "nested");
    static final Set<String> OUT = Set.of("expired", "suspended", "none", "left", "kept");

    private record Line(List<String> cells) {

        boolean fits(String... facts) {
            for (int i = 0; i < facts.length; i++) {
                if (!fits(cells.get(i), facts[i])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean fits(String cell, String fact) {
            return Arrays.stream(cell.split(",\\s*")).anyMatch(word -> word.equals("*") || word.equals(fact)
                    || word.equals("in") && IN.contains(fact) || word.equals("out") && OUT.contains(fact));
        }

        String answer() {
            return cells.getLast();
        }
    }

    private final Map<Operation, List<Line>> lines = new HashMap<>();

    AccessMatrix() {
        try (InputStream file = AccessMatrix.class.getResourceAsStream("/access/matrix.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        Operation operation = Operation.valueOf(cells.getFirst());
        String second = cells.get(1);
        if (second.startsWith("= ")) {
            lines.put(operation, lines.get(Operation.valueOf(second.substring(2))));
        } else {
            lines.computeIfAbsent(operation, o -> new ArrayList<>()).add(new Line(cells.subList(1, cells.size())));
        }
    }

    boolean tellsOf(Operation operation) {
        return lines.containsKey(operation);
    }

    /**
     * Whether the file lets that happen: the last line that fits decides, and none refuses.
     *
     * @param facts as many as the lines of this kind of operation have columns before the answer
     */
    boolean allows(Operation operation, Optional<Role> role, String... facts) {
        String answer = "never";
        for (Line line : lines.get(operation)) {
            if (line.fits(facts)) {
                answer = line.answer();
            }
        }
        String from = answer;
        return switch (from) {
            case "never" -> false;
            case "-" -> true;
            default -> role.filter(held -> held.atLeast(Role.valueOf(from))).isPresent();
        };
    }
}
