package fr.maillage.coediting.yjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Replays random histories of the real Yjs in five orders, and lets it read what the Java core makes of them. */
final class Histories {

    record Result(int cases, long operations, long updates, long milliseconds) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Random random;
    private List<XmlNode> treeOfCaseBefore = List.of();

    private Histories(long seed) {
        this.random = new Random(seed);
    }

    static Result replay(int cases, int seed) throws Exception {
        long begun = System.nanoTime();
        long operations = 0;
        long updates = 0;
        Histories histories = new Histories(seed);
        try (YjsPeer yjs = YjsPeer.start("histories.mjs", String.valueOf(cases), String.valueOf(seed))) {
            for (int number = 0; number < cases; number++) {
                Case history = Case.receive(yjs);
                histories.replay(number, history, yjs);
                operations += history.operations;
                updates += history.updates.size();
            }
            assertThat(yjs.endedWell(30)).as("the real Yjs reads everything back").isTrue();
        }
        return new Result(cases, operations, updates, (System.nanoTime() - begun) / 1_000_000);
    }

    private record Case(Object expected, byte[] full, byte[] beginning, byte[] beginningVector, int operations,
            List<byte[]> updates) {

        static Case receive(YjsPeer yjs) {
            String expected = yjs.receiveText();
            byte[] full = yjs.receive();
            byte[] beginning = yjs.receive();
            byte[] vector = yjs.receive();
            int operations = Integer.parseInt(yjs.receiveText());
            List<byte[]> updates = new ArrayList<>();
            for (int left = Integer.parseInt(yjs.receiveText()); left > 0; left--) {
                updates.add(yjs.receive());
            }
            return new Case(Values.normal(JSON.readValue(expected, Object.class)), full, beginning, vector, operations,
                    updates);
        }
    }

    private void replay(int number, Case history, YjsPeer yjs) {
        List<byte[]> reversed = new ArrayList<>(history.updates);
        Collections.reverse(reversed);
        List<byte[]> shuffled = new ArrayList<>(history.updates);
        Collections.shuffle(shuffled, random);
        SharedDocument first = oneByOne(history.updates);
        Map<String, SharedDocument> orders = new LinkedHashMap<>();
        orders.put("as made", first);
        orders.put("backwards", oneByOne(reversed));
        orders.put("shuffled", oneByOne(shuffled));
        orders.put("in heaps, some twice", inHeaps(shuffled));
        orders.put("a beginning, then all at once", SharedDocument.of(List.of(history.beginning, history.full)));
        StateVector vector = SharedDocument.of(List.of(history.full)).stateVector();
        orders.forEach((order, document) -> {
            assertThat(document.isWaiting()).as("case %s, %s: nothing waits", number, order).isFalse();
            assertThat(view(document)).as("case %s, %s", number, order).isEqualTo(history.expected);
            assertThat(document.stateVector()).as("case %s, %s", number, order).isEqualTo(vector);
        });
        SharedDocument same = SharedDocument.of(List.of(first.encode()));
        assertThat(view(same)).as("case %s, read again", number).isEqualTo(history.expected);

        yjs.send(pick(orders).encode());
        yjs.send(pick(orders).encodeSince(StateVector.decode(history.beginningVector)));
        yjs.send(Update.merge(shuffled));
        SharedDocument document = pick(orders);
        List<XmlNode> tree = document.read().xml("xml");
        yjs.send(ownChange(document));
        yjs.send(JSON.writeValueAsString(view(document)).getBytes(StandardCharsets.UTF_8));
        yjs.flush();
        treeOfCaseBefore = tree;
    }

    private SharedDocument pick(Map<String, SharedDocument> orders) {
        return List.copyOf(orders.values()).get(random.nextInt(orders.size()));
    }

    private byte[] ownChange(SharedDocument document) {
        int length = document.read().runs("text").stream().mapToInt(TextRun::length).sum();
        byte[] change = document.edit(4_294_967_296L + random.nextInt(1_000), edit -> {
            int at = random.nextInt(length + 1);
            edit.insertText("text", at, "serveur \uD83D\uDE00");
            edit.deleteText("text", Math.max(0, at - 2), Math.min(at, 2) + 3);
            edit.replaceXml("xml", treeOfCaseBefore);
        });
        assertThat(joined(document.read().xml("xml"))).as("the tree that was asked for").isEqualTo(joined(treeOfCaseBefore));
        return change;
    }

    /** Pieces of text under the same formats as one: marks that say nothing may stand between them. */
    private static List<XmlNode> joined(List<XmlNode> nodes) {
        return nodes.stream().map(node -> switch (node) {
            case XmlNode.Element element ->
                new XmlNode.Element(element.name(), element.attributes(), joined(element.content()));
            case XmlNode.Text text -> {
                List<TextRun> runs = new ArrayList<>();
                for (TextRun run : text.runs()) {
                    TextRun last = runs.isEmpty() ? null : runs.getLast();
                    if (last != null && last.formats().equals(run.formats()) && last.insert() instanceof String one
                            && run.insert() instanceof String two) {
                        runs.set(runs.size() - 1, new TextRun(one + two, run.formats()));
                    } else {
                        runs.add(run);
                    }
                }
                yield (XmlNode) new XmlNode.Text(runs);
            }
        }).toList();
    }

    private SharedDocument oneByOne(List<byte[]> updates) {
        SharedDocument document = new SharedDocument();
        SharedDocument follower = new SharedDocument();
        for (byte[] bytes : updates) {
            Update update = Update.decode(bytes);
            boolean complete = document.hasAllFor(update);
            boolean waitedBefore = document.isWaiting();
            byte[] news = document.apply(update);
            if (!waitedBefore) {
                assertThat(document.isWaiting()).as("what is missing is known beforehand").isEqualTo(!complete);
            }
            follower.apply(news);
        }
        assertThat(view(follower)).as("what each update brought is enough for others").isEqualTo(view(document));
        return document;
    }

    private SharedDocument inHeaps(List<byte[]> updates) {
        SharedDocument document = new SharedDocument();
        for (int from = 0; from < updates.size();) {
            int to = Math.min(updates.size(), from + 1 + random.nextInt(6));
            document.apply(Update.merge(updates.subList(from, to)));
            from = random.nextInt(4) == 0 ? Math.max(from + 1, to - 2) : to;
        }
        return document;
    }

    /** Everything there is to see in a document, as the script writes it. */
    static Object view(SharedDocument document) {
        Reading read = document.read();
        Map<String, Object> view = new TreeMap<>();
        view.put("text", delta(read.runs("text")));
        view.put("arr", read.list("arr"));
        view.put("map", read.map("map"));
        view.put("xml", read.xml("xml").stream().map(Histories::view).toList());
        return Values.normal((Object) view);
    }

    private static List<Object> delta(List<TextRun> runs) {
        List<Object> delta = new ArrayList<>();
        for (TextRun run : runs) {
            Map<String, Object> piece = new TreeMap<>(Map.of("insert", run.insert()));
            if (!run.formats().isEmpty()) {
                piece.put("attributes", run.formats());
            }
            delta.add(piece);
        }
        return delta;
    }

    private static Object view(XmlNode node) {
        return switch (node) {
            case XmlNode.Text text -> Map.of("text", delta(text.runs()));
            case XmlNode.Element element -> Map.of("name", element.name(), "attrs", element.attributes(), "children",
                    element.content().stream().map(Histories::view).toList());
        };
    }
}
