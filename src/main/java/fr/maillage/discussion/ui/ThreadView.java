package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.maillage.access.ItemRef;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.discussion.CommentId;
import fr.maillage.discussion.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A thread: what opened it, the answers, and the ways to answer and to close it. A closed one is folded. */
class ThreadView extends Composite<ListItem> {

    private final Parts parts;
    private final ItemRef item;
    private final Runnable changed;
    private final SaidView opening;
    private final Div place = new Div();
    private final UnorderedList answers = new UnorderedList();
    private final Map<CommentId, ListItem> lines = new HashMap<>();
    private final Map<CommentId, SaidView> views = new HashMap<>();
    private final List<Said> older = new ArrayList<>();
    private final Div body = new Div();
    private final Div ways = new Div();
    private final Div writing = new Div();
    private final Paragraph lost = new Paragraph(getTranslation("discussion.place.lost"));
    private @Nullable Boolean folded;
    private Said.@Nullable Proposal proposed;
    private boolean decidable;

    ThreadView(Parts parts, ItemRef item, Runnable changed) {
        this.parts = parts;
        this.item = item;
        this.changed = changed;
        opening = new SaidView(parts, item, changed);
        answers.addClassName("answers");
        ways.addClassName("doing");
        place.setVisible(false);
        place.addClassName("place");
        body.add(place, opening, answers, ways, writing);
        getContent().addClassName("ml-thread");
    }

    /** Says that the words it is about are not in their text any more. */
    void lost(boolean gone) {
        getContent().setClassName("lost", gone);
        lost.setVisible(gone);
    }

    private void showProposal(Said.Thread thread, Said.Place about, Said.Proposal proposal) {
        if (proposal.equals(proposed) && thread.decidable() == decidable) {
            return;
        }
        proposed = proposal;
        decidable = thread.decidable();
        lost.addClassNames("ml-small", "ml-muted");
        lost.setVisible(false);
        place.removeAll();
        place.add(new ProposedWords(parts, item, thread.opening().id(), about, proposal, decidable, () -> {
            // A decision that was not taken leaves the ways to take it.
            proposed = null;
            changed.run();
        }), lost);
        place.setVisible(true);
    }

    private void showPlace(Said.Place about) {
        if (place.getComponentCount() == 0) {
            HtmlContainer quote = new HtmlContainer("q", new Text(about.quote()));
            lost.addClassNames("ml-small", "ml-muted");
            lost.setVisible(false);
            place.add(quote, lost);
            place.setVisible(true);
        }
    }

    void show(Said.Thread thread, boolean mayComment, Map<PersonId, String> names) {
        Said.Place about = thread.place();
        if (about != null && about.proposal() != null) {
            showProposal(thread, about, about.proposal());
        } else if (about != null) {
            showPlace(about);
        }
        opening.show(thread.opening(), names);
        List<Said> all = new ArrayList<>(older);
        all.addAll(thread.answers());
        showAnswers(all, names);
        ways.removeAll();
        if (thread.earlier() && older.isEmpty()) {
            Button earlier = SaidView.quiet(getTranslation("discussion.earlierAnswers"));
            earlier.addClickListener(click -> {
                older.addAll(parts.discussions().answers(item, thread.opening().id(),
                        thread.answers().getFirst().id()));
                changed.run();
            });
            ways.add(earlier);
        }
        String author = names.getOrDefault(thread.opening().author(), getTranslation("discussion.someoneLeft"));
        if (mayComment && writing.getComponentCount() == 0) {
            ways.add(answerButton(thread, author));
        }
        if (thread.closable()) {
            ways.add(closeButton(thread, author));
        }
        fold(thread, names);
    }

    private void showAnswers(List<Said> all, Map<PersonId, String> names) {
        Set<CommentId> gone = new HashSet<>(lines.keySet());
        for (Said answer : all) {
            gone.remove(answer.id());
            SaidView view = views.computeIfAbsent(answer.id(), id -> new SaidView(parts, item, changed));
            view.show(answer, names);
            if (!lines.containsKey(answer.id())) {
                ListItem line = new ListItem(view);
                lines.put(answer.id(), line);
                answers.addComponentAtIndex(Math.min(all.indexOf(answer), (int) answers.getChildren().count()), line);
            }
        }
        gone.forEach(id -> {
            answers.remove(lines.remove(id));
            views.remove(id);
        });
        answers.setVisible(!lines.isEmpty());
    }

    private Button answerButton(Said.Thread thread, String author) {
        Button answer = new Button(getTranslation("discussion.answer"));
        answer.addClassName("small");
        answer.setAriaLabel(getTranslation("discussion.answer.to", author));
        answer.addClickListener(click -> {
            Writer writer = new Writer(parts, item, thread.opening().id().value().toString(),
                    getTranslation("discussion.composer.answer"), getTranslation("discussion.send"), text -> {
                        parts.service().answer(thread.opening().id(), text);
                        stopWriting();
                    }).cancellable(this::stopWriting);
            ways.remove(answer);
            writing.add(writer);
            writer.focus();
        });
        return answer;
    }

    private void stopWriting() {
        writing.removeAll();
        changed.run();
    }

    private Button closeButton(Said.Thread thread, String author) {
        Button close = SaidView.quiet(getTranslation(thread.resolved() ? "discussion.reopen" : "discussion.resolve"));
        close.setAriaLabel(getTranslation(thread.resolved() ? "discussion.reopen.of" : "discussion.resolve.of", author));
        if (!thread.resolved()) {
            close.setIcon(Icon.CHECK.small());
        }
        close.setDisableOnClick(true);
        close.addClickListener(click -> {
            if (thread.resolved()) {
                parts.service().reopen(thread.opening().id());
            } else {
                parts.service().resolve(thread.opening().id());
            }
            changed.run();
        });
        return close;
    }

    private void fold(Said.Thread thread, Map<PersonId, String> names) {
        if (folded != null && folded == thread.resolved()) {
            return;
        }
        folded = thread.resolved();
        getContent().removeAll();
        if (!thread.resolved()) {
            getContent().add(body);
            return;
        }
        String by = names.getOrDefault(thread.resolvedBy(), getTranslation("discussion.someoneLeft"));
        Paragraph closed = new Paragraph(getTranslation("discussion.resolved", by,
                Formats.current().moment(java.util.Objects.requireNonNull(thread.resolvedAt()), parts.today().now())));
        closed.addClassName("closed");
        closed.addComponentAsFirst(Icon.CIRCLE_CHECK.small());
        Details details = new Details(getTranslation("discussion.resolved.show", thread.answers().size()), body);
        getContent().add(closed, details);
    }
}
