package fr.maillage.plan;

import fr.maillage.access.ItemKind;
import fr.maillage.coediting.LiveTextFields;
import fr.maillage.coediting.LiveTextRef;
import org.springframework.stereotype.Component;

/** What the live texts of a plan are called. */
@Component
public class PlanTextFields implements LiveTextFields {

    static final String SUMMARY = "summary";

    /** Which text the summary of a plan is, opened or not. */
    public static LiveTextRef summary(PlanId plan) {
        return new LiveTextRef(PlanService.ref(plan), SUMMARY);
    }

    @Override
    public ItemKind kind() {
        return PlanService.KIND;
    }

    @Override
    public String labelKey(String field) {
        return "plan." + field;
    }
}
