package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A Yjs document. Updates may come in any order and more than once; whoever has seen the same ones has the same document.
 * Not safe for use by several threads at once.
 *
 * <p>What is deleted is forgotten at the end of the change that deleted it: only its place, or the fact that it was
 * there, is kept.
 */
public final class SharedDocument {

    final Map<Long, StructList> clients = new HashMap<>();
    final Map<String, SharedType> roots = new HashMap<>();
    /** Structs that build on others which have not arrived, and deletions of what has not arrived. */
    private final List<Struct> waiting = new ArrayList<>();
    private ClockRanges waitingDeletions = new ClockRanges();

    /** A document made of these updates, in any order; for states that were checked when they were stored. */
    public static SharedDocument of(List<byte[]> updates) {
        SharedDocument document = new SharedDocument();
        Change change = new Change(Long.MAX_VALUE);
        for (byte[] bytes : updates) {
            document.bringIn(Update.decode(bytes), change);
        }
        new Tidying(document, change).run();
        return document;
    }

    /**
     * Brings in an update. What builds on something that has not arrived waits until it has.
     *
     * @return what was new in it, as an update for others; empty when nothing was
     * @throws MalformedUpdate when the update contradicts the document or takes too long; the document is unusable then
     */
    public byte[] apply(Update update) {
        Change change = new Change(Change.PATIENCE);
        bringIn(update, change);
        new Tidying(this, change).run();
        return encode(change);
    }

    /** Begins a change made of several updates and edits, which are tidied and encoded as one. */
    public Batch begin() {
        return new Batch();
    }

    /** Several updates and edits as one change. Nothing else may touch the document until it is finished. */
    public final class Batch {

        private final Change change = new Change(Change.PATIENCE);
        private final List<Stranded> stranded = new ArrayList<>();

        private Batch() {}

        /**
         * Brings in an update, if all it builds on is here.
         *
         * @return whether it was
         * @throws MalformedUpdate as {@link SharedDocument#apply(Update)}
         */
        public boolean add(Update update) {
            if (!hasAllFor(update)) {
                return false;
            }
            // What was waiting before is no fault of whoever sends this.
            boolean waited = isWaiting();
            int before = waiting.size();
            change.listen();
            bringIn(update, change);
            if (waiting.size() > before || !waited && isWaiting()) {
                throw new MalformedUpdate("structs wait for one another");
            }
            stranded.addAll(Stranded.among(change.heard(), update.deleted, change));
            return true;
        }

        /**
         * Brings in an update that others have taken already; what builds on something that is not here waits until it
         * is. Of words without a place it tells those that come for one that went here, not those that are here and lose
         * theirs: where that was taken away, they come too.
         *
         * @throws MalformedUpdate as {@link SharedDocument#apply(Update)}
         */
        public void follow(Update update) {
            change.listen();
            bringIn(update, change);
            List<Item> came = change.heard().stream()
                    .filter(item -> item.clock >= change.before.getOrDefault(item.client, Integer.MAX_VALUE)).toList();
            stranded.addAll(Stranded.among(came, update.deleted, change));
        }

        /**
         * Words of which no update said that they were to go, and that went because what held them did: somebody wrote
         * them where somebody else, who had not seen them, took everything away. Told once.
         */
        public List<Stranded> stranded() {
            List<Stranded> told = List.copyOf(stranded);
            stranded.clear();
            return told;
        }

        public void edit(long client, Consumer<Editing> edit) {
            edit.accept(new Editing(SharedDocument.this, change, client));
        }

        /** Ends the change; returns it as an update for others, empty when nothing was new. */
        public byte[] finish() {
            new Tidying(SharedDocument.this, change).run();
            return encode(change);
        }
    }

    /** The same for an encoded update. */
    public byte[] apply(byte[] update) {
        return apply(Update.decode(update));
    }

    /**
     * Makes a change of one's own.
     *
     * @param client a number no other author uses; 32 random bits are what browsers take
     * @return the change as an update for others
     */
    public byte[] edit(long client, Consumer<Editing> edit) {
        Change change = new Change(Long.MAX_VALUE);
        edit.accept(new Editing(this, change, client));
        new Tidying(this, change).run();
        return encode(change);
    }

    private void bringIn(Update update, Change change) {
        try {
            waiting.addAll(new Integration(this, change).place(update));
            if (change.isListening()) {
                // Words first: what goes with its holder afterwards is named by nobody.
                delete(update.deleted, false, change);
            }
            waitingDeletions.addAll(delete(update.deleted, true, change));
            retryWaiting(change);
        } catch (IndexOutOfBoundsException | NullPointerException | ClassCastException | IllegalStateException broken) {
            // No known bytes lead here; if some do, they are refused like any others.
            throw new MalformedUpdate("contradicts the document");
        }
    }

    private void retryWaiting(Change change) {
        int before = Integer.MAX_VALUE;
        while (!waiting.isEmpty() && waiting.size() < before) {
            before = waiting.size();
            Update again = Update.of(waiting, new ClockRanges());
            waiting.clear();
            waiting.addAll(new Integration(this, change).place(again));
        }
        if (!waitingDeletions.isEmpty()) {
            waitingDeletions = delete(waitingDeletions, true, change);
        }
    }

