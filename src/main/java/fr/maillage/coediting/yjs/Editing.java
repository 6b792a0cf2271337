package fr.maillage.coediting.yjs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes that the server itself makes, as one more author. Positions are UTF-16 units; a character of two units is never
 * cut: a position within one means the one before it.
 */
public final class Editing {

    private static final int FAR = 200;

    private final SharedDocument document;
    private final Change change;
    private final long client;

    Editing(SharedDocument document, Change change, long client) {
        this.document = document;
        this.change = change;
        this.client = client;
    }

    /** The whole document as it stands at this moment of the change, as one update. */
    public byte[] encode() {
        return document.encode();
    }

    /** @throws IndexOutOfBoundsException when the text is shorter */
    public void insertText(String root, int index, String text) {
        if (!text.isEmpty()) {
            SharedType type = document.root(root);
            Item left = before(type, index, false);
            insert(type, left, new Content.Text(text));
        }
    }

    /** @throws IndexOutOfBoundsException when the text is shorter */
    public void deleteText(String root, int index, int length) {
        SharedType type = document.root(root);
        Item last = before(type, index + length, true);
        Item left = before(type, index, false);
        Item item = left == null ? type.start : left.right;
        boolean more = last != null && last != left;
        while (more && item != null) {
            if (item.counts()) {
                document.delete(item, change);
            }
            more = item != last;
            item = item.right;
        }
    }

    /** Makes the tree under a root equal to this one, touching as little as possible of what is there. */
    public void replaceXml(String root, List<XmlNode> content) {
        new XmlReplacing(this).children(document.root(root), content);
    }

    /**
     * Puts words into a text behind others of it.
     *
     * @return the last of the new ones; null when the others are not there any more
     */
    public @Nullable Place insertBehind(Place last, String words) {
        if (last.clock() >= document.state(last.client())
                || !(document.find(last.client(), last.clock()) instanceof Item item) || !item.counts()) {
            return null;
        }
        if (last.clock() < item.end() - 1) {
            cut(item, last.clock() + 1 - item.clock);
        }
        return new Place(client, insert(item.parent, item, new Content.Text(words)).end() - 1);
    }

    /**
     * Puts a paragraph or the like behind the part of a tree that words stood in; at the end when that is not known any
     * more.
     *
     * @param node ends with words
     * @return the last of its words
     */
    public Place insertBehind(String root, Stranded words, XmlNode node) {
        SharedType type = document.root(root);
        Item top = top(type, words.last(), 0);
        if (top == null && words.beside() != null) {
            top = top(type, words.beside(), FAR);
        }
        if (top == null) {
            top = type.start;
            while (top != null && top.right != null) {
                top = top.right;
            }
        }
        new XmlReplacing(this).create(type, top, node);
        return new Place(client, document.state(client) - 1);
    }

    /**
     * The part of a tree in which something is. What was in a part that is forgotten does not know it any more, but was
     * often written just after that part was made.
     *
     * @param far how many structs to look back at, at most
     */
    private @Nullable Item top(SharedType root, Place place, int far) {
        if (place.clock() >= document.state(place.client())) {
            return null;
        }
        StructList structs = document.clients.get(place.client());
        int from = structs.indexOf(place.clock());
        for (int i = from; i >= Math.max(0, from - far); i--) {
            Item top = structs.get(i) instanceof Item item ? item : null;
            while (top != null && top.parent != null && top.parent.item != null) {
                top = top.parent.item;
            }
            if (top != null && top.parent == root) {
                return top;
            }
        }
        return null;
    }

    /**
     * Gives a format a new value on the words from one position to another, both included, wherever they stand under a
     * root.
     *
     * @param change the new value for one that is there, null being none
     * @return the words, empty when they are not there any more
     */
    public String mark(String root, Place from, Place to, String key, UnaryOperator<@Nullable Object> change) {
        return new Marking(this, from, to, key, change).run(document.root(root));
    }

