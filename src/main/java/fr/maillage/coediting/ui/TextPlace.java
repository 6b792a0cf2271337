package fr.maillage.coediting.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Prose;
import fr.maillage.base.ui.Telling;
import fr.maillage.coediting.LiveTextId;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a text stands that may be written together: as somebody wrote it in a form until it is opened, then live. Who may
 * write opens it here; whoever has it before them sees it become live.
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
    private final Function<Consumer<LiveTextId>, Runnable> openings;
    private Runnable opened = () -> { };
    private @Nullable Runnable waiting;
    private @Nullable LiveTextId text;

    /**
     * @param label    what the text is: “Résumé”
     * @param markdown what the field holds, shown until the text is opened
     * @param text     the text, or null when nobody has opened it
     * @param live     the text as it is shown to those who are signed in
     * @param read     the text as it stands, for visitors
     * @param openings calls when somebody opens it elsewhere, until what it answers is run
     */
    TextPlace(String label, String markdown, @Nullable LiveTextId text, Reader reader,
            Function<LiveTextId, LiveText> live, Supplier<ReadText> read,
            Function<Consumer<LiveTextId>, Runnable> openings) {
        this.label = label;
        this.reader = reader;
        this.live = live;
        this.openings = openings;
        this.text = text;
        getContent().addClassName("ml-text-place");
        if (text == null) {
            if (!markdown.isBlank()) {
                getContent().add(new Prose(markdown));
            }
        } else if (reader == Reader.VISITOR) {
            getContent().add(read.get());
        } else {
            getContent().add(live.apply(text));
        }
    }

    /** Does that too when somebody else has opened the text while it was shown here. */
    public TextPlace whenOpenedElsewhere(Runnable act) {
        opened = act;
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (text == null && reader != Reader.VISITOR && waiting == null) {
            UI ui = event.getUI();
            waiting = openings.apply(found -> {
                Telling.tell(ui, () -> openedElsewhere(found));
            });
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (waiting != null) {
            waiting.run();
            waiting = null;
        }
    }

    private void openedElsewhere(LiveTextId found) {
        if (text == null && isAttached()) {
            put(found);
            opened.run();
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
        put(opened).focus();
    }

    private LiveText put(LiveTextId opened) {
        text = opened;
        LiveText shown = live.apply(opened);
        getContent().removeAll();
        getContent().add(shown);
        return shown;
    }
}
