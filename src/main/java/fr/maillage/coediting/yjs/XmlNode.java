package fr.maillage.coediting.yjs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A part of a tree of elements and texts, as {@code XmlFragment}, {@code XmlElement} and {@code XmlText} hold it. */
public sealed interface XmlNode {

    /** @param attributes values of JSON types; whole numbers are {@link Long}, others {@link Double} */
    record Element(String name, Map<String, @Nullable Object> attributes, List<XmlNode> content) implements XmlNode {

        public Element {
            attributes = Values.normal(new TreeMap<>(attributes));
            content = List.copyOf(content);
        }
    }

    record Text(List<TextRun> runs) implements XmlNode {

        public Text {
            runs = List.copyOf(runs);
        }
    }
}
