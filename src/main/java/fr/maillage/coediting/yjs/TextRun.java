package fr.maillage.coediting.yjs;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text under the same formats.
 *
 * @param insert  a {@link String}; or something else that stands in the text, as a JSON value or an {@link XmlNode}
 * @param formats the value of each format that is on
 */
public record TextRun(Object insert, Map<String, @Nullable Object> formats) {

    public TextRun {
        formats = Values.normal(new TreeMap<>(formats));
    }

    public TextRun(String text) {
        this(text, Map.of());
    }

    /** How many positions it takes. */
    public int length() {
        return insert instanceof String text ? text.length() : 1;
    }

    TextRun part(int from, int to) {
        return insert instanceof String text ? new TextRun(text.substring(from, to), formats) : this;
    }
}
