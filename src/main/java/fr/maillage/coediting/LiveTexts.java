package fr.maillage.coediting;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.PersonId;
import fr.maillage.base.Roundtrip;
import fr.maillage.base.Today;
import fr.maillage.coediting.Connection.Right;
import fr.maillage.coediting.TextStore.Known;
import fr.maillage.coediting.yjs.SharedDocument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What features do with live texts. Whoever acts is asked for the right each time, but for {@link #create}, which the
 * feature calls while it makes the item.
 */
@Service
public class LiveTexts {

    private final TextStore store;
    private final Rooms rooms;
    private final Rights rights;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final Today today;
    private final ApplicationEventPublisher events;
    private final Roundtrip roundtrip;

    LiveTexts(TextStore store, Rooms rooms, Rights rights, AccessPolicy policy, CurrentViewer viewer, Today today,
            ApplicationEventPublisher events, Roundtrip roundtrip) {
        this.events = events;
        this.roundtrip = roundtrip;
        this.store = store;
        this.rooms = rooms;
        this.rights = rights;
        this.policy = policy;
        this.viewer = viewer;
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
        long client = Room.newClient();
        byte[] state = document.edit(client, edit -> edit.replaceXml(Trees.ROOT, Trees.tree(initial)));
        store.insert(id, ref, state, initial, client, author, today.now());
        events.publishEvent(new LiveTextOpened(ref, id));
        return id;
    }

    /** The live text of a field; none for whoever may not read it. */
    @Transactional(readOnly = true)
    public Optional<LiveTextId> find(LiveTextRef ref) {
        if (rights.of(viewer.get(), ref) == Right.NONE) {
            return Optional.empty();
        }
        // A page that shows one text of an item shows them all.
        Map<String, LiveTextId> texts = roundtrip.once(new TextsOf(ref.item()), () -> store.ofItem(ref.item()));
        return Optional.ofNullable(texts.get(ref.field()));
    }

    private record TextsOf(ItemRef item) {}

    /** Which texts these are; without those that whoever acts may not read. */
    @Transactional(readOnly = true)
    public Map<LiveTextId, LiveTextRef> readable(Collection<LiveTextId> texts) {
        Map<LiveTextId, LiveTextRef> readable = new LinkedHashMap<>();
        texts.stream().flatMap(text -> store.find(text).stream()).filter(known -> rights.of(viewer.get(), known.ref()) != Right.NONE)
                .forEach(known -> readable.put(known.id(), known.ref()));
        return readable;
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

    static RichText document(List<byte[]> updates) {
        return Trees.document(SharedDocument.of(updates).read().xml(Trees.ROOT));
    }

    private Known known(LiveTextRef ref) {
        return store.find(ref).orElseThrow(NotVisible::new);
    }

    /** Replaces the whole content by a change like any other; for imports and commands, not for editors. */
    @Transactional
    public void replace(LiveTextRef ref, RichText content) {
        policy.require(Operation.EDIT_LIVE, Subject.of(ref.item()));
        rooms.change(known(ref), viewer.person(), edit -> edit.replaceXml(Trees.ROOT, Trees.tree(content)));
    }
}
