package fr.maillage.member.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.maillage.member.PasswordRules;
import java.util.function.Supplier;

/** A password being chosen: says under it, while one types, what is missing. */
class NewPasswordField extends PasswordField {

    private static final int PAUSE_MILLIS = 300;

    NewPasswordField(String label, PasswordRules rules, Supplier<String> name, Supplier<String> email) {
        super(label);
        getElement().setAttribute("autocomplete", "new-password");
        setMaxLength(PasswordRules.LONGEST);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MILLIS);
        setHelperText(getTranslation("member.password.advice.empty"));
        addValueChangeListener(change -> {
            setInvalid(false);
            setHelperText(getTranslation(rules.advice(change.getValue(), name.get(), email.get())));
        });
    }
}
