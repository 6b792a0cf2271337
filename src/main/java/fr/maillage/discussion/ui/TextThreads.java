package fr.maillage.discussion.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.Telling;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.discussion.Broadcast;
import fr.maillage.discussion.CommentId;
import fr.maillage.discussion.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Threads about words of one text, read anew when somebody speaks; those whose words are gone are said to be. */
class TextThreads extends Composite<Div> {

    private final Parts parts;
    private final LiveTextRef text;
    private final Predicate<Said.Thread> shown;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph note;
    private final Map<CommentId, ThreadView> views = new HashMap<>();
    private Broadcast.@Nullable Subscription subscription;

    /** @param noneKey what is said when there is none */
    TextThreads(Parts parts, LiveTextRef text, Predicate<Said.Thread> shown, String noneKey) {
        this.parts = parts;
        this.text = text;
        this.shown = shown;
        note = new Paragraph(getTranslation(noneKey));
        note.addClassName("note");
        getContent().addClassName("ml-discussion");
        getContent().add(list, note);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        subscription = parts.broadcast().listen(text.item().id(), changed -> {
            Telling.tell(ui, this::read);
        });
        read();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    private void read() {
        List<Said.Thread> threads;
        Set<UUID> tied;
        boolean mayComment;
        try {
            threads = parts.discussions().about(text.item(), text.field()).stream().filter(shown).toList();
            tied = threads.isEmpty() ? Set.of() : parts.anchors().present(text);
            mayComment = parts.discussions().mayComment(text.item());
        } catch (NotVisible | Refused ended) {
            threads = List.of();
            tied = Set.of();
            mayComment = false;
        }
        Map<PersonId, String> names = parts.names().of(DiscussionPanel.people(threads));
        Set<CommentId> now = new java.util.HashSet<>();
        for (Said.Thread thread : threads) {
            CommentId id = thread.opening().id();
            now.add(id);
            ThreadView view = views.get(id);
            if (view == null) {
                view = new ThreadView(parts, text.item(), this::read);
                views.put(id, view);
                list.add(view);
            }
            view.show(thread, mayComment, names);
            view.lost(!tied.contains(id.value()));
        }
        views.keySet().stream().filter(id -> !now.contains(id)).toList().forEach(id -> list.remove(views.remove(id)));
        list.setVisible(!threads.isEmpty());
        note.setVisible(threads.isEmpty());
    }
}
