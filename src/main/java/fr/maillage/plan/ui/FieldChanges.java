package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.TimeText;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes of fields, one below the other: which field, what stood there, what stands there since, by whom. */
class FieldChanges extends Composite<OrderedList> {

    private final FieldWords words;
    private final Names.Directory names;
    private final Instant now;

    /** @param restore brings back what stood there; null for those who may not */
    FieldChanges(List<FieldChange> changes, FieldWords words, Names.Directory names, Instant now,
            @Nullable Consumer<FieldChange> restore) {
        this.words = words;
        this.names = names;
        this.now = now;
        getContent().addClassName("ml-changes");
        changes.forEach(change -> getContent().add(line(change, restore)));
    }

    private ListItem line(FieldChange change, @Nullable Consumer<FieldChange> restore) {
        Span label = new Span(label(change));
        label.addClassName("ml-strong");
        Div values = new Div(value("del", "plan.history.was", change, change.was()), Icon.ARROW_RIGHT.small(),
                value("ins", "plan.history.became", change, change.became()));
        values.addClassName("values");
        Div facts = new Div(new TimeText(Formats.current().moment(change.at(), now), change.at().toString()),
                new Span(change.by().stream().map(names::of).collect(Collectors.joining(", "))));
        facts.addClassNames("facts", "ml-small", "ml-muted");
        ListItem line = new ListItem(label, values, facts);
        if (restore != null && restorable(change)) {
            Button back = new Button(getTranslation("plan.history.restore"), click -> restore.accept(change));
            back.setAriaLabel(getTranslation("plan.history.restore.of", label(change)));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            back.addClassName("small");
            facts.add(back);
        }
        return line;
    }

    /** Values of the action itself: a line may be gone, and people are named and no longer named where they stand. */
    static boolean restorable(FieldChange change) {
        return change.subject() instanceof FieldChange.Subject.Field(var field)
                && field.part() == ActionField.Part.ACTION && !field.isLive();
    }

    String label(FieldChange change) {
        return switch (change.subject()) {
            case FieldChange.Subject.Field(var field) when field.part() == ActionField.Part.ACTION ->
                getTranslation(field.messageKey());
            case FieldChange.Subject.Field(var field) -> getTranslation("plan.history.ofLine",
                    getTranslation(field.part().messageKey()), getTranslation(field.messageKey()));
            case FieldChange.Subject.Person(var part) -> getTranslation(part.messageKey());
            case FieldChange.Subject.Partner() -> getTranslation("plan.partners");
        };
    }

    private Component value(String tag, String key, FieldChange change, @Nullable Object value) {
        Span said = new Span(getTranslation(key));
        said.addClassName("ml-visually-hidden");
        boolean none = value == null || value.equals("");
        HtmlContainer shown = new HtmlContainer(none ? "span" : tag, said, new Span(none
                ? getTranslation("plan.history.nothing") : said(change, value)));
        shown.setClassName("ml-faint", none);
        return shown;
    }

    private String said(FieldChange change, Object value) {
        return switch (change.subject()) {
            case FieldChange.Subject.Field(var field) -> words.say(field, value);
            case FieldChange.Subject.Person _ -> names.of((PersonId) value);
            case FieldChange.Subject.Partner _ -> (String) value;
        };
    }
}
