package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import fr.maillage.base.InvalidInput;
import fr.maillage.opportunity.Outcome;
import java.util.function.BiConsumer;

/** Asks how an opportunity ended. */
class CloseDialog extends Dialog {

    CloseDialog(BiConsumer<Outcome, String> close) {
        setHeaderTitle(getTranslation("opportunity.close.title"));
        RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>(getTranslation("opportunity.close.how"));
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(one -> getTranslation(one.messageKey()));
        outcome.setValue(Outcome.FOUND);
        outcome.addClassName("ml-vertical");
        TextArea words = new TextArea(getTranslation("opportunity.close.words"));
        words.setHelperText(getTranslation("opportunity.close.wordsHelp"));
        words.setMaxLength(500);
        words.setWidthFull();
        Div form = new Div(outcome, words);
        form.addClassNames("ml-stack", "ml-gap-16");
        add(form);
        Button confirm = new Button(getTranslation("opportunity.close"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> {
            try {
                close.accept(outcome.getValue(), words.getValue());
                close();
            } catch (InvalidInput why) {
                words.setErrorMessage(getTranslation(why.messageKey(), why.arguments()));
                words.setInvalid(true);
                words.focus();
                confirm.setEnabled(true);
            }
        });
        getFooter().add(new Button(getTranslation("opportunity.cancel"), event -> close()), confirm);
    }
}
