package fr.maillage.discussion;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comment as it is read.
 *
 * @param text      the words, a mention being {@code @[person]}; empty once withdrawn
 * @param editedAt  when the author last changed the words, or null
 * @param withdrawn whether its place only is left
 * @param mine      whether the reader wrote it and may change it
 * @param removable whether the reader may withdraw it: its author, or a coordinator of the owner space
 */
public record Said(CommentId id, PersonId author, String text, Instant at, @Nullable Instant editedAt,
        boolean withdrawn, boolean mine, boolean removable) {

    /**
     * A thread: the comment that opens it and its answers, oldest first.
     *
     * @param resolvedBy who closed it, or null while it is open
     * @param earlier    whether older answers than these exist
     * @param closable   whether the reader may close and reopen it
     * @param decidable  whether the reader may accept what is proposed in it
     * @param place      the words it is about, or null when it is about the item as a whole
     */
    public record Thread(Said opening, List<Said> answers, boolean earlier, @Nullable Instant resolvedAt,
            @Nullable PersonId resolvedBy, boolean closable, boolean decidable, @Nullable Place place) {

        public boolean resolved() {
            return resolvedAt != null;
        }
    }

    /**
     * Words of one of the item's texts.
     *
     * @param field the name of the text within its item
     * @param quote    the words as they were when somebody began to speak of them, shortened
     * @param proposal what is proposed in their place, or null where they are only spoken of
     */
    public record Place(String field, String quote, @Nullable Proposal proposal) {

        public Place(String field, String quote) {
            this(field, quote, null);
        }
    }

    /**
     * Other words for some of a text.
     *
     * @param instead  empty to take them away
     * @param accepted what was decided, or null while nobody has
     */
    public record Proposal(String words, String instead, @Nullable Boolean accepted) {}

    /**
     * What is said about an item, oldest first.
     *
     * @param open       whether the reader may read it at all: an account that belongs nowhere may not
     * @param mayComment whether the reader may write
     * @param earlier    where the older threads begin, or null when these are all
     */
    public record Page(List<Thread> threads, @Nullable CommentId earlier, boolean open, boolean mayComment) {

        static final Page CLOSED = new Page(List.of(), null, false, false);
    }
}
