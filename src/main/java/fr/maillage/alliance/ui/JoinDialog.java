package fr.maillage.alliance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import fr.maillage.access.Refused;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Side;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Notices;

/** Asks an alliance, in the name of a territory, to be let in. */
class JoinDialog extends Dialog {

    JoinDialog(SpaceId territory, String name, ComboBox<Candidate> field, AllianceService service) {
        setHeaderTitle(getTranslation("alliance.join.title"));
        setWidth("min(480px, 94vw)");
        field.setLabel(getTranslation("alliance.join.field"));
        field.setWidthFull();
        Button ask = new Button(getTranslation("alliance.join.confirm"));
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.setDisableOnClick(true);
        ask.addClickListener(event -> {
            Candidate chosen = field.getValue();
            try {
                if (chosen == null) {
                    throw new InvalidInput("member", "alliance.join.nothing");
                }
                service.propose(chosen.id(), territory, Side.MEMBER);
                close();
                Notices.success(getTranslation("alliance.join.done", chosen.name()));
                UI.getCurrent().refreshCurrentRoute(true);
            } catch (InvalidInput invalid) {
                field.setErrorMessage(getTranslation(invalid.messageKey(), invalid.arguments()));
                field.setInvalid(true);
                field.focus();
            } catch (Refused refused) {
                Notices.error(getTranslation(refused.messageKey()));
            } finally {
                ask.setEnabled(true);
            }
        });
        add(new Paragraph(getTranslation("alliance.join.text", name)), field);
        getFooter().add(new Button(getTranslation("alliance.join.cancel"), event -> close()), ask);
    }
}
