package fr.maillage.plan.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import fr.maillage.base.ui.StatusBadge;
import fr.maillage.base.ui.StatusMenu;
import fr.maillage.plan.ActionStatus;
import java.util.List;

/** The status of an action: a badge that opens the other seven, or only a badge. */
class StatusField extends CustomField<ActionStatus> {

    private final StatusMenu<ActionStatus> menu;
    private final Div holder = new Div();

    StatusField() {
        super(ActionStatus.TO_COME);
        addClassName("ml-bare-field");
        menu = new StatusMenu<>(ActionStatus.TO_COME, List.of(ActionStatus.values()), Looks::of,
                status -> getTranslation(status.messageKey()), this::choose);
        add(holder);
        write();
    }

    private void choose(ActionStatus status) {
        setModelValue(status, true);
        menu.show(status);
    }

    @Override
    protected ActionStatus generateModelValue() {
        return getValue();
    }

    @Override
    protected void setPresentationValue(ActionStatus status) {
        menu.show(status);
        write();
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        write();
    }

    private void write() {
        holder.removeAll();
        holder.add(isReadOnly()
                ? new StatusBadge(Looks.of(getValue()), getTranslation(getValue().messageKey())).pill() : menu);
    }
}
