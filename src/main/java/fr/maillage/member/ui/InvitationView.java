package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Spaces;
import fr.maillage.access.Viewer;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Formats;
import fr.maillage.member.InvitationUnusable;
import fr.maillage.member.Invitations;
import fr.maillage.member.Invitations.Opened;
import fr.maillage.member.PasswordRules;
import java.util.ArrayList;
import java.util.List;

/** What the link of an invitation opens: who invites, where, as what, and how to accept. */
@Route(value = "invitation/:token", autoLayout = false)
@AnonymousAllowed
class InvitationView extends Composite<SignFrame> implements BeforeEnterObserver,
        HasDynamicTitle {

    private final transient Invitations invitations;
    private final transient Spaces spaces;
    private final transient PasswordRules rules;
    private final transient CurrentViewer viewer;

    InvitationView(Invitations invitations, Spaces spaces, PasswordRules rules, CurrentViewer viewer) {
        this.invitations = invitations;
        this.spaces = spaces;
        this.rules = rules;
        this.viewer = viewer;
    }

    /** Made here: what the framework makes by itself has to be public. */
    @Override
    protected SignFrame initContent() {
        return new SignFrame();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("token").orElse("");
        try {
            show(secret, invitations.open(secret));
        } catch (InvitationUnusable unusable) {
            showUnusable(unusable);
        }
    }

    private void showUnusable(InvitationUnusable unusable) {
        getContent().show(getTranslation("member.invite.page.unusable"),
                SignFrame.lead(getTranslation(unusable.reason().messageKey())), signIn());
    }

    private Anchor signIn() {
        Anchor link = new Anchor("/" + MemberNavigation.SIGN_IN, getTranslation("member.signIn.submit"));
        link.addClassNames("ml-button", "large");
        return link;
    }

    private void show(String secret, Opened opened) {
        String space = spaces.find(opened.space()).map(Spaces.Space::name).orElse("");
        List<Component> parts = new ArrayList<>();
        parts.add(SignFrame.lead(opened.invitedBy().isEmpty()
                ? getTranslation("member.invite.page.lead.nobody", opened.organization())
                : getTranslation("member.invite.page.lead", opened.invitedBy(), opened.organization())));
        parts.add(SignFrame.lead(getTranslation("member.invite.page.as",
                getTranslation("access.profile.one." + opened.profile()), getTranslation(opened.role().messageKey()))));
        if (opened.until() != null) {
            parts.add(SignFrame.lead(
                    getTranslation("member.invite.page.until", Formats.current().date(opened.until()))));
        }
        if (!opened.hasAccount()) {
            parts.add(openAccount(secret, opened, space));
        } else if (viewer.get() instanceof Viewer.SignedIn) {
            parts.add(accept(secret, space));
        } else {
            parts.add(SignFrame.lead(getTranslation("member.invite.page.signIn", opened.email())));
            parts.add(signIn());
        }
        getContent().show(getTranslation("member.invite.page.title", space), parts.toArray(Component[]::new));
    }

    private Component accept(String secret, String space) {
        Div place = new Div();
        place.addClassName("ml-sign-fields");
        Button accept = new Button(getTranslation("member.invite.page.accept"), click -> {
            try {
                invitations.acceptAsMyself(secret);
                getUI().ifPresent(ui -> ui.navigate(MemberNavigation.ACCOUNT));
            } catch (InvitationUnusable unusable) {
                if (unusable.reason() == InvitationUnusable.Reason.FOR_ANOTHER) {
                    place.add(SignFrame.error(getTranslation("member.invite.page.signedInAs")));
                } else {
                    showUnusable(unusable);
                }
            }
        });
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        accept.setDisableOnClick(true);
        place.add(accept);
        return place;
    }

    private Component openAccount(String secret, Opened opened, String space) {
        TextField name = new TextField(getTranslation("member.invite.page.name"));
        name.setValue(opened.name());
        name.setMaxLength(120);
        name.getElement().setAttribute("autocomplete", "name");
        TextField function = new TextField(getTranslation("member.invite.page.function"));
        function.setMaxLength(160);
        function.setHelperText(getTranslation("member.account.function.help"));
        TextField email = new TextField(getTranslation("member.signIn.email"));
        email.setValue(opened.email());
        email.setReadOnly(true);
        email.getElement().setAttribute("autocomplete", "username");
        NewPasswordField password = new NewPasswordField(getTranslation("member.signIn.password"), rules,
                name::getValue, opened::email);
        FieldErrors errors = new FieldErrors().field("name", name).field("functionTitle", function)
                .field("password", password);
        Button submit = new Button(getTranslation("member.invite.page.submit"));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER);
        submit.addClickListener(click -> {
            errors.clear();
            try {
                invitations.accept(secret, name.getValue(), function.getValue(), password.getValue(), getLocale());
                getContent().show(getTranslation("member.invite.page.title", space),
                        SignFrame.lead(getTranslation("member.invite.page.done", space)), signIn());
            } catch (InvalidInput invalid) {
                errors.show(invalid);
                submit.setEnabled(true);
            } catch (InvitationUnusable unusable) {
                showUnusable(unusable);
            }
        });
        Div form = new Div(email, name, function, password, submit);
        form.addClassName("ml-sign-fields");
        return form;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.invite.page.pageTitle");
    }
}
