package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import java.util.ArrayList;
import java.util.List;

/** The fields of a form that have to be filled in: those still empty are all told at once, not one at each try. */
public final class RequiredFields {

    private final List<Component> fields;

    /** @param fields each a {@link HasValue} and {@link HasValidation} */
    public RequiredFields(Component... fields) {
        this.fields = List.of(fields);
    }

    /**
     * Says beside each field that is empty, or holds blanks only, that it has to be filled in.
     *
     * @return those that were told
     */
    public List<HasValidation> tellEmpty() {
        List<HasValidation> told = new ArrayList<>();
        for (Component field : fields) {
            if (field instanceof HasValue<?, ?> value && field instanceof HasValidation validation
                    && (value.isEmpty() || value.getValue() instanceof String words && words.isBlank())) {
                validation.setErrorMessage(field.getTranslation("base.required"));
                validation.setInvalid(true);
                told.add(validation);
            }
        }
        return told;
    }
}
