package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.internal.JacksonUtils;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Telling;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.TextRange;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said about the words of one text, beside it: at the side on a desk, from below on a phone. The text stays
 * usable meanwhile.
 */
class TextTalk {

    private final LiveText text;
    private final TextComments comments;
    private final LiveTextRef ref;
    private TextComments.@Nullable Listening listening;
    private @Nullable Dialog side;

    TextTalk(LiveText text, TextComments comments, LiveTextRef ref) {
        this.text = text;
        this.comments = comments;
        this.ref = ref;
    }

    /** Begins to listen; returns what the editor needs to know at first. */
    ObjectNode begin(UI ui) {
        end();
        listening = comments.listen(ref.item(), () -> {
            Telling.tell(ui, () -> text.getElement().callJsFunction("threads", open()));
        });
        ObjectNode setting = JacksonUtils.createObjectNode().put("may", comments.mayComment(ref.item()));
        setting.set("open", open());
        return setting;
    }

    void end() {
        if (listening != null) {
            listening.end();
            listening = null;
        }
        close();
    }

    private ArrayNode open() {
        ArrayNode open = JacksonUtils.createArrayNode();
        comments.open(ref).forEach(thread -> open.add(thread.toString()));
        return open;
    }

    /** @param proposing whether other words are proposed for these, or something is said of them */
    void write(String first, String last, boolean proposing) {
        try {
            String[] from = first.split(":");
            String[] to = last.split(":");
            TextRange range = TextRange.of(Long.parseLong(from[0]), Integer.parseInt(from[1]), Long.parseLong(to[0]),
                    Integer.parseInt(to[1]));
            beside(proposing ? comments.proposer(ref, range, this::close) : comments.writer(ref, range, this::close));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException foreign) {
            // No page of ours says that.
            close();
        } catch (NotVisible | Refused ended) {
            Notices.error(text.getTranslation("coediting.comment.ended"));
        }
    }

    void show(String ids) {
        Set<UUID> threads = Arrays.stream(ids.split(" ")).filter(id -> id.matches("[0-9a-f-]{36}")).map(UUID::fromString)
                .collect(Collectors.toSet());
        beside(threads.isEmpty() ? comments.all(ref) : comments.threads(ref, threads));
    }

    private void beside(Component content) {
        close();
        Dialog dialog = new Dialog(text.getTranslation("coediting.comment.title", text.label()));
        dialog.setModality(ModalityMode.MODELESS);
        dialog.setCloseOnOutsideClick(false);
        dialog.addClassName("ml-beside");
        Button close = new Button(Icon.X.create(), click -> dialog.close());
        close.setAriaLabel(text.getTranslation("coediting.comment.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        dialog.getHeader().add(close);
        dialog.add(content);
        dialog.open();
        side = dialog;
    }

    private void close() {
        if (side != null) {
            side.close();
            side = null;
        }
    }
}
