package fr.maillage.discussion;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemDirectory.Card;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.PeopleLookup;
import fr.maillage.access.PeopleLookup.Found;
import fr.maillage.access.Subject;
import fr.maillage.access.Viewer;
import fr.maillage.base.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom one may name in a comment on an item: people who see the item, and whose card the writer may see. Nobody else
 * is suggested, so that the list tells nothing that the writer could not know.
 */
@Service
@Transactional(readOnly = true)
public class Mentionable {

    /** The longest list of suggestions. */
    public static final int MOST = 8;

    private static final int LOOKED_AT = 20;

    /** Somebody who may be named; {@code detail} tells namesakes apart. */
    public record Suggestion(PersonId person, String name, String detail) {}

    private final PeopleLookup people;
    private final PersonNames names;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final Directories directories;
    private final JdbcClient jdbc;

    Mentionable(PeopleLookup people, PersonNames names, AccessPolicy policy, CurrentViewer viewer,
            Directories directories, JdbcClient jdbc) {
        this.people = people;
        this.names = names;
        this.policy = policy;
        this.viewer = viewer;
        this.directories = directories;
        this.jdbc = jdbc;
    }

    /** The people of that name; for less than two letters, those who take part in the discussion. */
    public List<Suggestion> find(ItemRef item, String typed) {
        policy.require(Operation.COMMENT, Subject.of(item));
        Card card = directories.card(item).orElseThrow(NotVisible::new);
        List<Suggestion> candidates = typed.strip().length() < 2 ? participants(item)
                : people.find(typed, card.owner(), LOOKED_AT).stream()
                        .filter(found -> found.scope() instanceof AudienceScope.Person).map(Mentionable::suggestion)
                        .toList();
        PersonId me = viewer.person();
        List<Suggestion> suggestions = new ArrayList<>();
        for (Suggestion candidate : candidates) {
            PersonId person = candidate.person();
            if (suggestions.size() < MOST && !person.equals(me)
                    && policy.may(Operation.VIEW_CARD, Subject.of(person))
                    && policy.may(new Viewer.SignedIn(person, false), Operation.VIEW, Subject.of(item))) {
                suggestions.add(candidate);
            }
        }
        return suggestions;
    }

    private List<Suggestion> participants(ItemRef item) {
        List<PersonId> writers = jdbc.sql("select author from (select author, max(id) last from item_comment"
                + " where item = :item group by author order by last desc limit " + LOOKED_AT + ") x")
                .param("item", item.id()).query((row, n) -> new PersonId(row.getObject(1, UUID.class))).list();
        Map<PersonId, String> known = names.of(writers);
        return writers.stream().filter(known::containsKey)
                .map(writer -> new Suggestion(writer, known.get(writer), "")).toList();
    }

    private static Suggestion suggestion(Found found) {
        return new Suggestion(((AudienceScope.Person) found.scope()).id(), found.name(), found.detail());
    }
}
