package fr.maillage.coediting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What features do with live texts. Whoever acts is asked for the right each time, but for {@link #create}, which the
 * feature calls while it makes the item.
 */
public interface LiveTexts {

    /** One page of the history. */
    int VERSIONS_PER_PAGE = 50;

    /**
     * Makes the live text of a field, with its first content, in the transaction that makes the item. There is no other
     * way in: a text is never “filled when empty” afterwards. Nothing happens when it exists already.
     */
    LiveTextId create(LiveTextRef ref, RichText initial);

    /** The live text of a field, for whoever may read it. */
    Optional<LiveTextId> find(LiveTextRef ref);

    /** Whether whoever acts may write in it, as the connection will be asked. */
    boolean mayWrite(LiveTextRef ref);

    /**
     * The words alone, one line for each block.
     *
     * @throws fr.maillage.access.NotVisible when there is none, or it is not meant for whoever acts
     */
    String text(LiveTextRef ref);

    /**
     * The document as the editor shows it, with everything committed so far.
     *
     * @throws fr.maillage.access.NotVisible when there is none, or it is not meant for whoever acts
     */
    RichText read(LiveTextRef ref);

    /**
     * The history, newest first.
     *
     * @param before the last version of the page before, or null for the first page
     * @throws fr.maillage.access.NotVisible when there is none
     * @throws fr.maillage.access.Refused    when they may not see its history
     */
    List<LiveTextVersion> versions(LiveTextRef ref, @Nullable UUID before);

    /** The document of a version. */
    RichText version(LiveTextRef ref, UUID version);

    /**
     * Keeps the text as it is now under a name.
     *
     * @throws fr.maillage.base.InvalidInput on the field {@code label}: empty, or longer than 120 characters
     */
    LiveTextVersion keep(LiveTextRef ref, String label);

    /**
     * Makes the text what it was in a version, by a change like any other: those who write at the same moment lose
     * nothing of what they type, and what is replaced stays in the history.
     */
    void restore(LiveTextRef ref, UUID version);

    /** Replaces the whole content by a change like any other; for imports and commands, not for editors. */
    void replace(LiveTextRef ref, RichText content);
}
