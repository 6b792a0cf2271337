package fr.maillage.coediting;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.Checks;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.coediting.Connection.Right;
import fr.maillage.coediting.TextStore.Known;
import fr.maillage.coediting.yjs.SharedDocument;
import fr.maillage.coediting.yjs.XmlNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What features do with live texts. Whoever acts is asked for the right each time, but for {@link #create}, which the
 * feature calls while it makes the item.
 */
@Service
public class LiveTexts {

    /** One page of the history. */
    public static final int VERSIONS_PER_PAGE = 50;

    private static final int LONGEST_LABEL = 120;
    private static final long PATIENCE_SECONDS = 10;

    private final TextStore store;
    private final VersionStore versions;
    private final Rooms rooms;
    private final Rights rights;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final Today today;

    LiveTexts(TextStore store, VersionStore versions, Rooms rooms, Rights rights, AccessPolicy policy,
            CurrentViewer viewer, AuditLog audit, Today today) {
        this.store = store;
        this.versions = versions;
        this.rooms = rooms;
        this.rights = rights;
        this.policy = policy;
        this.viewer = viewer;
        this.audit = audit;
        this.today = today;
    }

    /**
     * Makes the live text of a field, with its first content, in the transaction that makes the item. There is no other
     * way in: a text is never “filled when empty” afterwards. Nothing happens when it exists already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LiveTextId create(LiveTextRef ref, RichText initial) {
        return make(ref, initial, viewer.person());
    }

    /**
     * The same for what somebody wrote before there was a live text: it goes on being theirs, whoever opens it first.
     * The item must be locked, by a statement that comes before any other read of the transaction.
     *
     * @throws NotVisible when the item is not meant for whoever acts
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LiveTextId create(LiveTextRef ref, RichText initial, PersonId author) {
        policy.require(Operation.VIEW, Subject.of(ref.item()));
        return make(ref, initial, author);
    }

    private LiveTextId make(LiveTextRef ref, RichText initial, PersonId author) {
        Optional<Known> present = store.find(ref);
        if (present.isPresent()) {
            return present.get().id();
        }
        LiveTextId id = LiveTextId.next();
        SharedDocument document = new SharedDocument();
        byte[] state = document.edit(Room.newClient(), edit -> edit.replaceXml(Trees.ROOT, Trees.tree(initial)));
        store.insert(id, ref, state, initial, author, today.now());
        return id;
    }

    /** The live text of a field; none for whoever may not read it. */
    @Transactional(readOnly = true)
    public Optional<LiveTextId> find(LiveTextRef ref) {
        return rights.of(viewer.get(), ref) == Right.NONE ? Optional.empty() : store.find(ref).map(Known::id);
    }

    /** Whether whoever acts may write in it, as the connection will be asked. */
    @Transactional(readOnly = true)
    public boolean mayWrite(LiveTextRef ref) {
        return rights.of(viewer.get(), ref) == Right.WRITE;
    }

    /**
     * The words alone, one line for each block.
     *
     * @throws NotVisible when there is none, or it is not meant for whoever acts
     */
    @Transactional(readOnly = true)
    public String text(LiveTextRef ref) {
        return read(ref).plainText();
    }

    /**
     * The document as the editor shows it, with everything committed so far.
     *
     * @throws NotVisible when there is none, or it is not meant for whoever acts
     */
    @Transactional(readOnly = true)
    public RichText read(LiveTextRef ref) {
        if (rights.of(viewer.get(), ref) == Right.NONE) {
            throw new NotVisible();
        }
        return document(store.load(known(ref).id()).updates());
    }

    private static RichText document(List<byte[]> updates) {
        return Trees.document(SharedDocument.of(updates).read().xml(Trees.ROOT));
    }

    private Known known(LiveTextRef ref) {
        return store.find(ref).orElseThrow(NotVisible::new);
    }

    /**
     * The history, newest first.
     *
     * @param before the last version of the page before, or null for the first page
     * @throws NotVisible                    when there is none
     * @throws fr.maillage.access.Refused    when they may not see its history
     */
    @Transactional(readOnly = true)
    public List<LiveTextVersion> versions(LiveTextRef ref, @Nullable UUID before) {
        policy.require(Operation.SEE_HISTORY, Subject.of(ref.item()));
        return versions.page(known(ref).id(), before, VERSIONS_PER_PAGE);
    }

    /** The document of a version. */
    @Transactional(readOnly = true)
    public RichText version(LiveTextRef ref, UUID version) {
        policy.require(Operation.SEE_HISTORY, Subject.of(ref.item()));
        return document(List.of(state(ref, version)));
    }

    private byte[] state(LiveTextRef ref, UUID version) {
        return versions.state(known(ref).id(), version).orElseThrow(NotVisible::new);
    }

    /**
     * Keeps the text as it is now under a name.
     *
     * @throws fr.maillage.base.InvalidInput on the field {@code label}: empty, or longer than 120 characters
     */
    @Transactional
    public LiveTextVersion keep(LiveTextRef ref, String label) {
        policy.require(Operation.EDIT_LIVE, Subject.of(ref.item()));
        String name = Checks.required("label", label, LONGEST_LABEL);
        return versions.keep(known(ref).id(), name, viewer.person(), today.now()).orElseThrow();
    }

    /**
     * Makes the text what it was in a version, by a change like any other: those who write at the same moment lose
     * nothing of what they type, and what is replaced stays in the history.
     */
    @Transactional
    public void restore(LiveTextRef ref, UUID version) {
        policy.require(Operation.RESTORE_VERSION, Subject.of(ref.item()));
        Known known = known(ref);
        List<XmlNode> then = SharedDocument.of(List.of(state(ref, version))).read().xml(Trees.ROOT);
        versions.keep(known.id(), null, viewer.person(), today.now());
        change(known, then);
        audit.record(Operation.RESTORE_VERSION, ref.item().kind().name(), ref.item().id(), null,
                ref.field() + " restored to version " + version);
    }

    /** Replaces the whole content by a change like any other; for imports and commands, not for editors. */
    @Transactional
    public void replace(LiveTextRef ref, RichText content) {
        policy.require(Operation.EDIT_LIVE, Subject.of(ref.item()));
        change(known(ref), Trees.tree(content));
    }

    private void change(Known known, List<XmlNode> content) {
        try {
            rooms.room(known).edit(edit -> edit.replaceXml(Trees.ROOT, content)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("The text could not be changed", failed);
        }
    }
}
