package fr.maillage.coediting.ui;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.LiveTexts;
import fr.maillage.coediting.References;
import fr.maillage.coediting.RichText;
import fr.maillage.coediting.ui.TextPlace.Reader;
import fr.maillage.file.Attachments;
import fr.maillage.member.PersonPrincipal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Live texts with all that belongs to them for whoever looks: names, history, comments on words, proposals. */
@Component
public class LiveTextComponents {

    private final AccessPolicy policy;
    private final References references;
    private final TextComments comments;
    private final TextOpenings openings;
    private final Attachments files;
    private final LiveTexts texts;
    private final HistoryHead names;

    LiveTextComponents(AccessPolicy policy, References references, TextComments comments, TextOpenings openings,
            Attachments files, LiveTexts texts, HistoryHead names) {
        this.files = files;
        this.texts = texts;
        this.names = names;
        this.openings = openings;
        this.policy = policy;
        this.references = references;
        this.comments = comments;
    }

    /** The text of a field, for somebody who is signed in. */
    public LiveText of(LiveTextId text, LiveTextRef ref, String label, boolean writing) {
        LiveText live = new LiveText(text, label, writing).withComments(comments, ref).withReferences(references, ref)
                .withPictures(files, ref.item());
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof PersonPrincipal me) {
            live.of(me.personId());
        }
        return policy.may(Operation.SEE_HISTORY, Subject.of(ref.item())) ? live.withHistory() : live;
    }

    /** Which texts somebody wrote in and did not come back to, as far as this browser knows. */
    public WaitingWords waiting(PersonId person) {
        return new WaitingWords(person, found -> texts.readable(found).entrySet().stream()
                .flatMap(text -> names.card(text.getValue().item()).stream().map(card -> new WaitingWords.Waits(text.getKey(),
                        card.title(), names.label(text.getValue()), card.path(), texts.mayWrite(text.getValue())))).toList());
    }

    /** A text of an item as it stands, for somebody who is not. */
    public ReadText read(RichText text, ItemRef item) {
        return new ReadText(text, references.in(text), item);
    }

    /**
     * The place of a text that may not have been opened yet.
     *
     * @param label    what the text is: “Résumé”
     * @param markdown what the field holds, shown until the text is opened
     * @param opened   the text, or null when nobody has opened it
     * @param read     reads the text as it stands, for visitors
     */
    public TextPlace place(LiveTextRef ref, String label, String markdown, @Nullable LiveTextId opened, Reader reader,
            Supplier<RichText> read) {
        return new TextPlace(label, markdown, opened, reader, text -> of(text, ref, label, reader == Reader.WRITER),
                () -> read(read.get(), ref.item()), listener -> openings.await(ref, listener));
    }
}
