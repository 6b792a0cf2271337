package fr.maillage.member.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.base.InvalidInput;
import fr.maillage.member.FirstAdministrator;
import fr.maillage.member.InvitationUnusable;
import fr.maillage.member.PasswordRules;

/** Where the link of a new installation leads: the account of its first administrator. */
@Route(value = "premier-compte/:token", autoLayout = false)
@AnonymousAllowed
class FirstAccountView extends Composite<SignFrame> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FirstAdministrator first;
    private final transient PasswordRules rules;

    FirstAccountView(FirstAdministrator first, PasswordRules rules) {
        this.first = first;
        this.rules = rules;
    }

    /** Made here: what the framework makes by itself has to be public. */
    @Override
    protected SignFrame initContent() {
        return new SignFrame();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("token").orElse("");
        if (first.opens(secret)) {
            getContent().show(getTranslation("member.first.title"),
                    SignFrame.lead(getTranslation("member.first.lead")), form(secret));
        } else {
            showClosed();
        }
    }

    private Div form(String secret) {
        EmailField email = new EmailField(getTranslation("member.signIn.email"));
        email.setMaxLength(254);
        email.getElement().setAttribute("autocomplete", "username");
        TextField name = new TextField(getTranslation("member.invite.page.name"));
        name.setMaxLength(120);
        name.getElement().setAttribute("autocomplete", "name");
        NewPasswordField password = new NewPasswordField(getTranslation("member.signIn.password"), rules,
                name::getValue, email::getValue);
        FieldErrors errors = new FieldErrors().field("email", email).field("name", name).field("password", password);
        Button submit = new Button(getTranslation("member.first.submit"));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER);
        submit.addClickListener(click -> {
            errors.clear();
            try {
                first.make(secret, email.getValue(), name.getValue(), password.getValue(), getLocale());
                getContent().show(getTranslation("member.first.title"),
                        SignFrame.lead(getTranslation("member.first.done")), signIn());
            } catch (InvalidInput invalid) {
                errors.show(invalid);
                submit.setEnabled(true);
            } catch (InvitationUnusable closed) {
                showClosed();
            }
        });
        Div form = new Div(email, name, password, submit);
        form.addClassName("ml-sign-fields");
        return form;
    }

    private void showClosed() {
        getContent().show(getTranslation("member.first.title"), SignFrame.lead(getTranslation("member.first.closed")),
                signIn());
    }

    private Anchor signIn() {
        Anchor link = new Anchor("/" + MemberNavigation.SIGN_IN, getTranslation("member.signIn.submit"));
        link.addClassNames("ml-button", "large");
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.person.pageTitle", getTranslation("member.first.title"));
    }
}
