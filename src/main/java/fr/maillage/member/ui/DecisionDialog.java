package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.DateField;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Notices;
import fr.maillage.member.MembershipMoved;
import fr.maillage.member.People.Member;
import java.util.function.Supplier;

/** A decision of a coordinator that needs a value: a role, an end date, or both. */
class DecisionDialog extends Dialog {

    private final transient FieldErrors errors = new FieldErrors();
    private final Button submit = new Button();
    private final Div form = new Div();

    private DecisionDialog(String title, String label, Component... fields) {
        setHeaderTitle(title);
        addClassName("ml-dialog");
        form.add(fields);
        form.addClassName("ml-form");
        add(form);
        submit.setText(label);
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("member.cancel"), click -> close()), submit);
    }

    private void onSubmit(Runnable act, Supplier<String> sentence, Runnable after) {
        submit.addClickListener(click -> {
            errors.clear();
            try {
                act.run();
                close();
                Notices.success(sentence.get());
                after.run();
            } catch (InvalidInput invalid) {
                errors.show(invalid);
                submit.setEnabled(true);
            } catch (Refused refused) {
                Notices.error(getTranslation(refused.messageKey()));
                close();
            } catch (MembershipMoved moved) {
                Notices.error(getTranslation("member.moved"));
                close();
                after.run();
            }
        });
    }

    static DecisionDialog role(Desk desk, SpaceId space, Member member, Runnable after) {
        Select<Role> role = roles(desk, space, member);
        role.setValue(member.role());
        DecisionDialog dialog = new DecisionDialog(
                role.getTranslation("member.directory.role.of", member.name()),
                role.getTranslation("member.account.save"), role);
        dialog.errors.field("role", role);
        dialog.onSubmit(() -> desk.memberships().changeRole(member.membership(), role.getValue()),
                () -> role.getTranslation("member.directory.role.done", member.name(),
                        role.getTranslation(role.getValue().messageKey())), after);
        return dialog;
    }

    static DecisionDialog expiry(Desk desk, Member member, Runnable after) {
        DateField until = until();
        until.setValue(member.until());
        DecisionDialog dialog = new DecisionDialog(
                until.getTranslation("member.directory.expiry.of", member.name()),
                until.getTranslation("member.account.save"), until);
        dialog.errors.field("until", until);
        dialog.onSubmit(() -> desk.memberships().setExpiry(member.membership(), until.getValue()),
                () -> until.getValue() == null ? until.getTranslation("member.directory.expiry.none", member.name())
                        : until.getTranslation("member.directory.expiry.done", member.name(),
                                Formats.current().date(until.getValue())), after);
        return dialog;
    }

    static DecisionDialog approve(Desk desk, SpaceId space, Member member, Runnable after) {
        Select<Role> role = roles(desk, space, member);
        role.setValue(member.role());
        DateField until = until();
        DecisionDialog dialog = new DecisionDialog(
                role.getTranslation("member.directory.approve.of", member.name()),
                role.getTranslation("member.directory.approve"), role, until);
        dialog.errors.field("role", role).field("until", until);
        dialog.onSubmit(() -> desk.memberships().approve(member.membership(), role.getValue(), until.getValue()),
                () -> role.getTranslation("member.directory.approve.done", member.name()), after);
        return dialog;
    }

    private static Select<Role> roles(Desk desk, SpaceId space, Member member) {
        Select<Role> role = new Select<>();
        role.setLabel(role.getTranslation("member.invite.role"));
        role.setItems(desk.memberships().rolesFor(member.profile(), space));
        role.setItemLabelGenerator(item -> role.getTranslation(item.messageKey()));
        return role;
    }

    private static DateField until() {
        DateField until = new DateField("");
        until.setLabel(until.getTranslation("member.invite.until"));
        until.setHelperText(until.getTranslation("member.directory.expiry.help"));
        until.setClearButtonVisible(true);
        return until;
    }
}
