package fr.maillage.discussion;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemDirectory.Card;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Refused;
import fr.maillage.access.Subject;
import fr.maillage.access.Viewer;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say about items. Writing asks the access module for {@link Operation#COMMENT} on the item; naming
 * somebody gives them no right, and only people who see the item can be named.
 */
@Service
@Transactional
public class DiscussionService {

    /** The longest comment, in characters. */
    public static final int LONGEST = 10_000;

    /** The field that {@link InvalidInput} names. */
    public static final String TEXT = "text";

    private final CommentRepository comments;
    private final MentionTable mentions;
    private final CommentPlaces places;
    private final Follows follows;
    private final Directories directories;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final Today today;
    private final ApplicationEventPublisher events;

    DiscussionService(CommentRepository comments, MentionTable mentions, CommentPlaces places, Follows follows, Directories directories,
            AccessPolicy policy, CurrentViewer viewer, AuditLog audit, Today today,
            ApplicationEventPublisher events) {
        this.comments = comments;
        this.mentions = mentions;
        this.places = places;
        this.follows = follows;
        this.directories = directories;
        this.policy = policy;
        this.viewer = viewer;
        this.audit = audit;
        this.today = today;
        this.events = events;
    }

    /**
     * Opens a thread on an item. Whoever comments follows the item from then on, unless they muted it.
     *
     * @throws InvalidInput on {@link #TEXT}: empty, too long, or naming somebody who does not see the item
     */
    public CommentId open(ItemRef item, String text) {
        policy.require(Operation.COMMENT, Subject.of(item));
        Card card = directories.card(item).orElseThrow(NotVisible::new);
        return say(Comment.opening(item.id(), item.kind().name(), viewer.person(), text, today.now()), item, card);
    }

    /**
     * The same about words of one of the item's texts.
     *
     * @param tie ties the thread to the words, before anybody is told of it
     * @throws InvalidInput on {@link #TEXT} as for any comment, also when there are no words to speak of
     */
    public CommentId open(ItemRef item, String text, Said.Place place, Consumer<CommentId> tie) {
        if (place.quote().isBlank()) {
            throw new InvalidInput(TEXT, "discussion.place.gone");
        }
        CommentId thread = open(item, text);
        places.add(thread, place);
        tie.accept(thread);
        return thread;
    }

    /** Answers in a thread; answering an answer stays in its thread. A closed thread is reopened by it. */
    public CommentId answer(CommentId comment, String text) {
        Comment answered = find(comment);
        ItemRef item = ref(answered);
        policy.require(Operation.COMMENT, Subject.of(item));
        Card card = directories.card(item).orElseThrow(NotVisible::new);
        Comment opening = find(answered.thread());
        opening.reopen();
        Comment answer = opening.answer(viewer.person(), text, today.now());
        mentions.answered(opening.id(), viewer.person(), today.now());
        return say(answer, item, card);
    }

    private CommentId say(Comment comment, ItemRef item, Card card) {
        Set<PersonId> called = called(comment.body(), item, Set.of());
        comments.save(comment);
        mentions.add(comment, called);
        follows.followAsTakingPart(item, comment.author());
        events.publishEvent(new ItemHappened(comment.kind(), comment.item(), card.owner(), ActivityLog.COMMENTED,
                comment.author(), ""));
        changed(comment);
        return comment.id();
    }

    /** Changes one's own words. People named anew are called; those no longer named are not. */
    public void edit(CommentId id, String text) {
        Comment comment = find(id);
        ItemRef item = ref(comment);
        requireOwn(comment, item);
        policy.require(Operation.COMMENT, Subject.of(item));
        Set<PersonId> before = Mentions.in(comment.body());
        if (comment.edit(text, today.now())) {
            Set<PersonId> called = called(comment.body(), item, before);
            Set<PersonId> added = new HashSet<>(called);
            added.removeAll(before);
            mentions.keepOnly(comment, called);
            mentions.add(comment, added);
            changed(comment);
        }
    }

    /**
     * Withdraws a comment: its place stays in the thread, its words are no longer shown. One's own, or anybody's for
     * a coordinator of the owner space, which the audit log keeps.
     */
    public void withdraw(CommentId id) {
        Comment comment = find(id);
        ItemRef item = ref(comment);
        policy.require(Operation.VIEW, Subject.of(item));
        PersonId me = viewer.person();
        boolean own = comment.author().equals(me);
        if (!own) {
            policy.require(Operation.DELETE, Subject.of(item));
        }
        if (comment.withdraw(me, today.now()) && !own) {
            Card card = directories.card(item).orElseThrow(NotVisible::new);
            audit.record(Operation.DELETE, "comment", id.value(), card.owner(),
                    "withdrew a comment by " + comment.author().value() + " on " + item.kind().name() + ' '
                            + item.id());
        }
        changed(comment);
    }

    /** Undoes one's own withdrawal. */
    public void bringBack(CommentId id) {
        Comment comment = find(id);
        ItemRef item = ref(comment);
        policy.require(Operation.VIEW, Subject.of(item));
        if (!comment.bringBack(viewer.person())) {
            throw new Refused(Operation.COMMENT, "discussion.refused.bringBack");
        }
        if (!comment.author().equals(viewer.person())) {
            audit.record(Operation.RESTORE, "comment", id.value(), null, "brought back a withdrawn comment");
        }
        changed(comment);
    }

    /** Closes a thread: who opened it, or who may edit the item. */
    public void resolve(CommentId thread) {
        Comment opening = closable(thread);
        if (opening.resolve(viewer.person(), today.now())) {
            changed(opening);
        }
    }

    public void reopen(CommentId thread) {
        Comment opening = closable(thread);
        if (opening.reopen()) {
            changed(opening);
        }
    }

    private Comment closable(CommentId thread) {
        Comment comment = find(thread);
        ItemRef item = ref(comment);
        policy.require(Operation.COMMENT, Subject.of(item));
        if (!comment.author().equals(viewer.person())) {
            policy.require(Operation.EDIT, Subject.of(item));
        }
        return comment;
    }

    private Comment find(CommentId id) {
        return comments.findById(id.value()).orElseThrow(NotVisible::new);
    }

    private ItemRef ref(Comment comment) {
        return directories.ref(comment.kind(), comment.item()).orElseThrow(NotVisible::new);
    }

    private void requireOwn(Comment comment, ItemRef item) {
        policy.require(Operation.VIEW, Subject.of(item));
        if (!comment.author().equals(viewer.person())) {
            throw new Refused(Operation.EDIT, "discussion.refused.edit");
        }
    }

    /** The people named, each of whom sees the item and is known to the author; those of {@code before} are kept. */
    private Set<PersonId> called(String text, ItemRef item, Set<PersonId> before) {
        Set<PersonId> people = Mentions.in(text);
        if (people.size() > Mentions.MOST) {
            throw new InvalidInput(TEXT, "discussion.mention.tooMany", Mentions.MOST);
        }
        for (PersonId person : people) {
            // One answer for “does not see it” and “does not exist”: a forged mention proves nothing.
            if (!before.contains(person) && !mayBeCalled(person, item)) {
                throw new InvalidInput(TEXT, "discussion.mention.cannot");
            }
        }
        return people;
    }

    private boolean mayBeCalled(PersonId person, ItemRef item) {
        return policy.may(Operation.VIEW_CARD, Subject.of(person))
                && policy.may(new Viewer.SignedIn(person, false), Operation.VIEW, Subject.of(item));
    }

    private void changed(Comment comment) {
        events.publishEvent(new DiscussionChanged(comment.item(), viewer.person()));
    }
}
