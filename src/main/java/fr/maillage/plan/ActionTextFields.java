package fr.maillage.plan;

import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.coediting.LiveTextFields;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the live texts of an action are called, and where the history of its other fields stands. */
@Component
class ActionTextFields implements LiveTextFields {

    @Override
    public ItemKind kind() {
        return ActionService.KIND;
    }

    @Override
    public String labelKey(String field) {
        return "plan.field." + field;
    }

    @Override
    public Optional<String> fieldHistory(ItemRef item) {
        return Optional.of("fiches/" + item.id() + "/historique");
    }
}
