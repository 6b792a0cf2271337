package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the structs of an update their place in a document: after everything they build on, and among what others put at
 * the same place in an order that depends on nothing but the structs themselves (YATA, as Yjs refined it).
 */
final class Integration {

    private final SharedDocument document;
    private final Change change;
    private final List<Struct> waiting = new ArrayList<>();

    Integration(SharedDocument document, Change change) {
        this.document = document;
        this.change = change;
    }

    /** Places what can be placed; returns what builds on something that is not here. */
    List<Struct> place(Update update) {
        // Those that wait for another struct of the same update, the one waited for last on top.
        List<Struct> stack = new ArrayList<>();
        for (Update.Block block : List.copyOf(update.blocks.values())) {
            while (!block.isUsedUp()) {
                Struct next = block.take();
                while (next != null) {
                    next = step(next, update, stack);
                }
            }
        }
        return waiting;
    }

    /** Places one struct if possible; returns the one to look at next, or null when none is pressing. */
    private @Nullable Struct step(Struct struct, Update update, List<Struct> stack) {
        if (!(struct instanceof Skip)) {
            int offset = document.state(struct.client) - struct.clock;
            if (offset < 0) {
                stack.add(struct);
                setAside(stack, update);
                return null;
            }
            if (offset < struct.length) {
                long missing = struct instanceof Item item ? missing(item) : -1;
                if (missing >= 0) {
                    stack.add(struct);
                    Update.Block other = update.blocks.get(missing);
                    if (other == null || other.isUsedUp()) {
                        setAside(stack, update);
                        return null;
                    }
                    return other.take();
                }
                place(struct, offset);
            }
        }
        return stack.isEmpty() ? null : stack.removeLast();
    }

    /** Nothing on the stack can be placed now, nor what comes after it from the same clients. */
    private void setAside(List<Struct> stack, Update update) {
        for (Struct struct : stack) {
            waiting.add(struct);
            Update.Block block = update.blocks.get(struct.client);
            if (block != null) {
                while (!block.isUsedUp()) {
                    Struct later = block.take();
                    if (!(later instanceof Skip)) {
                        waiting.add(later);
                    }
                }
            }
        }
        stack.clear();
    }

    /** A client of whom something is not here yet that this item builds on, or −1. */
    private long missing(Item item) {
        if (item.hasOrigin() && item.originClient != item.client
                && item.originClock >= document.state(item.originClient)) {
            return item.originClient;
        }
        if (item.hasRightOrigin() && item.rightOriginClient != item.client
                && item.rightOriginClock >= document.state(item.rightOriginClient)) {
            return item.rightOriginClient;
        }
        if (item.home instanceof Item.Home.Inside(long client, int clock) && client != item.client
                && clock >= document.state(client)) {
            return client;
        }
        return -1;
    }

    private void place(Struct struct, int offset) {
        if (!(struct instanceof Item item)) {
            struct.dropHead(offset);
            document.add(struct, change);
            return;
        }
        Struct left = item.hasOrigin() ? endingAt(item.originClient, item.originClock) : null;
        Struct right = item.hasRightOrigin() ? startingAt(item.rightOriginClient, item.rightOriginClock) : null;
        boolean forgotten = left instanceof Gc || right instanceof Gc;
        if (!forgotten) {
            forgotten = !findParent(item, (Item) left, (Item) right);
        }
        if (offset > 0) {
            left = endingAt(item.client, item.clock + offset - 1);
            item.dropHead(offset);
            forgotten |= left instanceof Gc;
        }
        if (forgotten) {
            change.goes(item);
            document.add(new Gc(item.client, item.clock, item.length), change);
            return;
        }
        item.left = (Item) left;
        item.right = (Item) right;
        insert(item);
    }

