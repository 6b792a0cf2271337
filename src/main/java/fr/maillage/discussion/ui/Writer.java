package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Refused;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.discussion.CommentWithdrawn;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where one writes: the field, the button, and what is wrong beside it. What was typed stays until it is taken. */
class Writer extends Composite<Div> {

    private final MentionArea field;
    private final Consumer<String> taken;
    private final Button send;
    private final Div buttons = new Div();

    /**
     * @param draftKey what tells this text from others being written
     * @param taken    takes the text as it is stored; whatever it throws leaves the text in the field
     */
    Writer(Parts parts, ItemRef item, String draftKey, String label, String sendLabel, Consumer<String> taken) {
        this.taken = taken;
        String person = parts.me().map(me -> me.value().toString()).orElse("");
        field = new MentionArea(parts, item, "maillage.draft:" + person + ":" + item.id() + ":" + draftKey, label,
                this::submit);
        send = new Button(sendLabel, click -> submit(field.area().getValue()));
        send.addClassName("small");
        Span helper = new Span(getTranslation("discussion.composer.helper"));
        helper.addClassName("helper");
        buttons.add(send, helper);
        buttons.addClassName("buttons");
        getContent().addClassName("ml-writer");
        getContent().add(field, buttons);
    }

    /** The one primary button of the page, where the page has no other. */
    Writer primary() {
        send.addThemeVariants(ButtonVariant.PRIMARY);
        return this;
    }

    Writer cancellable(Runnable cancel) {
        Button button = new Button(getTranslation("discussion.cancel"), click -> {
            field.clear();
            cancel.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("small");
        buttons.addComponentAtIndex(1, button);
        return this;
    }

    Writer showing(String stored, Map<PersonId, String> names) {
        field.show(stored, names);
        return this;
    }

    void focus() {
        field.area().focus();
    }

    private void submit(@Nullable String typed) {
        String text = typed == null ? "" : typed;
        try {
            taken.accept(field.stored(text));
            field.sent(text);
        } catch (InvalidInput e) {
            field.refuse(getTranslation(e.messageKey(), e.arguments()));
        } catch (Refused e) {
            field.refuse(getTranslation(e.messageKey()));
        } catch (CommentWithdrawn e) {
            field.refuse(getTranslation("discussion.withdrawn.meanwhile"));
        }
    }
}
