package fr.maillage.practice;

import fr.maillage.access.ItemKind;
import fr.maillage.coediting.LiveTextFields;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the live texts of a practice are called. */
@Component
class PracticeTextFields implements LiveTextFields {

    @Override
    public ItemKind kind() {
        return PracticeService.KIND;
    }

    @Override
    public String labelKey(String field) {
        return PracticeSection.valueOf(field.toUpperCase(Locale.ROOT)).messageKey();
    }
}
