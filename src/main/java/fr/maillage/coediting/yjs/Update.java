package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes as they travel and are stored: structs of some clients, each client's in a row, and a set of deleted positions.
 * Read completely and checked before any document sees it. Goes into one document once: its structs become part of it.
 */
public final class Update {

    /** The structs of one client, by clock; how many were taken already. */
    static final class Block {

        final long client;
        final List<Struct> structs;
        int taken;

        Block(long client, List<Struct> structs) {
            this.client = client;
            this.structs = structs;
        }

        boolean isUsedUp() {
            return taken == structs.size();
        }

        Struct take() {
            return structs.get(taken++);
        }
    }

    /** Without content: changes nothing. */
    private static final byte[] EMPTY = {0, 0};

    /** By client, the largest first: of two that conflict the larger is placed last, so this order moves least. */
    final Map<Long, Block> blocks = new TreeMap<>(Comparator.reverseOrder());
    final ClockRanges deleted;

    private Update(ClockRanges deleted) {
        this.deleted = deleted;
    }

    static Update of(Collection<? extends Struct> structs, ClockRanges deleted) {
        Update update = new Update(deleted);
        structs.stream().sorted(Comparator.comparingInt((Struct struct) -> struct.clock)).forEach(struct -> update.blocks
                .computeIfAbsent(struct.client, client -> new Block(client, new ArrayList<>())).structs.add(struct));
        return update;
    }

    public static byte[] empty() {
        return EMPTY.clone();
    }

    /**
     * Reads an update and checks all of it.
     *
     * @throws MalformedUpdate when the bytes are not an update
     */
    public static Update decode(byte[] bytes) {
        return decode(new ByteReader(bytes));
    }

    /** The same from what follows in a message. */
    public static Update decode(ByteReader in) {
        Map<Long, Block> blocks = new TreeMap<>();
        for (long clients = in.varUint(); clients > 0; clients--) {
            long structs = in.varUint();
            long client = in.varUint();
            int clock = in.clock();
            Block block = new Block(client, new ArrayList<>());
            if (blocks.put(client, block) != null) {
                throw new MalformedUpdate("a client twice");
            }
            for (long left = structs; left > 0; left--) {
                Struct struct = struct(client, clock, in);
                block.structs.add(struct);
                clock = struct.end();
            }
        }
        Update update = new Update(ClockRanges.read(in));
        if (in.hasMore()) {
            throw new MalformedUpdate("more than an update");
        }
        blocks.values().removeIf(block -> block.structs.isEmpty());
        update.blocks.putAll(blocks);
        return update;
    }

    private static Struct struct(long client, int clock, ByteReader in) {
        int info = in.unsignedByte();
        if (info == Skip.CODE) {
            return new Skip(client, clock, in.clock());
        }
        return (info & 0x1F) == 0 ? new Gc(client, clock, in.clock()) : Item.read(info, client, clock, in);
    }

    /** Whether it changes nothing anywhere. */
    public boolean isEmpty() {
        return blocks.isEmpty() && deleted.isEmpty();
    }

    /** The clients of whom it carries something that a document does not have. */
    public List<Long> newClients(SharedDocument document) {
        return blocks.values().stream().filter(block -> block.structs.getLast().end() > document.state(block.client))
                .map(block -> block.client).toList();
    }

    byte[] encode() {
        ByteWriter out = new ByteWriter();
        out.varUint(blocks.size());
        for (Block block : blocks.values()) {
            out.varUint(block.structs.size()).varUint(block.client).varUint(block.structs.getFirst().clock);
            block.structs.forEach(struct -> struct.write(out, 0));
        }
        deleted.normalize();
        deleted.write(out);
        return out.toBytes();
    }

    /**
     * One update that says what all of these say, without a document: duplicates are left out, gaps are kept as gaps.
     *
     * @throws MalformedUpdate when one of them is not an update
     */
    public static byte[] merge(List<byte[]> updates) {
        List<Struct> structs = new ArrayList<>();
        ClockRanges deleted = new ClockRanges();
        for (byte[] bytes : updates) {
            Update update = decode(bytes);
            update.blocks.values().forEach(block -> structs.addAll(block.structs));
            deleted.addAll(update.deleted);
        }
        structs.removeIf(Skip.class::isInstance);
        Update merged = of(structs, deleted);
        merged.blocks.replaceAll((client, block) -> new Block(client, withoutOverlaps(block.structs)));
        return merged.encode();
    }

    private static List<Struct> withoutOverlaps(List<Struct> sorted) {
        List<Struct> row = new ArrayList<>(sorted.size());
        int end = sorted.getFirst().clock;
        for (Struct struct : sorted) {
            if (struct.clock > end) {
                row.add(new Skip(struct.client, end, struct.clock - end));
            }
            if (struct.end() <= end && !row.isEmpty()) {
                continue;
            }
            if (struct.clock < end) {
                struct.dropHead(end - struct.clock);
            }
            row.add(struct);
            end = struct.end();
        }
        return row;
    }
}