    /** Finds the type an item belongs to; false when that type is forgotten. */
    private boolean findParent(Item item, @Nullable Item left, @Nullable Item right) {
        switch (item.home) {
            case Item.Home.Root(String name) -> item.parent = document.root(name);
            case Item.Home.Inside(long client, int clock) ->
                item.parent = document.find(client, clock) instanceof Item holder
                        && holder.content instanceof Content.Nested(SharedType type) ? type : null;
            case null -> {
                Item neighbour = left != null ? left : right;
                if (neighbour == null) {
                    throw new MalformedUpdate("an item without a place");
                }
                item.parent = neighbour.parent;
                item.key = neighbour.key;
            }
        }
        if (item.parent == null) {
            return false;
        }
        item.home = null;
        return true;
    }

    /** Puts an item whose parent, left and right neighbours by its author's view are known where it belongs. */
    void insert(Item item) {
        SharedType parent = item.parent;
        if ((item.left == null && (item.right == null || item.right.left != null))
                || (item.left != null && item.left.right != item.right)) {
            item.left = leftAmongConflicting(item, parent);
        }
        link(item, parent);
        document.add(item, change);
        switch (item.content) {
            case Content.Nested(SharedType type) -> {
                type.item = item;
                type.depth = parent.depth + 1;
                if (type.depth > SharedType.DEEPEST) {
                    throw new MalformedUpdate("nested too deeply");
                }
            }
            case Content.Forgotten _ -> {
                item.deleted = true;
                change.deleted.add(item.client, item.clock, item.length);
            }
            default -> { }
        }
        if (parent.item != null && parent.item.deleted || item.key != null && item.right != null) {
            change.goes(item);
            document.delete(item, change);
        }
    }

    /** Connects an item with its left neighbour, or as the first, and what follows. */
    private void link(Item item, SharedType parent) {
        if (item.left != null) {
            item.right = item.left.right;
            item.left.right = item;
        } else if (item.key != null) {
            item.right = first(parent, item.key);
        } else {
            item.right = parent.start;
            parent.start = item;
        }
        if (item.right != null) {
            item.right.left = item;
        } else if (item.key != null) {
            parent.put(item.key, item);
            if (item.left != null) {
                // Of the values under one key the last one counts.
                document.delete(item.left, change);
            }
        }
    }

    private static @Nullable Item first(SharedType parent, String key) {
        Item first = parent.get(key);
        while (first != null && first.left != null) {
            first = first.left;
        }
        return first;
    }

    /**
     * Others put something at the same place. Of those with the same origin the smaller client goes first; what was put
     * behind one of them stays behind it.
     */
    private @Nullable Item leftAmongConflicting(Item item, SharedType parent) {
        Item left = item.left;
        Item other = left != null ? left.right : item.key != null ? first(parent, item.key) : parent.start;
        Set<Item> beforeOrigin = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Item> conflicting = new HashSet<>();
        while (other != null && other != item.right) {
            change.step();
            beforeOrigin.add(other);
            conflicting.add(other);
            if (item.sameOrigin(other)) {
                if (other.client < item.client) {
                    left = other;
                    conflicting.clear();
                } else if (item.sameRightOrigin(other)) {
                    break;
                }
            } else if (other.hasOrigin()
                    && document.find(other.originClient, other.originClock) instanceof Item origin
                    && beforeOrigin.contains(origin)) {
                if (!conflicting.contains(origin)) {
                    left = other;
                    conflicting.clear();
                }
            } else {
                break;
            }
            other = other.right;
        }
        return left;
    }

    /** The struct that ends with this clock; cut if need be. */
    private Struct endingAt(long client, int clock) {
        StructList structs = document.clients.get(client);
        if (structs == null) {
            throw new MalformedUpdate("refers to what does not exist");
        }
        int index = structs.indexOf(clock);
        Struct struct = structs.get(index);
        if (struct instanceof Item && clock != struct.end() - 1) {
            document.split(structs, index, clock - struct.clock + 1, change);
        }
        return struct;
    }

    /** The struct that begins with this clock; cut if need be. */
    private Struct startingAt(long client, int clock) {
        StructList structs = document.clients.get(client);
        if (structs == null) {
            throw new MalformedUpdate("refers to what does not exist");
        }
        int index = structs.indexOf(clock);
        Struct struct = structs.get(index);
        return struct instanceof Item && clock != struct.clock
                ? document.split(structs, index, clock - struct.clock, change) : struct;
    }
}
