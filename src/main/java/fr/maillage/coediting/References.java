package fr.maillage.coediting;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.ItemDirectory;
import fr.maillage.access.ItemDirectory.Card;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Lists;
import fr.maillage.access.Operation;
import fr.maillage.access.PeopleLookup;
import fr.maillage.access.Spaces;
import fr.maillage.access.Subject;
import fr.maillage.base.FullText;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What references in texts are called, for whoever reads: people whose card they may see, items they may see. What they
 * may not see is told apart from what never was by nothing. All of a text is answered at once, in a number of queries
 * that does not grow with its references.
 */
@Service
@Transactional(readOnly = true)
public class References {

    /** What a reference is to a reader. */
    public enum State {
        SHOWN,
        /** An item that was put away; they may still see it. */
        PUT_AWAY,
        /** Not for them, or not there. */
        RESERVED
    }

    /**
     * A reference as a reader sees it.
     *
     * @param icon  the Lucide name of the picture of its kind
     * @param label what it is called; empty when it is reserved
     * @param path  where an item opens, from the root of the site, without a leading slash; empty for a person, whose card is
     *              a screen of its own, and when it is reserved
     */
    public record Shown(Reference reference, State state, String icon, String label, String path) {

        /** What stands for whatever a reader is not told of. */
        public static Shown reserved(Reference reference) {
            return new Shown(reference, State.RESERVED, "lock", "", "");
        }
    }

    /** Something one may refer to; {@code detail} tells those of one name apart. */
    public record Suggestion(Shown shown, String detail) {}

    /** The longest list of suggestions. */
    public static final int MOST_SUGGESTIONS = 8;

    private static final int CANDIDATES = 200;
    private static final int RECENT = 60;

    private final AccessPolicy policy;
    private final AccessScopes scopes;
    private final Lists lists;
    private final PeopleLookup people;
    private final TextMentions mentions;
    private final Spaces spaces;
    private final Map<String, ItemDirectory> directories;

    References(AccessPolicy policy, AccessScopes scopes, Lists lists, PeopleLookup people, TextMentions mentions,
            Spaces spaces, List<ItemDirectory> directories) {
        this.policy = policy;
        this.scopes = scopes;
        this.lists = lists;
        this.people = people;
        this.mentions = mentions;
        this.spaces = spaces;
        this.directories = directories.stream()
                .collect(Collectors.toMap(directory -> directory.kind().name(), directory -> directory));
    }

    /** All that a text refers to, for whoever acts. */
    public Map<Reference, Shown> in(RichText text) {
        return shown(Reference.in(text));
    }

    /** The first {@value Reference#MOST} of these, for whoever acts. */
    public Map<Reference, Shown> shown(Collection<Reference> references) {
        List<Reference> asked = references.stream().distinct().limit(Reference.MOST).toList();
        Map<Reference, Shown> shown = new LinkedHashMap<>();
        asked.forEach(reference -> shown.put(reference, Shown.reserved(reference)));
        people(asked.stream().filter(Reference::isPerson).toList(), shown);
        items(asked.stream().filter(reference -> !reference.isPerson()).toList(), shown);
        return shown;
    }

    private void people(List<Reference> asked, Map<Reference, Shown> shown) {
        Set<PersonId> seen = policy.cards(asked.stream().map(Reference::person).toList());
        Map<UUID, String> names = seen.isEmpty() ? Map.of()
                : people.names(seen.stream().<AudienceScope>map(AudienceScope.Person::new).toList());
        for (Reference reference : asked) {
            String name = seen.contains(reference.person()) ? names.get(reference.id()) : null;
            if (name != null) {
                shown.put(reference, person(reference.person(), name));
            }
        }
    }

    private static Shown person(PersonId person, String name) {
        return new Shown(new Reference(Reference.PERSON, person.value()), State.SHOWN, "user", name, "");
    }

    private void items(List<Reference> asked, Map<Reference, Shown> shown) {
        Map<UUID, Boolean> archived = lists.archived(asked.stream().map(Reference::id).toList());
        Map<String, Set<UUID>> byKind = new HashMap<>();
        asked.stream().filter(reference -> archived.containsKey(reference.id())).forEach(reference ->
                byKind.computeIfAbsent(reference.kind(), kind -> new HashSet<>()).add(reference.id()));
        byKind.forEach((kind, ids) -> cards(kind, ids).forEach((id, card) -> shown.put(new Reference(kind, id),
                item(card, archived.get(id) ? State.PUT_AWAY : State.SHOWN))));
    }

