package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.maillage.base.InvalidInput;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.TextRange;
import fr.maillage.discussion.DiscussionService;
import fr.maillage.discussion.TextProposals;

/** Where one proposes other words for some of a text: the words, what shall stand there, and why. */
class Proposer extends Composite<Div> {

    private static final int SHORT = 120;

    private final TextArea instead = new TextArea(getTranslation("discussion.proposal.instead"));

    Proposer(Parts parts, LiveTextRef text, TextRange range, Runnable done) {
        String words = parts.anchors().proposable(text, range);
        getContent().addClassNames("ml-thread", "ml-discussion");
        if (words.isBlank()) {
            getContent().add(new Paragraph(getTranslation("discussion.proposal.within")));
            return;
        }
        Div place = new Div(new HtmlContainer("q", new Text(words)));
        place.addClassName("place");
        instead.setValue(words);
        instead.setMaxLength(TextProposals.LONGEST);
        instead.setValueChangeMode(ValueChangeMode.EAGER);
        instead.setHelperText(getTranslation("discussion.proposal.instead.help"));
        instead.setWidthFull();
        Writer writer = new Writer(parts, text.item(), "propose:" + text.field(), getTranslation("discussion.proposal.why"),
                getTranslation("discussion.proposal.send"), why -> {
                    if (!parts.anchors().proposable(text, range).equals(words)) {
                        throw new InvalidInput(DiscussionService.TEXT, "discussion.place.gone");
                    }
                    parts.proposals().propose(text.item(), text.field(), words, instead.getValue(),
                            why.isBlank() ? said(words, instead.getValue()) : why,
                            thread -> parts.anchors().tie(text, range, thread.value()));
                    done.run();
                }).primary().cancellable(done);
        getContent().add(place, instead, writer);
        instead.focus();
    }

    /** What a proposal says where nothing is said with it: in mail, in the activity. */
    private String said(String words, String instead) {
        return instead.isBlank() ? getTranslation("discussion.proposal.said.remove", brief(words))
                : getTranslation("discussion.proposal.said", brief(words), brief(instead));
    }

    private static String brief(String words) {
        String line = words.strip();
        return line.codePointCount(0, line.length()) <= SHORT ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }
}
