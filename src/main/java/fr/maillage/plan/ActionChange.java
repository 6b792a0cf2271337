package fr.maillage.plan;

import fr.maillage.base.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something changed in an action, told to the screens that show it once it is committed. */
public sealed interface ActionChange {

    ActionId action();

    PlanId plan();

    PersonId by();

    /** A field has a new value. */
    record FieldSet<T>(FieldRef<T> ref, PlanId plan, @Nullable T value, long version, PersonId by, Instant at)
            implements ActionChange {

        @Override
        public ActionId action() {
            return ref.action();
        }
    }

    /** A line was added or removed. */
    record LinesChanged(ActionId action, PlanId plan, ActionField.Part part, PersonId by) implements ActionChange {}

    /** Somebody, or a partner, was named or is named no longer. */
    record PeopleChanged(ActionId action, PlanId plan, PersonId by) implements ActionChange {}

    /** It was made, moved, archived or restored, or a sub-action of it was. */
    record OutlineChanged(ActionId action, PlanId plan, PersonId by) implements ActionChange {}
}
