package fr.maillage.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.DateField;
import fr.maillage.base.ui.DraftKeeper;
import fr.maillage.base.ui.RequiredFields;
import fr.maillage.plan.PlanDraft;
import fr.maillage.plan.PlanType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a plan. Errors stand beside their field. */
class PlanForm extends Composite<FormLayout> {

    private final TextField title = new TextField();
    private final Select<PlanType> type = new Select<>();
    private final DatePicker start = new DateField(getTranslation("plan.form.start"));
    private final DatePicker end = new DateField(getTranslation("plan.form.end"));
    private final TextArea summary = new TextArea();
    private final Map<String, HasValidationProperties> byName = Map.of(PlanDraft.TITLE, title, PlanDraft.TYPE, type,
            PlanDraft.START, start, PlanDraft.END, end, PlanDraft.SUMMARY, summary);
    private transient List<HasValidation> shown = List.of();

    /** @param fresh whether the plan is new: its summary is then told here, later where it is read, with others */
    PlanForm(boolean fresh) {
        title.setLabel(getTranslation("plan.form.title"));
        title.setRequiredIndicatorVisible(true);
        type.setLabel(getTranslation("plan.form.type"));
        // Not setRequiredIndicatorVisible: it writes aria-required on what is a button to assistive technology.
        type.addClassName("ml-required");
        type.setItems(PlanType.values());
        type.setItemLabelGenerator(choice -> getTranslation(choice.messageKey()));
        summary.setLabel(getTranslation("plan.form.summary"));
        summary.setHelperText(getTranslation("plan.markdown"));
        summary.setMinRows(4);
        FormLayout form = getContent();
        form.setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("480px", 2));
        form.add(title, type, start, end, summary);
        summary.setVisible(fresh);
        form.setColspan(title, 2);
        form.setColspan(type, 2);
        form.setColspan(summary, 2);
    }

    /** Keeps what is typed in the browser, in case the session ends before the plan is saved. */
    DraftKeeper drafts(String key, Instant now) {
        return new DraftKeeper(this, key, now).field(PlanDraft.TITLE, title).field(PlanDraft.TYPE, type)
                .field(PlanDraft.START, start).field(PlanDraft.END, end).field(PlanDraft.SUMMARY, summary);
    }

    void read(PlanDraft draft) {
        title.setValue(draft.title());
        type.setValue(draft.type());
        start.setValue(draft.start());
        end.setValue(draft.end());
        summary.setValue(draft.summary());
    }

    PlanDraft write() {
        return new PlanDraft(title.getValue(), type.getValue(), start.getValue(), end.getValue(), summary.getValue());
    }

    /**
     * Runs what saves the form and shows what it could not take beside the field.
     *
     * @return whether it was saved
     */
    boolean trying(Runnable save) {
        // A day that is none, 31 February, must not be kept as “no date”: the field has said so and stays.
        for (DatePicker day : List.of(start, end)) {
            if (day.isInvalid() && day.getValue() == null && !shown.contains(day)) {
                day.focus();
                return false;
            }
        }
        byName.values().forEach(field -> field.setInvalid(false));
        shown = List.of();
        try {
            save.run();
            return true;
        } catch (InvalidInput error) {
            Optional.ofNullable(byName.get(error.field())).ifPresentOrElse(field -> {
                List<HasValidation> told = new ArrayList<>(new RequiredFields(title, type).tellEmpty());
                field.setErrorMessage(getTranslation(error.messageKey(), error.arguments()));
                field.setInvalid(true);
                told.add(field);
                shown = told;
                ((Focusable<?>) field).focus();
            }, () -> {
                throw error;
            });
            return false;
        }
    }
}
