package fr.maillage.discussion;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Today;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other words for some of a text, proposed by people who may comment and need not be allowed to write, and decided by
 * those who may. A proposal is a thread about the words; the text itself is changed only when it is accepted, in the
 * name of whoever accepts.
 */
@Service
@Transactional
public class TextProposals {

    /** Most characters that may be proposed, or be replaced, at once. */
    public static final int LONGEST = 2_000;

    private final DiscussionService discussions;
    private final CommentRepository comments;
    private final Directories directories;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final Today today;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TextProposals(DiscussionService discussions, CommentRepository comments, Directories directories, AccessPolicy policy,
            CurrentViewer viewer, Today today, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.discussions = discussions;
        this.comments = comments;
        this.directories = directories;
        this.policy = policy;
        this.viewer = viewer;
        this.today = today;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Proposes words in the place of others.
     *
     * @param words   those that stand there, exactly
     * @param instead what is proposed, on one line; empty to take them away
     * @param why     what is said with it
     * @param tie     ties the thread to the words, before anybody is told of it
     * @throws InvalidInput on {@link DiscussionService#TEXT} as for any comment, and when the words are gone, too many, or
     *                      the same
     */
    public CommentId propose(ItemRef item, String field, String words, String instead, String why,
            Consumer<CommentId> tie) {
        String line = instead.replaceAll("\\s*\\R\\s*", " ");
        if (line.length() > LONGEST || words.length() > LONGEST) {
            throw new InvalidInput(DiscussionService.TEXT, "discussion.proposal.long", LONGEST);
        }
        if (line.equals(words)) {
            throw new InvalidInput(DiscussionService.TEXT, "discussion.proposal.same");
        }
        return discussions.open(item, why, new Said.Place(field, words), thread -> {
            jdbc.sql("insert into text_proposal (comment, words, instead) values (:comment, :words, :instead)")
                    .param("comment", thread.value()).param("words", words).param("instead", line).update();
            tie.accept(thread);
        });
    }

    /**
     * Accepts a proposal and closes its thread.
     *
     * @param replace puts the second words in the place of the first, and says whether they still stood there
     * @throws InvalidInput when they do not, or somebody has decided already: nothing is changed
     */
    public void accept(CommentId thread, BiPredicate<String, String> replace) {
        decide(thread, true);
        boolean done = jdbc.sql("select words, instead from text_proposal where comment = :comment")
                .param("comment", thread.value())
                .query((row, n) -> replace.test(row.getString(1), row.getString(2))).single();
        if (!done) {
            throw new InvalidInput(DiscussionService.TEXT, "discussion.proposal.changed");
        }
    }

    /** Refuses a proposal and closes its thread. */
    public void refuse(CommentId thread) {
        decide(thread, false);
    }

    private void decide(CommentId thread, boolean accepted) {
        Comment opening = comments.findById(thread.value()).orElseThrow(NotVisible::new);
        ItemRef item = directories.ref(opening.kind(), opening.item()).orElseThrow(NotVisible::new);
        policy.require(Operation.EDIT_LIVE, Subject.of(item));
        int decided = jdbc.sql("update text_proposal set accepted = :accepted, decided_by = :me, decided_at = :now"
                + " where comment = :comment and decided_at is null").param("accepted", accepted)
                .param("me", viewer.person().value()).param("now", today.now().atOffset(java.time.ZoneOffset.UTC).toLocalDateTime())
                .param("comment", thread.value()).update();
        if (decided == 0) {
            throw new InvalidInput(DiscussionService.TEXT, "discussion.proposal.decided");
        }
        opening.resolve(viewer.person(), today.now());
        events.publishEvent(new DiscussionChanged(opening.item(), viewer.person()));
    }
}
