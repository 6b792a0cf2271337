package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import fr.maillage.access.ItemRef;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.TextRange;
import fr.maillage.coediting.ui.TextComments;
import fr.maillage.discussion.Said;
import java.util.Set;
import java.util.UUID;

/** Comments on words of live texts: threads of the item's discussion, tied to the words. */
@org.springframework.stereotype.Component
class AnchoredComments implements TextComments {

    private final Parts parts;

    AnchoredComments(Parts parts) {
        this.parts = parts;
    }

    @Override
    public boolean mayComment(ItemRef item) {
        return parts.discussions().mayComment(item);
    }

    @Override
    public Set<UUID> open(LiveTextRef text) {
        return parts.discussions().openAbout(text.item(), text.field());
    }

    @Override
    public Component writer(LiveTextRef text, TextRange range, Runnable done) {
        String quote = parts.anchors().words(text, range);
        Div place = new Div(new com.vaadin.flow.component.HtmlContainer("q",
                new com.vaadin.flow.component.Text(quote.length() > 280 ? quote.substring(0, 280) + "…" : quote)));
        place.addClassName("place");
        Writer writer = new Writer(parts, text.item(), "about:" + text.field(),
                place.getTranslation("discussion.composer"), place.getTranslation("discussion.send"), said -> {
                    parts.service().open(text.item(), said,
                            new Said.Place(text.field(), parts.anchors().words(text, range)),
                            thread -> parts.anchors().tie(text, range, thread.value()));
                    done.run();
                }).primary().cancellable(done);
        Div all = new Div(place, writer);
        all.addClassNames("ml-thread", "ml-discussion");
        writer.focus();
        return all;
    }

    @Override
    public Component proposer(LiveTextRef text, TextRange range, Runnable done) {
        return new Proposer(parts, text, range, done);
    }

    @Override
    public Component threads(LiveTextRef text, Set<UUID> threads) {
        return new TextThreads(parts, text, thread -> threads.contains(thread.opening().id().value()), "discussion.gone");
    }

    @Override
    public Component all(LiveTextRef text) {
        return new TextThreads(parts, text, thread -> true, "discussion.place.none");
    }

    @Override
    public Listening listen(ItemRef item, Runnable changed) {
        return parts.broadcast().listen(item.id(), any -> changed.run())::end;
    }
}
