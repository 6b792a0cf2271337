package fr.maillage.coediting.yjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Words that are put back, with the real Yjs and its undo on the other side. */
class StrandedTest {

    private static final int CASES = 150;

    private SharedDocument document = new SharedDocument();
    private PuttingBack puttingBack = fresh();
    private long client = 1L << 31;
    private int times;

    @Test
    void whatSomebodyWritesWhereSomebodyElseTakesEverythingAwayIsThereOnceForEverybody() throws Exception {
        try (YjsPeer yjs = YjsPeer.start("stranded.mjs", String.valueOf(CASES), "20260101")) {
            for (byte[] next = yjs.receive(); !is(next, "end"); next = yjs.receive()) {
                if (is(next, "new")) {
                    document = new SharedDocument();
                    puttingBack = fresh();
                    continue;
                }
                yjs.send(is(next, "read") ? lines() : bringIn(next));
                yjs.flush();
            }
            assertThat(yjs.endedWell(30)).isTrue();
        }
        assertThat(times).as("words that lost their place").isGreaterThan(CASES / 2);
    }

    private static boolean is(byte[] frame, String word) {
        return Arrays.equals(frame, word.getBytes(StandardCharsets.US_ASCII));
    }

    /** As a room does. */
    private byte[] bringIn(byte[] update) {
        SharedDocument.Batch batch = document.begin();
        assertThat(batch.add(Update.decode(update))).isTrue();
        batch.stranded().forEach(words -> {
            times++;
            Consumer<Editing> edit = puttingBack.of(words);
            if (edit != null) {
                batch.edit(client++, edit);
            }
        });
        assertThat(batch.stranded()).as("nothing more comes of it").isEmpty();
        return batch.finish();
    }

    private static PuttingBack fresh() {
        return new PuttingBack("default", StrandedTest::paragraph);
    }

    private static XmlNode paragraph(String text) {
        return new XmlNode.Element("paragraph", Map.of(), List.of(new XmlNode.Text(List.of(new TextRun(text)))));
    }

    private byte[] lines() {
        assertThat(SharedDocument.of(List.of(document.encode())).read().xml("default")).as("read again")
                .isEqualTo(document.read().xml("default"));
        return JsonMapper.shared().writeValueAsBytes(document.read().xml("default").stream()
                .map(node -> words(((XmlNode.Element) node).content())).toList());
    }

    private static String words(List<XmlNode> content) {
        StringBuilder words = new StringBuilder();
        content.forEach(node -> ((XmlNode.Text) node).runs().forEach(run -> words.append(run.insert())));
        return words.toString();
    }
}
