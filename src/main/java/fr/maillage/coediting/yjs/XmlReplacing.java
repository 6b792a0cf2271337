package fr.maillage.coediting.yjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree equal to another one by few changes: what is equal at both ends stays, an element of the same name becomes
 * the wanted one by changes inside it. Whoever is typing somewhere in it keeps their place, and what they type stays.
 */
final class XmlReplacing {

    private final Editing edit;

    XmlReplacing(Editing edit) {
        this.edit = edit;
    }

    static Set<String> differing(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        keys.removeIf(key -> Objects.equals(one.get(key), other.get(key)));
        return keys;
    }

    void children(SharedType parent, List<XmlNode> wanted) {
        List<Item> present = new ArrayList<>();
        for (Item item = parent.start; item != null; item = item.right) {
            if (item.counts()) {
                present.add(item);
            }
        }
        int same = 0;
        while (same < present.size() && same < wanted.size() && isEqual(present.get(same), wanted.get(same))) {
            same++;
        }
        int presentEnd = present.size();
        int wantedEnd = wanted.size();
        while (presentEnd > same && wantedEnd > same && isEqual(present.get(presentEnd - 1), wanted.get(wantedEnd - 1))) {
            presentEnd--;
            wantedEnd--;
        }
        Item left = same == 0 ? null : present.get(same - 1);
        int next = same;
        for (XmlNode node : wanted.subList(same, wantedEnd)) {
            if (next < presentEnd && isAlike(present.get(next), node)) {
                left = present.get(next++);
                become(left, node);
            } else {
                left = create(parent, left, node);
            }
        }
        present.subList(next, presentEnd).forEach(edit::delete);
    }

    private static boolean isEqual(Item item, XmlNode node) {
        return item.content instanceof Content.Nested(SharedType type) && node.equals(Reading.node(type));
    }

    private static boolean isAlike(Item item, XmlNode node) {
        return item.content instanceof Content.Nested(SharedType type) && switch (node) {
            case XmlNode.Text _ -> type.kind == SharedType.Kind.XML_TEXT;
            case XmlNode.Element element -> type.kind == SharedType.Kind.XML_ELEMENT && type.name.equals(element.name());
        };
    }

    private void become(Item item, XmlNode node) {
        SharedType type = ((Content.Nested) item.content).type();
        switch (node) {
            case XmlNode.Text text -> text(type, text.runs());
            case XmlNode.Element element -> {
                Map<String, @Nullable Object> present = ((XmlNode.Element) Objects.requireNonNull(Reading.node(type)))
                        .attributes();
                for (String key : differing(present, element.attributes())) {
                    if (element.attributes().containsKey(key)) {
                        edit.put(type, key, element.attributes().get(key));
                    } else {
                        edit.remove(type, key);
                    }
                }
                children(type, element.content());
            }
        }
    }

    Item create(SharedType parent, @Nullable Item left, XmlNode node) {
        return switch (node) {
            case XmlNode.Text text -> {
                SharedType type = SharedType.of(SharedType.Kind.XML_TEXT, "");
                Item item = edit.insert(parent, left, new Content.Nested(type));
                edit.insertRuns(type, null, text.runs(), Map.of());
                yield item;
            }
            case XmlNode.Element element -> {
                SharedType type = SharedType.of(SharedType.Kind.XML_ELEMENT, element.name());
                Item item = edit.insert(parent, left, new Content.Nested(type));
                element.attributes().forEach((key, value) -> edit.put(type, key, value));
                Item last = null;
                for (XmlNode child : element.content()) {
                    last = create(type, last, child);
                }
                yield item;
            }
        };
    }

    /** One position of a text, with its formats. */
    private record Unit(Object value, Map<String, @Nullable Object> formats) {}

    private static List<Unit> units(List<TextRun> runs) {
        List<Unit> units = new ArrayList<>();
        for (TextRun run : runs) {
            if (run.insert() instanceof String text) {
                // Whole characters: a change never begins or ends within one.
                text.codePoints().forEach(point -> units.add(new Unit(Character.toString(point), run.formats())));
            } else {
                units.add(new Unit(run.insert(), run.formats()));
            }
        }
        return units;
    }

    private void text(SharedType type, List<TextRun> wantedRuns) {
        List<Unit> present = units(Reading.runs(type));
        List<Unit> wanted = units(wantedRuns);
        int same = 0;
        while (same < present.size() && same < wanted.size() && present.get(same).equals(wanted.get(same))) {
            same++;
        }
        int presentEnd = present.size();
        int wantedEnd = wanted.size();
        while (presentEnd > same && wantedEnd > same && present.get(presentEnd - 1).equals(wanted.get(wantedEnd - 1))) {
            presentEnd--;
            wantedEnd--;
        }
        int from = length(present.subList(0, same));
        int to = from + length(present.subList(same, presentEnd));
        replace(type, from, to, runs(wanted.subList(same, wantedEnd)));
    }

    private static int length(List<Unit> units) {
        return units.stream().mapToInt(unit -> unit.value instanceof String text ? text.length() : 1).sum();
    }

    private static List<TextRun> runs(List<Unit> units) {
        List<TextRun> runs = new ArrayList<>();
        for (Unit unit : units) {
            TextRun last = runs.isEmpty() ? null : runs.getLast();
            if (unit.value instanceof String text && last != null && last.insert() instanceof String before
                    && last.formats().equals(unit.formats)) {
                runs.set(runs.size() - 1, new TextRun(before + text, last.formats()));
            } else {
                runs.add(new TextRun(unit.value, unit.formats));
            }
        }
        return runs;
    }

    /** Replaces the positions from {@code from} to {@code to}; the marks of formats among them stay. */
    private void replace(SharedType type, int from, int to, List<TextRun> runs) {
        int at = 0;
        Item left = null;
        Map<String, @Nullable Object> formats = new TreeMap<>();
        Item item = type.start;
        while (item != null && at < from) {
            if (item.counts() && at + item.length > from) {
                edit.cut(item, from - at);
            }
            at += item.counts() ? item.length : 0;
            if (!item.deleted && item.content instanceof Content.Format format) {
                Reading.apply(format, formats);
            }
            left = item;
            item = item.right;
        }
        Item inserted = edit.insertRuns(type, left, runs, formats);
        item = inserted == null ? type.start : inserted.right;
        while (item != null && at < to) {
            if (item.counts()) {
                if (at + item.length > to) {
                    edit.cut(item, to - at);
                }
                at += item.length;
                edit.delete(item);
            }
            item = item.right;
        }
    }
}