    private Shown item(Card card, State state) {
        String kind = card.ref().kind().name();
        return new Shown(new Reference(kind, card.ref().id()), state, directories.get(kind).icon(), card.title(),
                card.path());
    }

    /** Of identifiers that the access module let through. */
    private Map<UUID, Card> cards(String kind, Collection<UUID> ids) {
        ItemDirectory directory = directories.get(kind);
        return directory == null ? Map.of() : directory.cards(ids);
    }

    /**
     * The people one may name in a text.
     *
     * @throws fr.maillage.access.NotVisible when the text’s item is not meant for whoever acts
     * @throws fr.maillage.access.Refused    when they may not write in it
     */
    public List<Suggestion> people(LiveTextRef text, String typed) {
        policy.require(Operation.EDIT_LIVE, Subject.of(text.item()));
        return mentions.find(text.item(), typed).stream().limit(MOST_SUGGESTIONS)
                .map(found -> new Suggestion(person(found.person(), found.name()), found.detail())).toList();
    }

    /**
     * The items one may refer to in a text: by words of their title, those of one’s own spaces first; with nothing to look
     * for yet, what moved last there.
     *
     * @throws fr.maillage.access.NotVisible when the text’s item is not meant for whoever acts
     * @throws fr.maillage.access.Refused    when they may not write in it
     */
    public List<Suggestion> items(LiveTextRef text, String typed) {
        policy.require(Operation.EDIT_LIVE, Subject.of(text.item()));
        String words = FullText.allWords(typed);
        List<Card> found = words.isEmpty() ? recent() : titled(words);
        String folded = Texts.fold(typed);
        return found.stream().filter(card -> !card.ref().id().equals(text.item().id()))
                .filter(card -> place(card, folded) < FAR || !words.isEmpty())
                .sorted(Comparator.comparingInt(card -> place(card, folded))).limit(MOST_SUGGESTIONS)
                .map(card -> new Suggestion(item(card, State.SHOWN),
                        spaces.find(card.owner()).map(Spaces.Space::shortName).orElse(""))).toList();
    }

    private static final int FAR = 2;

    /** Titles that begin with what was typed come first, then those with a word that does. */
    private static int place(Card card, String folded) {
        String title = Texts.fold(card.title());
        return title.startsWith(folded) ? 0 : (' ' + title).contains(' ' + folded) ? 1 : FAR;
    }

    private List<Card> titled(String words) {
        Set<SpaceId> near = Set.copyOf(scopes.current().spaces());
        Map<UUID, String> candidates = new LinkedHashMap<>();
        directories.forEach((kind, directory) ->
                directory.find(words, near, CANDIDATES).forEach(id -> candidates.put(id, kind)));
        return inOrder(lists.visible(candidates.keySet()), candidates);
    }

    private List<Card> recent() {
        Set<SpaceId> mine = Set.copyOf(scopes.current().spaces());
        Set<ItemKind> kinds = directories.values().stream().map(ItemDirectory::kind).collect(Collectors.toSet());
        Map<UUID, String> moved = new LinkedHashMap<>();
        if (!mine.isEmpty()) {
            lists.moved(mine, kinds, RECENT).stream().map(Lists.Moved::ref)
                    .forEach((ItemRef ref) -> moved.put(ref.id(), ref.kind().name()));
        }
        return inOrder(List.copyOf(moved.keySet()), moved);
    }

    private List<Card> inOrder(List<UUID> visible, Map<UUID, String> kinds) {
        Map<String, Set<UUID>> byKind = new HashMap<>();
        visible.forEach(id -> byKind.computeIfAbsent(kinds.get(id), kind -> new HashSet<>()).add(id));
        Map<UUID, Card> cards = new HashMap<>();
        byKind.forEach((kind, ids) -> cards.putAll(cards(kind, ids)));
        List<Card> ordered = new ArrayList<>();
        visible.stream().filter(cards::containsKey).map(cards::get).forEach(ordered::add);
        return ordered;
    }
}
