package fr.maillage.coediting.yjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes from outside are taken or refused, in bounded time and memory; nothing else ever happens. */
@Timeout(300)
class HostileBytesTest {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Random random = new Random(7);

    private static List<byte[]> sampleUpdates() {
        List<byte[]> updates = new ArrayList<>();
        SharedDocument document = new SharedDocument();
        updates.add(document.edit(11, edit -> edit.replaceXml("default", List.of(
                new XmlNode.Element("heading", Map.of("level", 2L, "wide", true, "ratio", 1.5),
                        List.of(new XmlNode.Text(List.of(new TextRun("Réunir"),
                                new TextRun(" les mairies", Map.of("bold", Map.of())))))),
                new XmlNode.Element("image", Map.of("sizes", List.of(1L, "deux", List.of())), List.of())))));
        updates.add(document.edit(22, edit -> edit.insertText("text", 0, "un deux trois \uD83D\uDE00 quatre")));
        updates.add(document.edit(33, edit -> edit.deleteText("text", 3, 5)));
        updates.add(document.edit(11, edit -> edit.insertText("text", 4, "encore")));
        updates.add(document.edit(44, edit -> edit.replaceXml("default", List.of())));
        updates.add(document.encode());
        return updates;
    }

    @Test
    void changedAndCutBytesAreTakenOrRefused() {
        List<byte[]> updates = sampleUpdates();
        int refused = 0;
        int taken = 0;
        for (int i = 0; i < 150_000; i++) {
            SharedDocument document = SharedDocument.of(updates.subList(0, random.nextInt(5)));
            byte[] bytes = damaged(updates.get(random.nextInt(updates.size())));
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                document.apply(bytes);
                document.read().xml("default");
                document.read().runs("text");
                SharedDocument.of(List.of(document.encode()));
                taken++;
            } catch (MalformedUpdate expected) {
                refused++;
            }
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).as("memory for %s bytes", bytes.length)
                    .isLessThan(4_000_000);
        }
        assertThat(refused).isGreaterThan(10_000);
        assertThat(taken).isGreaterThan(1_000);
    }

    private byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length + 3));
            case 1 -> {
                int at = random.nextInt(damaged.length);
                byte[] longer = new byte[damaged.length + 7];
                System.arraycopy(damaged, 0, longer, 0, at);
                Arrays.fill(longer, at, at + 6, (byte) 0xFF);
                longer[at + 6] = (byte) random.nextInt(128);
                System.arraycopy(damaged, at, longer, at + 7, damaged.length - at);
                damaged = longer;
            }
            default -> { }
        }
        for (int left = random.nextInt(4); left > 0 && damaged.length > 0; left--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    @Test
    void randomBytesAreRefusedAsUpdatesAndVectors() {
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            for (Runnable act : List.<Runnable>of(() -> new SharedDocument().apply(bytes),
                    () -> StateVector.decode(bytes), () -> Update.merge(List.of(bytes, bytes)))) {
                try {
                    act.run();
                } catch (MalformedUpdate expected) {
                    assertThat(expected.getMessage()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void lengthsBeyondWhatIsThereAreRefusedWithoutAllocating() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        ByteWriter text = header(1).unsignedByte(4).varUint(1).string("text").varUint(1L << 50);
        assertThatThrownBy(() -> Update.decode(text.toBytes())).isInstanceOf(MalformedUpdate.class);
        ByteWriter many = new ByteWriter().varUint(1).varUint(1L << 52).varUint(1).varUint(0);
        assertThatThrownBy(() -> Update.decode(many.toBytes())).isInstanceOf(MalformedUpdate.class);
        ByteWriter values = header(1).unsignedByte(8).varUint(1).string("text").varUint(1L << 40).unsignedByte(126);
        assertThatThrownBy(() -> Update.decode(values.toBytes())).isInstanceOf(MalformedUpdate.class);
        ByteWriter forgotten = header(1).unsignedByte(0).varUint(1L << 40).varUint(0);
        assertThatThrownBy(() -> Update.decode(forgotten.toBytes())).isInstanceOf(MalformedUpdate.class);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    @Test
    void deepNestingIsRefused() {
        int depth = 100_000;
        ByteWriter types = header(depth).unsignedByte(7).varUint(1).string("default").varUint(3).string("p");
        for (int clock = 1; clock < depth; clock++) {
            types.unsignedByte(7).varUint(0).varUint(9).varUint(clock - 1L).varUint(3).string("p");
        }
        assertThatThrownBy(() -> new SharedDocument().apply(types.varUint(0).toBytes()))
                .isInstanceOf(MalformedUpdate.class);

        ByteWriter lists = header(1).unsignedByte(8).varUint(1).string("text").varUint(1);
        for (int i = 0; i < depth; i++) {
            lists.unsignedByte(117).varUint(1);
        }
        assertThatThrownBy(() -> Update.decode(lists.unsignedByte(126).varUint(0).toBytes()))
                .isInstanceOf(MalformedUpdate.class);

        ByteWriter json = header(1).unsignedByte(5).varUint(1).string("text").string("[".repeat(depth));
        assertThatThrownBy(() -> Update.decode(json.varUint(0).toBytes())).isInstanceOf(MalformedUpdate.class);
    }

    @Test
    void structsThatWaitForOneAnotherAreSeen() {
        ByteWriter circle = new ByteWriter().varUint(2);
        for (int client = 1; client <= 2; client++) {
            circle.varUint(1).varUint(client).varUint(0).unsignedByte(4 | 0x80).varUint(3 - client).varUint(0).string("x");
        }
        SharedDocument document = new SharedDocument();
        document.apply(circle.varUint(0).toBytes());
        assertThat(document.isWaiting()).isTrue();
        assertThat(document.read().text("text")).isEmpty();
    }

    @Test
    void manyAtOnePlaceOrManyCutsEndInTime() {
        SharedDocument conflicts = new SharedDocument();
        int clients = 60_000;
        ByteWriter crowd = new ByteWriter().varUint(clients);
        for (int client = 0; client < clients; client++) {
            crowd.varUint(1).varUint(client).varUint(0).unsignedByte(4).varUint(1).string("text").string("x");
        }
        try {
            conflicts.apply(crowd.varUint(0).toBytes());
        } catch (MalformedUpdate patienceIsOver) {
            assertThat(patienceIsOver).hasMessageContaining("too long");
        }
        SharedDocument cut = new SharedDocument();
        int length = 2_000_000;
        cut.edit(1, edit -> edit.insertText("text", 0, "y".repeat(length)));
        int cuts = 200_000;
        ByteWriter knife = new ByteWriter().varUint(1).varUint(cuts).varUint(2).varUint(0);
        for (int i = 0; i < cuts; i++) {
            knife.unsignedByte(4 | 0x80).varUint(1).varUint(length - 2L - 2L * i).string("x");
        }
        assertThatThrownBy(() -> cut.apply(knife.varUint(0).toBytes())).isInstanceOf(MalformedUpdate.class)
                .hasMessageContaining("too long");
    }

    @Test
    void valuesThatNoBrowserReadsAreRefused() {
        for (String json : List.of("{", "", "undefined", "nul", "{\"a\":}", "1 2", "'x'")) {
            ByteWriter format = header(1).unsignedByte(6).varUint(1).string("text").string("bold").string(json).varUint(0);
            assertThatThrownBy(() -> Update.decode(format.toBytes())).as(json).isInstanceOf(MalformedUpdate.class);
        }
        ByteWriter invalid = header(1).unsignedByte(4).varUint(1).string("text")
                .bytes("é".getBytes(StandardCharsets.ISO_8859_1)).varUint(0);
        assertThatThrownBy(() -> Update.decode(invalid.toBytes())).isInstanceOf(MalformedUpdate.class);
    }

    private static ByteWriter header(int structs) {
        return new ByteWriter().varUint(1).varUint(structs).varUint(9).varUint(0);
    }
}