    /** Whether something waits for changes that have not arrived. */
    public boolean isWaiting() {
        return !waiting.isEmpty() || !waitingDeletions.isEmpty();
    }

    /** Whether everything this update builds on is here, or in the update itself. */
    public boolean hasAllFor(Update update) {
        return new Dependencies(this, update).areHere();
    }

    /** Deletes positions, those that hold others only on request; returns those that are not here yet. */
    private ClockRanges delete(ClockRanges ranges, boolean holders, Change change) {
        ClockRanges missing = new ClockRanges();
        ranges.byClient.forEach((client, list) -> {
            StructList structs = clients.get(client);
            int state = structs == null ? 0 : structs.state();
            for (ClockRanges.Range range : list) {
                if (range.end() > state) {
                    int from = Math.max(state, range.clock());
                    missing.add(client, from, range.end() - from);
                }
                if (structs != null && range.clock() < state) {
                    delete(structs, range.clock(), Math.min(state, range.end()), holders, change);
                }
            }
        });
        return missing;
    }

    private void delete(StructList structs, int from, int to, boolean holders, Change change) {
        for (int i = structs.indexOf(from); i < structs.size() && structs.get(i).clock < to; i++) {
            if (structs.get(i) instanceof Item item && !item.deleted
                    && (holders || !(item.content instanceof Content.Nested))) {
                if (item.clock < from) {
                    split(structs, i, from - item.clock, change);
                    continue;
                }
                if (item.end() > to) {
                    split(structs, i, to - item.clock, change);
                }
                delete(item, change);
            }
        }
    }

    /** Marks an item as deleted, with all that is in it. */
    void delete(Item item, Change change) {
        if (item.deleted) {
            return;
        }
        item.deleted = true;
        change.deleted.add(item.client, item.clock, item.length);
        if (item.content instanceof Content.Nested(SharedType type)) {
            for (Item child = type.start; child != null; child = child.right) {
                change.goes(child);
                delete(child, change);
            }
            type.byKey().values().forEach(child -> delete(child, change));
        }
    }

    Item split(StructList structs, int index, int at, Change change) {
        Item first = (Item) structs.get(index);
        // Characters and list entries that have to be moved, sixteen at a step.
        change.steps((first.length + structs.size() - index) / 16);
        Item second = first.split(at);
        structs.insert(index + 1, second);
        change.cut.put(second, true);
        return second;
    }

    /** The clock a client will use next, 0 for one that wrote nothing. */
    public int state(long client) {
        StructList structs = clients.get(client);
        return structs == null ? 0 : structs.state();
    }

    Struct find(long client, int clock) {
        StructList structs = clients.get(client);
        if (structs == null) {
            throw new MalformedUpdate("refers to what does not exist");
        }
        return structs.get(structs.indexOf(clock));
    }

    /** Appends a struct to what is known of its client. */
    void add(Struct struct, Change change) {
        StructList structs = clients.computeIfAbsent(struct.client, any -> new StructList());
        change.before.putIfAbsent(struct.client, structs.state());
        structs.add(struct);
    }

    SharedType root(String name) {
        return roots.computeIfAbsent(name, SharedType::root);
    }

    /** What is known, for others to tell what is missing. */
    public StateVector stateVector() {
        Map<Long, Integer> clocks = new HashMap<>();
        clients.forEach((client, structs) -> clocks.put(client, structs.state()));
        return new StateVector(clocks);
    }

    /** The whole document as one update. */
    public byte[] encode() {
        return encodeSince(StateVector.empty());
    }

    /** What somebody who knows only that much lacks, and everything that was ever deleted. */
    public byte[] encodeSince(StateVector known) {
        Map<Long, Integer> from = new HashMap<>();
        clients.forEach((client, structs) -> {
            if (structs.state() > known.clock(client)) {
                from.put(client, known.clock(client));
            }
        });
        ClockRanges deleted = new ClockRanges();
        clients.forEach((client, structs) -> {
            for (int i = 0; i < structs.size(); i++) {
                Struct struct = structs.get(i);
                if (struct.isDeleted()) {
                    deleted.add(client, struct.clock, struct.length);
                }
            }
        });
        return encode(from, deleted);
    }

    private byte[] encode(Change change) {
        if (change.isEmpty()) {
            return Update.empty();
        }
        change.deleted.normalize();
        return encode(change.before, change.deleted);
    }

    private byte[] encode(Map<Long, Integer> from, ClockRanges deleted) {
        ByteWriter out = new ByteWriter(256);
        List<Long> ids = new ArrayList<>(from.keySet());
        ids.sort(Collections.reverseOrder());
        out.varUint(ids.size());
        for (long client : ids) {
            StructList structs = clients.get(client);
            int clock = from.get(client);
            int first = structs.indexOf(clock);
            out.varUint(structs.size() - first).varUint(client).varUint(clock);
            structs.get(first).write(out, clock - structs.get(first).clock);
            for (int i = first + 1; i < structs.size(); i++) {
                structs.get(i).write(out, 0);
            }
        }
        deleted.write(out);
        return out.toBytes();
    }

    /** How many structs there are: what memory and loading grow with. */
    public int size() {
        return clients.values().stream().mapToInt(StructList::size).sum();
    }

    /** Reads a root as one kind of thing or another. */
    public Reading read() {
        return new Reading(this);
    }
}
