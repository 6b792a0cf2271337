package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import fr.maillage.base.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts an error beside the field it is about, in words, and leads there. */
final class FieldErrors {

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** @param name the field as {@link InvalidInput#field()} names it; several names may share one */
    FieldErrors field(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    void clear() {
        fields.values().forEach(field -> {
            field.setInvalid(false);
            field.setErrorMessage(null);
        });
    }

    /** Shows it at its field, or at the last one when it is about none of them. */
    void show(InvalidInput invalid) {
        HasValidation field = fields.getOrDefault(invalid.field(),
                fields.values().stream().reduce((first, second) -> second).orElseThrow());
        field.setErrorMessage(((Component) field).getTranslation(invalid.messageKey(), invalid.arguments()));
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
