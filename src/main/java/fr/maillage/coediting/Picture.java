package fr.maillage.coediting;

import fr.maillage.coediting.RichText.Element;
import java.util.Optional;
import java.util.UUID;

/**
 * A picture in a text: one of the item’s own files. The text holds which file and what it shows; the bytes come from
 * where files are, with the rights of whoever reads.
 *
 * @param alt what it shows, in words; empty for one that only decorates
 */
public record Picture(UUID file, String alt) {

    /** The node of the editor. */
    public static final String NODE = "picture";

    /** Longest description. */
    public static final int LONGEST_ALT = 300;

    /** Of the node of a document; none when somebody made it by hand. */
    public static Optional<Picture> of(Element element) {
        if (element.type().equals(NODE) && element.attributes().get("id") instanceof String file) {
            try {
                return Optional.of(new Picture(UUID.fromString(file), alt(element)));
            } catch (IllegalArgumentException byHand) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    static String alt(Element element) {
        return element.attributes().get("alt") instanceof String alt ? alt : "";
    }
}
