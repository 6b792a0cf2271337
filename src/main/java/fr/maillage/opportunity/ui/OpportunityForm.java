package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Theme;
import fr.maillage.base.ui.DateField;
import fr.maillage.base.ui.DraftKeeper;
import fr.maillage.base.ui.RequiredFields;
import fr.maillage.opportunity.Details;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.OpportunityContent;
import fr.maillage.opportunity.OpportunityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** What an opportunity says, as fields; errors stand beside the field they are about. */
class OpportunityForm extends Composite<Div> {

    private final RadioButtonGroup<Direction> direction = new RadioButtonGroup<>();
    private final Select<OpportunityKind> kind = new Select<>();
    private final TextField title = new TextField();
    private final TextField summary = new TextField();
    private final TextArea body = new TextArea();
    private final MultiSelectComboBox<Theme> themes = new MultiSelectComboBox<>();
    private final DateField deadline;
    private final KindFields details;
    private final DraftKeeper drafts;
    private final Map<String, Component> named = new LinkedHashMap<>();
    private final transient RequiredFields required = new RequiredFields(direction, kind, title, summary);
    private transient List<HasValidation> shown = List.of();

    /** @param draft names the form in the browser of whoever types */
    OpportunityForm(String draft, Instant now) {
        drafts = new DraftKeeper(this, draft, now);
        details = new KindFields(drafts);
        deadline = new DateField(getTranslation("opportunity.form.deadline"));
        direction.setLabel(getTranslation("opportunity.form.direction"));
        direction.setItems(Direction.values());
        direction.setItemLabelGenerator(one -> getTranslation("opportunity.form.direction." + one));
        direction.setRequiredIndicatorVisible(true);
        kind.setLabel(getTranslation("opportunity.form.kind"));
        kind.setItems(OpportunityKind.values());
        kind.setItemLabelGenerator(one -> one == null ? "" : getTranslation(one.messageKey()));
        // Not setRequiredIndicatorVisible: it writes aria-required on what is a button to assistive technology.
        kind.addClassName("ml-required");
        kind.addValueChangeListener(event -> details.show(event.getValue()));
        title.setLabel(getTranslation("opportunity.form.title"));
        title.setHelperText(getTranslation("opportunity.form.titleHelp"));
        title.setMaxLength(OpportunityContent.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        summary.setLabel(getTranslation("opportunity.form.summary"));
        summary.setMaxLength(OpportunityContent.LONGEST_SUMMARY);
        summary.setRequiredIndicatorVisible(true);
        summary.setValueChangeMode(ValueChangeMode.LAZY);
        summary.addValueChangeListener(event -> left());
        left();
        body.setLabel(getTranslation("opportunity.form.body"));
        body.setHelperText(getTranslation("opportunity.form.bodyHelp"));
        body.setMinRows(8);
        themes.setLabel(getTranslation("opportunity.form.themes"));
        themes.setItems(Theme.values());
        themes.setItemLabelGenerator(theme -> getTranslation(theme.messageKey()));
        deadline.setHelperText(getTranslation("opportunity.form.deadlineHelp"));

        name("direction", direction);
        name("kind", kind);
        name("title", title);
        name("summary", summary);
        name("deadline", deadline);
        name("body", body);
        named.put("themes", themes);
        drafts.choices("themes", themes);
        title.setWidthFull();
        summary.setWidthFull();
        body.setWidthFull();
        themes.setWidthFull();
        getContent().addClassNames("ml-stack", "ml-gap-16", "ml-form");
        getContent().add(drafts, direction, kind, title, summary, details, deadline, themes, body);
    }

    private void name(String name, Component field) {
        named.put(name, field);
        drafts.field(name, field);
    }

    private void left() {
        summary.setHelperText(getTranslation("opportunity.form.summaryHelp",
                OpportunityContent.LONGEST_SUMMARY - summary.getValue().length()));
    }

    void read(OpportunityContent content) {
        direction.setValue(content.direction());
        kind.setValue(content.kind());
        title.setValue(content.title());
        summary.setValue(content.summary());
        details.read(content.details());
        body.setValue(content.body());
        themes.setValue(content.themes());
        deadline.setValue(content.deadline());
    }

    /** @throws InvalidInput on the field that cannot be taken */
    @SuppressWarnings("NullAway")
    OpportunityContent write() {
        forget();
        // Dates and numbers only: the others, when they are empty, are told in words by what checks them.
        Stream.concat(Stream.of(deadline), details.visible().stream())
                .filter(one -> one instanceof HasValidation field && field.isInvalid()).findFirst()
                .ifPresent(one -> {
                    ((Focusable<?>) one).focus();
                    throw new Unreadable();
                });
        Details written = kind.getValue() == null ? Details.none() : details.write(kind.getValue());
        return new OpportunityContent(direction.getValue(), kind.getValue(), title.getValue(), summary.getValue(),
                body.getValue(), written, themes.getValue(), deadline.getValue());
    }

    /** A field holds what is no date or number: it says so itself. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Takes away the errors shown by {@link #show}, not those that the fields have found themselves. */
    private void forget() {
        shown.forEach(field -> field.setInvalid(false));
        shown = List.of();
    }

    /** Shows an error beside its field and goes there, and says which others are still empty; false when the field is not one of these. */
    boolean show(InvalidInput why) {
        Component field = named.containsKey(why.field()) ? named.get(why.field())
                : details.named(why.field()).orElse(null);
        if (!(field instanceof HasValidation invalid)) {
            return false;
        }
        List<HasValidation> told = new ArrayList<>(required.tellEmpty());
        invalid.setErrorMessage(getTranslation(why.messageKey(), why.arguments()));
        invalid.setInvalid(true);
        told.add(invalid);
        shown = told;
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        } else {
            // A group of radio buttons takes no focus itself: its first button does.
            field.getElement().executeJs("this.scrollIntoView({block: 'center'});"
                    + "this.querySelector('vaadin-radio-button input, input')?.focus({preventScroll: true})");
        }
        return true;
    }

    /** Which version the form shows, and what hears the one of a draft that is taken up. */
    void version(long shown, LongConsumer takenUp) {
        drafts.version(shown, takenUp);
    }

    /** What was typed has been saved. */
    void saved() {
        drafts.done();
    }
}
