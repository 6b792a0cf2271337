package fr.maillage.plan;

import fr.maillage.access.ItemKind;
import fr.maillage.coediting.LiveTextFields;
import org.springframework.stereotype.Component;

/** What the live texts of a plan are called. */
@Component
class PlanTextFields implements LiveTextFields {

    @Override
    public ItemKind kind() {
        return PlanService.KIND;
    }

    @Override
    public String labelKey(String field) {
        return "plan." + field;
    }
}
