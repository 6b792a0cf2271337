package fr.maillage.coediting;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Mark;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.RichText.Text;
import fr.maillage.coediting.TextStore.Known;
import fr.maillage.coediting.yjs.SharedDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Ties what is said elsewhere to words of a live text. The tie is a mark on the words, put there by the server, so that
 * those who may comment and not write can make one; it moves with the words, is copied and brought back with them, and
 * is lost when they are gone.
 */
@Service
public class TextAnchors {

    /** The mark; its {@value #IDS} are what is tied to the words, apart by spaces. */
    public static final String MARK = "comment";
    /** The attribute of the mark. */
    public static final String IDS = "ids";

    private static final int MOST_ON_ONE_WORD = 20;

    private final TextStore store;
    private final Rooms rooms;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;

    TextAnchors(TextStore store, Rooms rooms, AccessPolicy policy, CurrentViewer viewer) {
        this.viewer = viewer;
        this.store = store;
        this.rooms = rooms;
        this.policy = policy;
    }

    /**
     * The words of a range as they are now; empty when they are gone.
     *
     * @throws NotVisible when there is no such text for whoever acts
     */
    public String words(LiveTextRef ref, TextRange range) {
        policy.require(Operation.COMMENT, Subject.of(ref.item()));
        SharedDocument document = SharedDocument.of(store.load(known(ref).id()).updates());
        AtomicReference<String> words = new AtomicReference<>("");
        document.edit(Room.newClient(), edit -> words.set(edit.mark(Trees.ROOT, range.first(), range.last(), MARK,
                value -> value)));
        return words.get().strip();
    }

    /**
     * Ties something to words.
     *
     * @return whether the words were still there
     */
    public boolean tie(LiveTextRef ref, TextRange range, UUID what) {
        policy.require(Operation.COMMENT, Subject.of(ref.item()));
        AtomicReference<String> words = new AtomicReference<>("");
        // Whoever comments has written nothing.
        rooms.change(known(ref), null, edit -> words.set(edit.mark(Trees.ROOT, range.first(), range.last(),
                MARK, value -> Map.of(IDS, with(value, what)))));
        return !words.get().isEmpty();
    }

    private static String with(@Nullable Object value, UUID what) {
        List<String> ids = new ArrayList<>(value instanceof Map<?, ?> attributes
                && attributes.get(IDS) instanceof String present ? List.of(present.split(" ")) : List.of());
        if (ids.size() < MOST_ON_ONE_WORD && !ids.contains(what.toString())) {
            ids.add(what.toString());
        }
        return String.join(" ", ids);
    }

    /**
     * The words of a range, if somebody may propose others for them: they stand within one paragraph, with no reference
     * among them; empty otherwise.
     *
     * @throws NotVisible when there is no such text for whoever acts
     */
    public String proposable(LiveTextRef ref, TextRange range) {
        policy.require(Operation.COMMENT, Subject.of(ref.item()));
        UUID trial = UUID.randomUUID();
        SharedDocument document = SharedDocument.of(store.load(known(ref).id()).updates());
        AtomicReference<String> words = new AtomicReference<>("");
        document.edit(Room.newClient(), edit -> {
            edit.mark(Trees.ROOT, range.first(), range.last(), MARK, value -> Map.of(IDS, with(value, trial)));
            words.set(edit.marked(Trees.ROOT, MARK, holds(trial)).orElse(""));
        });
        return words.get();
    }

    /**
     * Puts other words in the place of those something is tied to, in the name of whoever acts; nothing is changed when
     * they are not what they were.
     *
     * @return whether they were
     */
    public boolean replace(LiveTextRef ref, UUID what, String words, String instead) {
        policy.require(Operation.EDIT_LIVE, Subject.of(ref.item()));
        AtomicBoolean done = new AtomicBoolean();
        rooms.change(known(ref), viewer.person(),
                edit -> done.set(edit.replaceMarked(Trees.ROOT, MARK, holds(what), words, instead)));
        return done.get();
    }

    private static Predicate<@Nullable Object> holds(UUID what) {
        return value -> value instanceof Map<?, ?> attributes && attributes.get(IDS) instanceof String ids
                && List.of(ids.split(" ")).contains(what.toString());
    }

    /** What is tied to words of a text that are there; nothing where it has not been opened. */
    public Set<UUID> present(LiveTextRef ref) {
        policy.require(Operation.VIEW, Subject.of(ref.item()));
        Set<UUID> ids = new HashSet<>();
        store.find(ref).ifPresent(known ->
                find(LiveTexts.document(store.load(known.id()).updates()).content(), ids));
        return ids;
    }

    private static void find(List<Node> nodes, Set<UUID> ids) {
        for (Node node : nodes) {
            switch (node) {
                case Text text -> text.marks().stream().filter(mark -> mark.type().equals(MARK))
                        .map(Mark::attributes).map(attributes -> attributes.get(IDS)).filter(String.class::isInstance)
                        .flatMap(all -> List.of(((String) all).split(" ")).stream()).forEach(id -> {
                            try {
                                ids.add(UUID.fromString(id));
                            } catch (IllegalArgumentException foreign) {
                                // Somebody wrote a mark of their own: it ties nothing.
                            }
                        });
                case Element element -> find(element.content(), ids);
            }
        }
    }

    private Known known(LiveTextRef ref) {
        return store.find(ref).orElseThrow(NotVisible::new);
    }
}
