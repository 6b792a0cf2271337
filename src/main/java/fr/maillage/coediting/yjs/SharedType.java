package fr.maillage.coediting.yjs;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where items stand in a row, or under keys, or both: a text, a list, a map, an element. A root type has a name
 * and no kind of its own: it is what its readers take it for.
 */
final class SharedType {

    /** The kinds of nested types; the order is that of the format. */
    enum Kind {
        ARRAY, MAP, TEXT, XML_ELEMENT, XML_FRAGMENT, XML_HOOK, XML_TEXT;

        boolean hasName() {
            return this == XML_ELEMENT || this == XML_HOOK;
        }
    }

    private static final Kind[] KINDS = Kind.values();
    /** Types nested deeper are refused: no editor makes them, and deleting them would exhaust the stack. */
    static final int DEEPEST = 200;

    final @Nullable Kind kind;
    /** Of a root; or of an element. */
    final String name;
    /** The item that holds it; null for a root. */
    @Nullable Item item;
    @Nullable Item start;
    int depth;
    private Map<String, Item> byKey = Map.of();

    private SharedType(@Nullable Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    static SharedType root(String name) {
        return new SharedType(null, name);
    }

    static SharedType of(Kind kind, String name) {
        return new SharedType(kind, name);
    }

    static SharedType read(ByteReader in) {
        long code = in.varUint();
        if (code >= KINDS.length) {
            throw new MalformedUpdate("no kind of type: " + code);
        }
        Kind kind = KINDS[(int) code];
        return new SharedType(kind, kind.hasName() ? in.string() : "");
    }

    void writeKind(ByteWriter out) {
        if (kind == null) {
            throw new IllegalStateException("A root is not content");
        }
        out.varUint(kind.ordinal());
        if (kind.hasName()) {
            out.string(name);
        }
    }

    Item.Home home() {
        return item == null ? new Item.Home.Root(name) : new Item.Home.Inside(item.client, item.clock);
    }

    /** The last item under a key, deleted or not. */
    @Nullable Item get(String key) {
        return byKey.get(key);
    }

    void put(String key, Item last) {
        if (byKey.isEmpty()) {
            byKey = new HashMap<>();
        }
        byKey.put(key, last);
    }

    /** The last item under each key, deleted or not. */
    Map<String, Item> byKey() {
        return byKey;
    }

    void forget() {
        start = null;
        byKey = Map.of();
    }
}
