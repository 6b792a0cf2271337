package fr.maillage.coediting.yjs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content with its place: after {@code origin} and before {@code rightOrigin}, as its author saw them, in a list, or
 * under a key. Its neighbours {@code left} and {@code right} are the place it really got among what others put there.
 */
final class Item extends Struct {

    private static final int ORIGIN = 0x80;
    private static final int RIGHT_ORIGIN = 0x40;
    private static final int KEY = 0x20;
    private static final int CONTENT = 0x1F;
    /** The clock of an origin that is not there. */
    static final int NONE = -1;

    /** What an update says of the type an item belongs to, until the item is part of a document. */
    sealed interface Home {

        record Root(String name) implements Home {}

        record Inside(long client, int clock) implements Home {}
    }

    long originClient;
    int originClock = NONE;
    long rightOriginClient;
    int rightOriginClock = NONE;
    @Nullable Home home;
    @Nullable String key;
    Content content;

    @Nullable SharedType parent;
    @Nullable Item left;
    @Nullable Item right;
    boolean deleted;

    Item(long client, int clock, Content content) {
        super(client, clock, content.length());
        this.content = content;
    }

    @Override
    boolean isDeleted() {
        return deleted;
    }

    boolean hasOrigin() {
        return originClock != NONE;
    }

    boolean hasRightOrigin() {
        return rightOriginClock != NONE;
    }

    void originIs(long client, int clock) {
        originClient = client;
        originClock = clock;
    }

    void rightOriginIs(long client, int clock) {
        rightOriginClient = client;
        rightOriginClock = clock;
    }

    boolean sameOrigin(Item other) {
        return originClock == other.originClock && (originClock == NONE || originClient == other.originClient);
    }

    boolean sameRightOrigin(Item other) {
        return rightOriginClock == other.rightOriginClock
                && (rightOriginClock == NONE || rightOriginClient == other.rightOriginClient);
    }

    /** Whether it is there for whoever counts positions. */
    boolean counts() {
        return !deleted && content.countable();
    }

    /** Cuts this item of a document in two; returns the new second part. The caller puts it into the list of structs. */
    Item split(int at) {
        Item second = new Item(client, clock + at, content.tail(at));
        second.originIs(client, clock + at - 1);
        second.rightOriginIs(rightOriginClient, rightOriginClock);
        second.parent = parent;
        second.key = key;
        second.deleted = deleted;
        second.left = this;
        second.right = right;
        if (right != null) {
            right.left = second;
        } else if (key != null && parent != null) {
            parent.put(key, second);
        }
        right = second;
        content = content.head(at);
        length = at;
        return second;
    }

    /** Whether the two are one run in every respect and may be one item. */
    boolean joins(Item next) {
        return right == next && deleted == next.deleted && next.originClock == end() - 1 && next.originClient == client
                && sameRightOrigin(next) && content.joins(next.content);
    }

    @Override
    void dropHead(int skipped) {
        if (skipped == 0) {
            return;
        }
        content = content.tail(skipped);
        clock += skipped;
        length -= skipped;
        originIs(client, clock - 1);
    }

    @Override
    void write(ByteWriter out, int skipped) {
        boolean origin = skipped > 0 || hasOrigin();
        boolean rightOrigin = hasRightOrigin();
        out.unsignedByte(content.code() | (origin ? ORIGIN : 0) | (rightOrigin ? RIGHT_ORIGIN : 0)
                | (key != null ? KEY : 0));
        if (skipped > 0) {
            out.varUint(client).varUint(clock + skipped - 1L);
        } else if (origin) {
            out.varUint(originClient).varUint(originClock);
        }
        if (rightOrigin) {
            out.varUint(rightOriginClient).varUint(rightOriginClock);
        }
        if (!origin && !rightOrigin) {
            writeHome(out);
            if (key != null) {
                out.string(key);
            }
        }
        content.write(out, skipped);
    }

    private void writeHome(ByteWriter out) {
        switch (parent == null ? home : parent.home()) {
            case Home.Root(String name) -> out.varUint(1).string(name);
            case Home.Inside(long inClient, int inClock) -> out.varUint(0).varUint(inClient).varUint(inClock);
            case null -> throw new IllegalStateException("An item without a home");
        }
    }

    /** Reads an item whose info byte was just read. */
    static Item read(int info, long client, int clock, ByteReader in) {
        long originClient = 0;
        int originClock = NONE;
        long rightClient = 0;
        int rightClock = NONE;
        if ((info & ORIGIN) != 0) {
            originClient = in.varUint();
            originClock = in.clock();
        }
        if ((info & RIGHT_ORIGIN) != 0) {
            rightClient = in.varUint();
            rightClock = in.clock();
        }
        Home home = null;
        String key = null;
        if ((info & (ORIGIN | RIGHT_ORIGIN)) == 0) {
            home = in.varUint() == 1 ? new Home.Root(in.string()) : new Home.Inside(in.varUint(), in.clock());
            key = (info & KEY) != 0 ? in.string() : null;
        }
        Item item = new Item(client, clock, Content.read(info & CONTENT, in));
        item.originIs(originClient, originClock);
        item.rightOriginIs(rightClient, rightClock);
        item.home = home;
        item.key = key;
        // Nobody builds on what they have not done yet.
        if (originClient == client && originClock >= clock || rightClient == client && rightClock >= clock
                || home instanceof Home.Inside(long inClient, int inClock) && inClient == client && inClock >= clock) {
            throw new MalformedUpdate("refers to its own future");
        }
        return item;
    }

    /** The contents of a run of items that join, as one. */
    static Content joined(List<Item> run) {
        return switch (run.getFirst().content) {
            case Content.Forgotten _ ->
                new Content.Forgotten(run.stream().mapToInt(item -> item.length).sum());
            case Content.Text _ -> {
                StringBuilder text = new StringBuilder();
                run.forEach(item -> text.append(((Content.Text) item.content).text()));
                yield new Content.Text(text.toString());
            }
            case Content.Any _ -> new Content.Any(run.stream()
                    .flatMap(item -> ((Content.Any) item.content).values().stream()).toList());
            case Content.Json _ -> new Content.Json(run.stream()
                    .flatMap(item -> ((Content.Json) item.content).values().stream()).toList());
            default -> throw new IllegalStateException("does not join");
        };
    }
}
