package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The words under a format, where they stand in one text with nothing else among them.
 *
 * @param text  the text they stand in
 * @param items what holds them, in order; at least one
 */
record MarkedWords(SharedType text, List<Item> items) {

    /** Those under a tree; none when there are none, or they stand in several places. */
    static Optional<MarkedWords> in(SharedType tree, String key, Predicate<@Nullable Object> value) {
        List<MarkedWords> found = new ArrayList<>();
        boolean together = tree(tree, key, value, found);
        return together && found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean tree(SharedType parent, String key, Predicate<@Nullable Object> value, List<MarkedWords> found) {
        boolean together = true;
        for (Item item = parent.start; item != null; item = item.right) {
            if (item.content instanceof Content.Nested(SharedType nested) && !item.deleted) {
                together &= nested.kind == SharedType.Kind.XML_TEXT ? text(nested, key, value, found)
                        : tree(nested, key, value, found);
            }
        }
        return together;
    }

    /** @return whether nothing stands among them */
    private static boolean text(SharedType text, String key, Predicate<@Nullable Object> value, List<MarkedWords> found) {
        Map<String, @Nullable Object> formats = new TreeMap<>();
        List<Item> items = new ArrayList<>();
        boolean over = false;
        boolean together = true;
        for (Item item = text.start; item != null; item = item.right) {
            if (!item.deleted && item.content instanceof Content.Format format) {
                Reading.apply(format, formats);
            } else if (item.counts()) {
                boolean marked = value.test(formats.get(key));
                together &= !marked || (!over && item.content instanceof Content.Text);
                over |= !marked && !items.isEmpty();
                if (marked) {
                    items.add(item);
                }
            }
        }
        if (!items.isEmpty()) {
            found.add(new MarkedWords(text, items));
        }
        return together;
    }

    String words() {
        StringBuilder words = new StringBuilder();
        items.forEach(item -> words.append(item.content instanceof Content.Text(String part) ? part : ""));
        return words.toString();
    }
}
