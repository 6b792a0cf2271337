package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Points from a text at a person or at an item. It is all that a text holds of them: what they are called is asked for
 * whoever reads ({@link References}), since not everybody who reads the text may know.
 *
 * @param kind {@link #PERSON}, or the name of the kind of the item
 */
public record Reference(String kind, UUID id) {

    /** The node of the editor. */
    public static final String NODE = "reference";
    public static final String PERSON = "person";

    /** What a text refers to beyond that is told to nobody. */
    public static final int MOST = 300;

    /** Of the node of a document; none when it is not one, or somebody made it by hand. */
    public static Optional<Reference> of(Element element) {
        if (element.type().equals(NODE) && element.attributes().get("kind") instanceof String kind
                && element.attributes().get("id") instanceof String id) {
            try {
                return Optional.of(new Reference(kind, UUID.fromString(id)));
            } catch (IllegalArgumentException byHand) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** As {@link #toString} writes it; none for anything else. */
    public static Optional<Reference> parse(String key) {
        int colon = key.indexOf(':');
        try {
            return colon < 1 ? Optional.empty()
                    : Optional.of(new Reference(key.substring(0, colon), UUID.fromString(key.substring(colon + 1))));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** What a document refers to, in its order, each once; the first {@value #MOST}. */
    public static Set<Reference> in(RichText text) {
        Set<Reference> found = new LinkedHashSet<>();
        collect(text.content(), found);
        return found;
    }

    private static void collect(List<Node> nodes, Set<Reference> found) {
        for (Node node : nodes) {
            if (node instanceof Element element && found.size() < MOST) {
                of(element).ifPresent(found::add);
                collect(element.content(), found);
            }
        }
    }

    /** The node of a document. */
    public Element toNode() {
        return new Element(NODE, java.util.Map.of("kind", kind, "id", id.toString()), List.of());
    }

    public boolean isPerson() {
        return kind.equals(PERSON);
    }

    public PersonId person() {
        return new PersonId(id);
    }

    /** Stands for it where words are kept that everybody reads who reads the text: in lists, in what is searched. */
    static String sign(Element element) {
        return PERSON.equals(element.attributes().get("kind")) ? "@…" : "#…";
    }

    @Override
    public String toString() {
        return kind + ':' + id;
    }
}