    /** The words under a format whose value is such; none when there are none, or they do not stand together in one text. */
    public Optional<String> marked(String root, String key, Predicate<@Nullable Object> value) {
        return MarkedWords.in(document.root(root), key, value).map(MarkedWords::words);
    }

    /**
     * Puts other words in the place of those under a format, if they are these and stand together; the new ones have the
     * formats of the last.
     *
     * @return whether they were
     */
    public boolean replaceMarked(String root, String key, Predicate<@Nullable Object> value, String words, String instead) {
        Optional<MarkedWords> found = MarkedWords.in(document.root(root), key, value)
                .filter(marked -> marked.words().equals(words));
        found.ifPresent(marked -> {
            if (!instead.isEmpty()) {
                insert(marked.text(), marked.items().getLast(), new Content.Text(instead));
            }
            marked.items().forEach(this::delete);
        });
        return found.isPresent();
    }

    /**
     * The item that ends where a position begins, cutting one if need be; null at the very beginning.
     *
     * @param forward whether a position within a character means the one after it
     */
    private @Nullable Item before(SharedType type, int index, boolean forward) {
        int left = index;
        Item last = null;
        for (Item item = type.start; item != null && left > 0; item = item.right) {
            last = item;
            if (item.counts()) {
                if (item.length > left) {
                    int at = whole(item.content, left, forward);
                    if (at == 0) {
                        return item.left;
                    }
                    if (at < item.length) {
                        cut(item, at);
                    }
                    return item;
                }
                left -= item.length;
            }
        }
        if (left > 0) {
            throw new IndexOutOfBoundsException(index);
        }
        return last;
    }

    static int whole(Content content, int at, boolean forward) {
        return content instanceof Content.Text(String text) && at < text.length()
                && Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))
                ? at + (forward ? 1 : -1) : at;
    }

    /** Cuts an item in two before its position {@code at}. */
    void cut(Item item, int at) {
        StructList structs = document.clients.get(item.client);
        document.split(structs, structs.indexOf(item.clock), at, change);
    }

    void delete(Item item) {
        document.delete(item, change);
    }

    /** Puts content behind an item, or at the beginning. */
    Item insert(SharedType parent, @Nullable Item left, Content content) {
        Item right = left == null ? parent.start : left.right;
        return add(parent, null, left, right, content);
    }

    /** Sets the value under a key. */
    void put(SharedType parent, String key, @Nullable Object value) {
        add(parent, key, parent.get(key), null, new Content.Any(List.of(Values.toAny(value))));
    }

    void remove(SharedType parent, String key) {
        Item item = parent.get(key);
        if (item != null) {
            document.delete(item, change);
        }
    }

    private Item add(SharedType parent, @Nullable String key, @Nullable Item left, @Nullable Item right,
            Content content) {
        Item item = new Item(client, document.state(client), content);
        item.parent = parent;
        item.key = key;
        item.left = left;
        item.right = right;
        if (left != null) {
            item.originIs(left.client, left.end() - 1);
        }
        if (right != null) {
            item.rightOriginIs(right.client, right.clock);
        }
        new Integration(document, change).insert(item);
        return item;
    }

    /** Puts pieces of text behind an item; what follows keeps the formats it had. */
    Item insertRuns(SharedType parent, @Nullable Item left, List<TextRun> runs,
            Map<String, @Nullable Object> formatsHere) {
        Item last = left;
        for (TextRun run : runs) {
            Map<String, @Nullable Object> formats = run.formats();
            for (String key : XmlReplacing.differing(formatsHere, formats)) {
                last = insert(parent, last, new Content.Format(key, Values.toJson(formats.get(key))));
            }
            last = insert(parent, last, run.insert() instanceof String text
                    ? new Content.Text(text) : new Content.Embed(Values.toJson(run.insert())));
            for (String key : XmlReplacing.differing(formatsHere, formats)) {
                last = insert(parent, last, new Content.Format(key, Values.toJson(formatsHere.get(key))));
            }
        }
        return last;
    }
}
