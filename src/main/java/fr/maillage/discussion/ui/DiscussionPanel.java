package fr.maillage.discussion.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.Telling;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.discussion.Broadcast;
import fr.maillage.discussion.CommentId;
import fr.maillage.discussion.Mentions;
import fr.maillage.discussion.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an item. Reads with the rights of whoever looks, each time; reads again when the discussion
 * changed on another screen, without touching what is being typed here.
 */
class DiscussionPanel extends Composite<Div> {

    private final Parts parts;
    private final ItemRef item;
    private final Span news = new Span();
    private final Button earlier = SaidView.quiet("");
    private final UnorderedList list = new UnorderedList();
    private final Paragraph note = new Paragraph();
    private final Div writing = new Div();
    private final Map<CommentId, ThreadView> views = new LinkedHashMap<>();
    private int pages = 1;
    private @Nullable CommentId latest;
    private Broadcast.@Nullable Subscription subscription;

    DiscussionPanel(Parts parts, ItemRef item) {
        this.parts = parts;
        this.item = item;
        earlier.setText(getTranslation("discussion.earlierThreads"));
        earlier.addClickListener(click -> {
            pages++;
            read();
        });
        news.addClassName("ml-visually-hidden");
        news.getElement().setAttribute("role", "status");
        note.addClassName("note");
        getContent().addClassName("ml-discussion");
        getContent().add(earlier, list, note, writing, news);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        subscription = parts.broadcast().listen(item.id(), changed -> {
            Telling.tell(ui, this::hear);
        });
        read();
        parts.follows().read(item);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    /** Somebody wrote, here or elsewhere. */
    private void hear() {
        CommentId before = latest;
        Said last = read();
        if (last != null && !last.id().equals(before) && parts.me().filter(last.author()::equals).isEmpty()) {
            String who = parts.names().of(List.of(last.author())).getOrDefault(last.author(),
                    getTranslation("discussion.someone"));
            news.setText(getTranslation("discussion.new", who));
            parts.follows().read(item);
        }
    }

    /** Reads anew and shows it. @return the latest comment, if there is one */
    private @Nullable Said read() {
        List<Said.Thread> threads = new ArrayList<>();
        Said.Page page;
        try {
            page = parts.discussions().of(item, null);
            threads.addAll(page.threads());
            for (int i = 1; i < pages && page.earlier() != null; i++) {
                page = parts.discussions().of(item, page.earlier());
                threads.addAll(0, page.threads());
            }
        } catch (NotVisible e) {
            close("discussion.gone");
            return null;
        }
        if (!page.open()) {
            close("discussion.closed");
            return null;
        }
        earlier.setVisible(page.earlier() != null);
        show(threads, page.mayComment());
        if (page.mayComment() && writing.getComponentCount() == 0) {
            writing.add(new Writer(parts, item, "new", getTranslation("discussion.composer"),
                    getTranslation("discussion.send"), text -> {
                        parts.service().open(item, text);
                        read();
                    }));
        } else if (!page.mayComment()) {
            writing.removeAll();
        }
        note.setText(threads.isEmpty() ? getTranslation("discussion.empty")
                : page.mayComment() ? "" : getTranslation("discussion.readOnly"));
        note.setVisible(!note.getText().isEmpty());
        Said last = threads.stream().flatMap(DiscussionPanel::all)
                .reduce((a, b) -> a.at().isAfter(b.at()) ? a : b).orElse(null);
        latest = last == null ? null : last.id();
        return last;
    }

    private void show(List<Said.Thread> threads, boolean mayComment) {
        Map<PersonId, String> names = parts.names().of(people(threads));
        Set<UUID> tied = threads.stream().map(Said.Thread::place).filter(Objects::nonNull).map(Said.Place::field).distinct()
                .flatMap(field -> parts.anchors().present(new LiveTextRef(item, field)).stream())
                .collect(Collectors.toSet());
        Set<CommentId> gone = new HashSet<>(views.keySet());
        int place = 0;
        for (Said.Thread thread : threads) {
            CommentId id = thread.opening().id();
            gone.remove(id);
            ThreadView view = views.get(id);
            if (view == null) {
                view = new ThreadView(parts, item, this::read);
                views.put(id, view);
                list.addComponentAtIndex(Math.min(place, list.getComponentCount()), view);
            }
            view.show(thread, mayComment, names);
            view.lost(thread.place() != null && !tied.contains(id.value()));
            place++;
        }
        gone.forEach(id -> list.remove(views.remove(id)));
        list.setVisible(!threads.isEmpty());
    }

    private void close(String key) {
        views.clear();
        list.removeAll();
        writing.removeAll();
        earlier.setVisible(false);
        list.setVisible(false);
        note.setText(getTranslation(key));
        note.setVisible(true);
        latest = null;
    }

    static Set<PersonId> people(List<Said.Thread> threads) {
        Set<PersonId> people = new HashSet<>();
        threads.forEach(thread -> {
            if (thread.resolvedBy() != null) {
                people.add(thread.resolvedBy());
            }
            all(thread).forEach(said -> {
                people.add(said.author());
                people.addAll(Mentions.in(said.text()));
            });
        });
        return people;
    }

    private static Stream<Said> all(Said.Thread thread) {
        return Stream.concat(Stream.of(thread.opening()), thread.answers().stream());
    }
}
