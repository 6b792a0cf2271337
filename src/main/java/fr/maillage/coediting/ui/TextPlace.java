package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Prose;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.RichText;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a text stands that may be written together: as somebody wrote it in a form until it is opened, then live. Who may
 * write opens it here; who may only read sees it live from their next visit on.
 */
public class TextPlace extends Composite<Div> {

    /** What whoever looks may do with the text. */
    public enum Reader {
        /** Reads it as it stands: not signed in. */
        VISITOR,
        /** Sees it change while others write. */
        FOLLOWER,
        WRITER
    }

    private final String label;
    private final Reader reader;
    private final Function<LiveTextId, LiveText> live;
    private @Nullable LiveTextId text;

    /**
     * @param label    what the text is: “Résumé”
     * @param markdown what the field holds, shown until the text is opened
     * @param opened   the text, or null when nobody has opened it
     * @param live     the text as it is shown to those who are signed in
     * @param read     the text as it stands, for visitors
     */
    public TextPlace(String label, String markdown, @Nullable LiveTextId opened, Reader reader,
            Function<LiveTextId, LiveText> live, Supplier<RichText> read) {
        this.label = label;
        this.reader = reader;
        this.live = live;
        this.text = opened;
        getContent().addClassName("ml-text-place");
        if (opened == null) {
            if (!markdown.isBlank()) {
                getContent().add(new Prose(markdown));
            }
        } else if (reader == Reader.VISITOR) {
            getContent().add(new ReadText(read.get()));
        } else {
            getContent().add(live.apply(opened));
        }
    }

    /** Whether this is still how the text is to be shown: this text, to this reader. */
    public boolean isStill(@Nullable LiveTextId opened, Reader as) {
        return reader == as && Objects.equals(text, opened);
    }

    /**
     * Offers whoever may write to open a text that nobody has opened.
     *
     * @param open opens it for good
     */
    public TextPlace whenOpened(Supplier<LiveTextId> open) {
        if (text == null && reader == Reader.WRITER) {
            Button button = new Button(getTranslation("coediting.write"), Icon.PENCIL.small());
            button.setAriaLabel(getTranslation("coediting.writeWhat", label));
            button.addThemeVariants(ButtonVariant.TERTIARY);
            button.addClassNames("ml-link", "small");
            button.setDisableOnClick(true);
            button.addClickListener(click -> show(open.get()));
            getContent().add(button);
        }
        return this;
    }

    /** Shows the text in place of what was written in a form, ready to be written in. */
    public void show(LiveTextId opened) {
        text = opened;
        LiveText shown = live.apply(opened);
        getContent().removeAll();
        getContent().add(shown);
        shown.focus();
    }
}
