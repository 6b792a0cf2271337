package fr.maillage.coediting.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.internal.JacksonUtils;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.Reference;
import fr.maillage.coediting.References;
import fr.maillage.coediting.References.Shown;
import fr.maillage.coediting.References.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the editor of one text asks about references: what they are called, and what one may refer to. */
record TextReferences(References references, LiveTextRef ref) {

    /** The sign before the name of a person; before anything else it is “#”. */
    private static final String PEOPLE = "@";

    /** @param keys references, apart by spaces */
    ArrayNode resolve(String keys) {
        ArrayNode answers = JacksonUtils.createArrayNode();
        List<Reference> asked = Arrays.stream(keys.split(" ")).limit(Reference.MOST).map(Reference::parse)
                .flatMap(Optional::stream).toList();
        references.shown(asked).values().forEach(shown -> answers.add(json(shown)));
        return answers;
    }

    ArrayNode suggest(String sign, String typed) {
        ArrayNode answers = JacksonUtils.createArrayNode();
        try {
            List<Suggestion> found = sign.equals(PEOPLE) ? references.people(ref, typed) : references.items(ref, typed);
            found.forEach(suggestion -> answers.add(json(suggestion.shown()).put("detail", detail(suggestion))));
        } catch (NotVisible | Refused ended) {
            // The right ended while they typed: the text itself says so.
            return answers;
        }
        return answers;
    }

    private static String detail(Suggestion suggestion) {
        Reference reference = suggestion.shown().reference();
        return reference.isPerson() ? suggestion.detail()
                : I18NProvider.translate(reference.kind() + ".one") + " · " + suggestion.detail();
    }

    private static ObjectNode json(Shown shown) {
        return JacksonUtils.createObjectNode().put("key", shown.reference().toString())
                .put("state", shown.state().name().toLowerCase(Locale.ROOT)).put("icon", shown.icon())
                .put("label", TextParts.words(shown)).put("path", TextParts.path(shown));
    }
}
