package fr.maillage.coediting;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.Checks;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.coediting.TextStore.Known;
import fr.maillage.coediting.yjs.Authorship;
import fr.maillage.coediting.yjs.Reading;
import fr.maillage.coediting.yjs.SharedDocument;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a live text was, who wrote it, and how it becomes again what it was. Whoever acts is asked for
 * {@link Operation#SEE_HISTORY}, and for {@link Operation#RESTORE_VERSION} to bring something back: a version may hold
 * words that were taken out before the item was shown to more people.
 *
 * <p>Not transactional as a whole: what is kept or restored begins with what others have committed by then.
 */
@Service
public class TextHistory {

    /** One page of the history. */
    public static final int VERSIONS_PER_PAGE = 50;

    /** The mark that says who wrote a piece of text. */
    public static final String WRITTEN_BY = Reading.AUTHOR;

    private static final int LONGEST_LABEL = 120;

    private final TextStore store;
    private final VersionStore versions;
    private final Rooms rooms;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final Today today;

    TextHistory(TextStore store, VersionStore versions, Rooms rooms, AccessPolicy policy, CurrentViewer viewer,
            AuditLog audit, Today today) {
        this.store = store;
        this.versions = versions;
        this.rooms = rooms;
        this.policy = policy;
        this.viewer = viewer;
        this.audit = audit;
        this.today = today;
    }

    /**
     * Which text that is.
     *
     * @throws NotVisible                 when there is none, or its item is not meant for whoever acts
     * @throws fr.maillage.access.Refused when they may not see its history
     */
    public LiveTextRef ref(LiveTextId text) {
        LiveTextRef ref = store.find(text).orElseThrow(NotVisible::new).ref();
        policy.require(Operation.SEE_HISTORY, Subject.of(ref.item()));
        return ref;
    }

    /** The texts of an item, by the names of their fields. */
    public Map<String, LiveTextId> texts(ItemRef item) {
        policy.require(Operation.SEE_HISTORY, Subject.of(item));
        return store.ofItem(item);
    }

    /** Whether whoever acts may bring versions of this text back. */
    public boolean mayRestore(LiveTextRef ref) {
        return policy.may(Operation.RESTORE_VERSION, Subject.of(ref.item()));
    }

    /**
     * The history, newest first, at most {@value #VERSIONS_PER_PAGE}.
     *
     * @param before the last version of the page before, or null for the first page
     */
    public List<LiveTextVersion> versions(LiveTextRef ref, @Nullable UUID before) {
        policy.require(Operation.SEE_HISTORY, Subject.of(ref.item()));
        return versions.page(known(ref).id(), before, VERSIONS_PER_PAGE);
    }

    /**
     * One version, and after it the one that came before, if there is one.
     *
     * @throws NotVisible when it is no version of this text
     */
    public List<LiveTextVersion> withPrevious(LiveTextRef ref, UUID version) {
        policy.require(Operation.SEE_HISTORY, Subject.of(ref.item()));
        List<LiveTextVersion> found = versions.upTo(known(ref).id(), version);
        if (found.isEmpty() || !found.getFirst().id().equals(version)) {
            throw new NotVisible();
        }
        return found;
    }

    /** The document of a version, or as it is now for null. */
    public RichText read(LiveTextRef ref, @Nullable UUID version) {
        policy.require(Operation.SEE_HISTORY, Subject.of(ref.item()));
        return LiveTexts.document(version == null ? store.load(known(ref).id()).updates()
                : List.of(state(ref, version)));
    }

    /**
     * The document as it is now, each piece of it marked {@value #WRITTEN_BY}, whose {@code by} is the person who wrote
     * it; without one where nobody is known. Who put something back by restoring a version counts as having written it.
     */
    public RichText written(LiveTextRef ref) {
        policy.require(Operation.SEE_HISTORY, Subject.of(ref.item()));
        Known known = known(ref);
        Writers writers = new Writers(store.writers(known.id()));
        return Trees.document(SharedDocument.of(store.load(known.id()).updates()).read().xml(Trees.ROOT, writers));
    }

    private record Writers(Map<Long, NavigableMap<Integer, PersonId>> byClient) implements Authorship {

        @Override
        public int together(long client, int clock, int length) {
            Integer next = byClient.getOrDefault(client, new TreeMap<>()).higherKey(clock);
            return next == null ? length : Math.min(length, next - clock);
        }

        @Override
        public @Nullable String author(long client, int clock) {
            Map.Entry<Integer, PersonId> entry = byClient.getOrDefault(client, new TreeMap<>()).floorEntry(clock);
            return entry == null ? null : entry.getValue().value().toString();
        }
    }

    /**
     * Keeps the text as it is now under a name.
     *
     * @throws fr.maillage.base.InvalidInput on the field {@code label}: empty, or longer than 120 characters
     */
    public LiveTextVersion keep(LiveTextRef ref, String label) {
        policy.require(Operation.EDIT_LIVE, Subject.of(ref.item()));
        String name = Checks.required("label", label, LONGEST_LABEL);
        Known known = known(ref);
        rooms.settle(known.id());
        return versions.keep(known.id(), name, viewer.person(), today.now(), null).orElseThrow();
    }

    /**
     * Makes the text what it was in a version, by a change like any other: those who write at the same moment lose
     * nothing of what they type, and what is replaced stays in the history.
     *
     * @return the version that holds what stood there before; restoring it undoes this
     */
    public UUID restore(LiveTextRef ref, UUID version) {
        policy.require(Operation.RESTORE_VERSION, Subject.of(ref.item()));
        Known known = known(ref);
        byte[] state = state(ref, version);
        PersonId me = viewer.person();
        rooms.settle(known.id());
        List<byte[]> stood = store.load(known.id()).updates();
        RichText before = LiveTexts.document(stood);
        AtomicReference<UUID> former = new AtomicReference<>(
                versions.keep(known.id(), stood, null, me, today.now(), null).map(LiveTextVersion::id)
                        .or(() -> versions.page(known.id(), null, 1).stream().map(LiveTextVersion::id).findFirst())
                        .orElseThrow());
        rooms.change(known, me, edit -> {
            List<byte[]> goes = List.of(edit.encode());
            if (!LiveTexts.document(goes).equals(before)) {
                // Somebody wrote meanwhile: their words go as well, and are kept before they do.
                versions.keep(known.id(), goes, null, me, today.now(), null).map(LiveTextVersion::id)
                        .ifPresent(former::set);
            }
            edit.replaceXml(Trees.ROOT, SharedDocument.of(List.of(state)).read().xml(Trees.ROOT));
        });
        rooms.settle(known.id());
        versions.keep(known.id(), null, me, today.now(), version);
        audit.record(Operation.RESTORE_VERSION, ref.item().kind().name(), ref.item().id(), null,
                ref.field() + " restored to version " + version);
        return former.get();
    }

    private byte[] state(LiveTextRef ref, UUID version) {
        return versions.state(known(ref).id(), version).orElseThrow(NotVisible::new);
    }

    private Known known(LiveTextRef ref) {
        return store.find(ref).orElseThrow(NotVisible::new);
    }

    /** The text of a field, if it has become one and whoever acts may see what it was. */
    public Optional<LiveTextId> find(LiveTextRef ref) {
        return policy.may(Operation.SEE_HISTORY, Subject.of(ref.item())) ? store.find(ref).map(Known::id)
                : Optional.empty();
    }
}
