package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts a format on a stretch of the texts of a tree, which may begin in one text and end in another; other formats and
 * the words stay as they are.
 */
final class Marking {

    /** A stretch of items under one value of the format. */
    private record Segment(Item first, Item last, @Nullable Object value) {}

    private final Editing edit;
    private final Place from;
    private final Place to;
    private final String key;
    private final UnaryOperator<@Nullable Object> change;
    private final StringBuilder words = new StringBuilder();
    private boolean inside;
    private boolean over;

    Marking(Editing edit, Place from, Place to, String key, UnaryOperator<@Nullable Object> change) {
        this.edit = edit;
        this.from = from;
        this.to = to;
        this.key = key;
        this.change = change;
    }

    /** @return the words that are marked now; empty when the stretch is not there any more */
    String run(SharedType parent) {
        tree(parent);
        return words.toString();
    }

    private void tree(SharedType parent) {
        for (Item item = parent.start; item != null && !over; item = item.right) {
            if (item.content instanceof Content.Nested(SharedType nested) && !item.deleted) {
                if (nested.kind == SharedType.Kind.XML_TEXT) {
                    text(nested);
                } else {
                    tree(nested);
                }
            }
        }
    }

    private void text(SharedType text) {
        List<Segment> segments = new ArrayList<>();
        Map<String, @Nullable Object> formats = new TreeMap<>();
        Item first = null;
        Item last = null;
        for (Item item = text.start; item != null && !over; item = item.right) {
            if (!inside && from.isIn(item)) {
                int at = Editing.whole(item.content, from.clock() - item.clock, false);
                if (at > 0) {
                    edit.cut(item, at);
                    continue;
                }
                inside = true;
            }
            if (inside && to.isIn(item)) {
                int at = Editing.whole(item.content, to.clock() + 1 - item.clock, true);
                if (at < item.length) {
                    edit.cut(item, at);
                }
                over = true;
            }
            if (!item.deleted && item.content instanceof Content.Format format) {
                if (format.key().equals(key) && first != null) {
                    segments.add(new Segment(first, last, formats.get(key)));
                    first = null;
                }
                Reading.apply(format, formats);
            } else if (inside && item.counts()) {
                first = first == null ? item : first;
                last = item;
                words.append(item.content instanceof Content.Text(String part) ? part : " ");
            }
        }
        if (first != null) {
            segments.add(new Segment(first, last, formats.get(key)));
        }
        segments.forEach(segment -> mark(text, segment));
        if (inside && !over && !words.isEmpty()) {
            words.append(' ');
        }
    }

    private void mark(SharedType text, Segment segment) {
        edit.insert(text, segment.first.left, new Content.Format(key, Values.toJson(change.apply(segment.value))));
        edit.insert(text, segment.last, new Content.Format(key, Values.toJson(segment.value)));
    }
}
