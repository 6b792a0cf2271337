package fr.maillage.member.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.DateField;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Notices;
import fr.maillage.member.InvitationMails.Sent;
import fr.maillage.member.Invitations.Invite;

/** Invites somebody: who, for whom, as what, until when; then shows the link, which is told once. */
class InviteDialog extends Dialog {

    private final transient Desk desk;
    private final SpaceId space;
    private final transient Runnable after;
    private final EmailField email = new EmailField();
    private final TextField name = new TextField();
    private final OrganizationChoice organization;
    private final transient ProfileAndRole what;
    private final DateField until;
    private final Button submit = new Button();
    private final Div form = new Div();
    private final transient FieldErrors errors = new FieldErrors();

    InviteDialog(Desk desk, SpaceId space, Runnable after) {
        this.desk = desk;
        this.space = space;
        this.after = after;
        setHeaderTitle(getTranslation("member.invite.title"));
        setCloseOnOutsideClick(false);
        addClassName("ml-dialog");
        email.setLabel(getTranslation("member.invite.email"));
        email.setMaxLength(254);
        name.setLabel(getTranslation("member.invite.name"));
        name.setHelperText(getTranslation("member.invite.name.help"));
        name.setMaxLength(120);
        organization = new OrganizationChoice(desk.organizations(), space);
        what = new ProfileAndRole(desk.memberships(), space, Profile.STAFF, Role.CONTRIBUTOR);
        until = new DateField(getTranslation("member.invite.until"));
        until.setHelperText(getTranslation("member.invite.until.help"));
        until.setClearButtonVisible(true);
        organization.addTo(errors);
        errors.field("profile", what.profile).field("role", what.role).field("until", until).field("name", name)
                .field("email", email);
        Div pair = new Div(what.profile, what.role);
        pair.addClassName("ml-fields-2");
        form.add(email, name, organization, pair, until);
        form.addClassName("ml-form");
        add(form);
        submit.setText(getTranslation("member.invite.submit"));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> invite());
        getFooter().add(new Button(getTranslation("member.cancel"), click -> close()), submit);
    }

    /** Invites the first coordinator of a space that has none. */
    InviteDialog leading() {
        setHeaderTitle(getTranslation("member.invite.lead.title"));
        form.addComponentAsFirst(new Paragraph(getTranslation("member.invite.lead.text")));
        what.coordinating();
        return this;
    }

    private void invite() {
        errors.clear();
        try {
            if (until.isInvalid()) {
                submit.setEnabled(true);
                return;
            }
            fr.maillage.member.Email.of(email.getValue());
            organization.require();
            Sent sent = desk.invitationMails().invite(new Invite(space, email.getValue(), name.getValue(),
                    organization.chosen(), organization.addition(), what.profile.getValue(), what.role.getValue(),
                    until.getValue()));
            after.run();
            showLink(sent);
        } catch (InvalidInput invalid) {
            errors.show(invalid);
            submit.setEnabled(true);
        } catch (Refused refused) {
            Notices.error(getTranslation(refused.messageKey()));
            submit.setEnabled(true);
        }
    }

    /** What became of the mail, and the link to copy. */
    void showLink(Sent sent) {
        removeAll();
        getFooter().removeAll();
        TextField link = new TextField(getTranslation("member.invite.link"), sent.link(), "");
        link.setReadOnly(true);
        link.setHelperText(getTranslation("member.invite.link.help"));
        Button copy = new Button(getTranslation("member.invite.copy"), Icon.COPY.create(), click -> {
            link.getElement().executeJs("navigator.clipboard ? navigator.clipboard.writeText($0)"
                    + " : (this.inputElement.select(), document.execCommand('copy'))", sent.link());
            Notices.success(getTranslation("member.invite.copied"));
        });
        Div body = new Div(new Paragraph(getTranslation("member.invite." + sent.delivery(), sent.email())), link, copy);
        body.addClassName("ml-form");
        add(body);
        Button close = new Button(getTranslation("member.invite.close"), click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
    }
}
