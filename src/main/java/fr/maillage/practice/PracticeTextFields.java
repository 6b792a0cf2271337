package fr.maillage.practice;

import fr.maillage.access.ItemKind;
import fr.maillage.coediting.LiveTextFields;
import fr.maillage.coediting.LiveTextRef;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the live texts of a practice are called. */
@Component
public class PracticeTextFields implements LiveTextFields {

    /** Which text a part of a practice is, opened or not. */
    public static LiveTextRef part(PracticeId practice, PracticeSection section) {
        return new LiveTextRef(practice.ref(), section.field());
    }

    @Override
    public ItemKind kind() {
        return PracticeService.KIND;
    }

    @Override
    public String labelKey(String field) {
        return PracticeSection.valueOf(field.toUpperCase(Locale.ROOT)).messageKey();
    }
}
