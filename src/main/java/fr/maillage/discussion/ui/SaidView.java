package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.maillage.access.ItemRef;
import fr.maillage.base.Hue;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.Avatar;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.TimeText;
import fr.maillage.discussion.Mentions;
import fr.maillage.discussion.Said;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One comment: who, when, the words, and for its author the ways to change and to withdraw it. */
class SaidView extends Composite<Div> {

    private final Parts parts;
    private final ItemRef item;
    private final Runnable changed;
    private @Nullable Said shown;
    private boolean editing;

    /** @param changed reads the discussion again */
    SaidView(Parts parts, ItemRef item, Runnable changed) {
        this.parts = parts;
        this.item = item;
        this.changed = changed;
        getContent().addClassName("ml-said");
    }

    /** Shows the comment as it is now; what is being typed into it is left alone. */
    void show(Said said, Map<PersonId, String> names) {
        if (editing && said.mine() || said.equals(shown)) {
            return;
        }
        editing = false;
        shown = said;
        getContent().removeAll();
        getContent().setClassName("withdrawn", said.withdrawn());
        getContent().add(who(said, names));
        if (said.withdrawn()) {
            getContent().add(new Paragraph(getTranslation("discussion.withdrawn")));
            return;
        }
        getContent().add(words(said.text(), names));
        if (said.mine() || said.removable()) {
            getContent().add(ways(said, names));
        }
    }

    private Paragraph who(Said said, Map<PersonId, String> names) {
        String name = name(said.author(), names);
        Paragraph who = new Paragraph(new Avatar(name, Hue.of(said.author().value().toString())).small(),
                new Span(name));
        who.addClassName("who");
        if (said.editedAt() != null) {
            Span edited = new Span(getTranslation("discussion.edited"));
            edited.addClassName("edited");
            who.add(edited);
        }
        who.add(new TimeText(moment(said), said.at().toString()));
        return who;
    }

    private Div words(String text, Map<PersonId, String> names) {
        Div words = new Div();
        words.addClassName("words");
        Mentions.walk(text, plain -> words.add(new Text(plain)), person -> {
            Span mention = new Span("@" + name(person, names));
            mention.addClassName("ml-mention");
            words.add(mention);
        });
        return words;
    }

    private Div ways(Said said, Map<PersonId, String> names) {
        Div ways = new Div();
        ways.addClassName("ways");
        if (said.mine()) {
            Button edit = quiet(getTranslation("discussion.edit"));
            edit.setAriaLabel(getTranslation("discussion.edit.of", moment(said)));
            edit.addClickListener(click -> edit(said, names));
            ways.add(edit);
        }
        if (said.removable()) {
            Button withdraw = quiet(getTranslation("discussion.withdraw"));
            withdraw.setAriaLabel(getTranslation("discussion.withdraw.of", name(said.author(), names), moment(said)));
            withdraw.setDisableOnClick(true);
            withdraw.addClickListener(click -> withdraw(said));
            ways.add(withdraw);
        }
        return ways;
    }

    private void edit(Said said, Map<PersonId, String> names) {
        editing = true;
        getContent().removeAll();
        Writer writer = new Writer(parts, item, "edit:" + said.id().value(),
                getTranslation("discussion.composer.edit"), getTranslation("discussion.save"), text -> {
                    parts.service().edit(said.id(), text);
                    stopEditing();
                });
        writer.cancellable(this::stopEditing).showing(said.text(), names);
        getContent().add(who(said, names), writer);
        writer.focus();
    }

    private void stopEditing() {
        editing = false;
        shown = null;
        changed.run();
    }

    private void withdraw(Said said) {
        parts.service().withdraw(said.id());
        changed.run();
        Notices.undo(getTranslation("discussion.withdrawn.notice"), () -> {
            parts.service().bringBack(said.id());
            changed.run();
        });
    }

    private String moment(Said said) {
        return Formats.current().moment(said.at(), parts.today().now());
    }

    private String name(PersonId person, Map<PersonId, String> names) {
        return names.getOrDefault(person, getTranslation("discussion.someoneLeft"));
    }

    static Button quiet(String label) {
        Button button = new Button(label);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("small");
        return button;
    }
}
