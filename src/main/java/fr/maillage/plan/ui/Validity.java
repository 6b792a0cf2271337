package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import org.jspecify.annotations.Nullable;

/**
 * Whether what stands in a field can be taken, and how the field says so.
 *
 * @param <V> the type of the field's value
 */
final class Validity<V> {

    private final HasValue<?, V> input;

    Validity(HasValue<?, V> input) {
        this.input = input;
    }

    /** Whether what was typed is no value at all: 31 February is none, and must not be kept as “no date”. */
    @SuppressWarnings("unchecked") // a field validates its own values
    boolean isUnparsable() {
        return input instanceof HasValidator<?> validated && input.isEmpty() && ((HasValidator<V>) validated)
                .getDefaultValidator().apply(input.getValue(), new ValueContext(null, (Component) input, input)).isError();
    }

    /** Says beside the field what is wrong; null when nothing is. */
    void tell(@Nullable String words) {
        if (input instanceof HasValidationProperties field && (words != null || field.isInvalid())) {
            field.setInvalid(words != null);
            field.setErrorMessage(words == null ? "" : words);
        }
    }

    /** Puts into the field what is kept, and therefore valid: one that judges it itself tells the browser so, dozens of times. */
    void show(V kept) {
        judging(false);
        try {
            input.setValue(kept);
            tell(null);
        } finally {
            judging(true);
        }
    }

    private void judging(boolean itself) {
        if (input instanceof HasValidation field) {
            field.setManualValidation(!itself);
        }
    }
}
