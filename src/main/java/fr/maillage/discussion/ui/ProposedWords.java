package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Notices;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.discussion.CommentId;
import fr.maillage.discussion.Said;

/** What somebody proposes in the place of words, and for those who may write the ways to decide. */
class ProposedWords extends Composite<Div> {

    /** @param decidable whether whoever looks may decide; @param changed reads the discussion again */
    ProposedWords(Parts parts, ItemRef item, CommentId thread, Said.Place place, Said.Proposal proposal, boolean decidable,
            Runnable changed) {
        getContent().addClassName("ml-proposed");
        Paragraph change = new Paragraph(part("del", "discussion.proposal.removes", proposal.words()));
        if (!proposal.instead().isBlank()) {
            change.add(new Text(" "), part("ins", "discussion.proposal.adds", proposal.instead()));
        }
        getContent().add(change);
        if (proposal.accepted() != null) {
            Paragraph decided = new Paragraph(getTranslation(proposal.accepted() ? "discussion.proposal.accepted"
                    : "discussion.proposal.refused"));
            decided.addClassNames("ml-small", "ml-muted");
            getContent().add(decided);
        } else if (decidable) {
            LiveTextRef text = new LiveTextRef(item, place.field());
            Button accept = act("discussion.proposal.accept", proposal, () -> parts.proposals().accept(thread,
                    (words, instead) -> parts.anchors().replace(text, thread.value(), words, instead)), changed);
            Button refuse = act("discussion.proposal.refuse", proposal, () -> parts.proposals().refuse(thread), changed);
            Div ways = new Div(accept, refuse);
            ways.addClassName("doing");
            getContent().add(ways);
        }
    }

    private Span part(String tag, String heard, String words) {
        Span said = new Span(getTranslation(heard) + " ");
        said.addClassName("ml-visually-hidden");
        HtmlContainer part = new HtmlContainer(tag, new Text(words));
        part.addClassName("ml-proposal");
        return new Span(said, part);
    }

    private Button act(String key, Said.Proposal proposal, Runnable act, Runnable changed) {
        Button button = new Button(getTranslation(key));
        button.addClassName("small");
        button.setAriaLabel(getTranslation(key + ".of", proposal.words(), proposal.instead()));
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                act.run();
            } catch (InvalidInput refused) {
                Notices.error(getTranslation(refused.messageKey(), refused.arguments()));
            } catch (Refused | NotVisible ended) {
                Notices.error(getTranslation("discussion.proposal.ended"));
            }
            changed.run();
        });
        return button;
    }
}
