package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import fr.maillage.coediting.LiveTextChanged.Named;
import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.yjs.Authorship;
import fr.maillage.coediting.yjs.SharedDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a document names, and who wrote their names into it. */
final class NamedPeople {

    private NamedPeople() {}

    /**
     * The people named, in the order of the text.
     *
     * @param content what the document holds
     * @param authors who wrote what each client wrote
     */
    static List<Named> in(RichText content, SharedDocument document, Map<Long, PersonId> authors) {
        if (Reference.in(content).stream().noneMatch(Reference::isPerson)) {
            return List.of();
        }
        Map<PersonId, Named> named = new LinkedHashMap<>();
        collect(Trees.document(document.read().xml(Trees.ROOT, new Clients(authors))).content(), named);
        return List.copyOf(named.values());
    }

    private static void collect(List<Node> nodes, Map<PersonId, Named> named) {
        for (Node node : nodes) {
            if (node instanceof Element element && named.size() < LiveTextChanged.MOST_NAMED) {
                Reference.of(element).filter(Reference::isPerson).map(Reference::person)
                        .ifPresent(person -> named.putIfAbsent(person, new Named(person, by(element))));
                collect(element.content(), named);
            }
        }
    }

    private static @Nullable PersonId by(Element element) {
        return element.attributes().get(TextHistory.WRITTEN_BY) instanceof String by ? new PersonId(UUID.fromString(by)) : null;
    }

    private record Clients(Map<Long, PersonId> authors) implements Authorship {

        @Override
        public int together(long client, int clock, int length) {
            return length;
        }

        @Override
        public @Nullable String author(long client, int clock) {
            PersonId author = authors.get(client);
            return author == null ? null : author.value().toString();
        }
    }
}
