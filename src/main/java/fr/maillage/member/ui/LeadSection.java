package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.SpaceSection;
import java.util.Optional;

/** In the bar of a space that nobody coordinates: bringing in whoever will, for administrators of the platform. */
@org.springframework.stereotype.Component
class LeadSection implements SpaceSection {

    private final Desk desk;

    LeadSection(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Slot slot() {
        return Slot.ACTIONS;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String labelKey() {
        return "member.invite.lead";
    }

    @Override
    public Optional<Component> section(SpaceId space) {
        if (!desk.invitations().mayAppointFirst(space)) {
            return Optional.empty();
        }
        Button invite = new Button(I18NProvider.translate("member.invite.lead"), Icon.USER_PLUS.create(),
                click -> new InviteDialog(desk, space, () -> { }).leading().open());
        invite.addClassName("small");
        return Optional.of(invite);
    }
}
