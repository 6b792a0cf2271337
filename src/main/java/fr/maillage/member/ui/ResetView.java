package fr.maillage.member.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.base.InvalidInput;
import fr.maillage.member.InvitationUnusable;
import fr.maillage.member.PasswordResets;
import fr.maillage.member.PasswordRules;

/** Where the link of a forgotten password leads. */
@Route(value = "mot-de-passe/:token", autoLayout = false)
@AnonymousAllowed
class ResetView extends Composite<SignFrame> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PasswordResets resets;
    private final transient PasswordRules rules;

    ResetView(PasswordResets resets, PasswordRules rules) {
        this.resets = resets;
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
        if (resets.isOpen(secret)) {
            getContent().show(getTranslation("member.reset.title"), form(secret));
        } else {
            showClosed();
        }
    }

    private Div form(String secret) {
        NewPasswordField password = new NewPasswordField(getTranslation("member.account.password.new"), rules,
                () -> "", () -> "");
        FieldErrors errors = new FieldErrors().field("password", password);
        Button submit = new Button(getTranslation("member.reset.submit"));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER);
        submit.addClickListener(click -> {
            errors.clear();
            try {
                resets.use(secret, password.getValue());
                getContent().show(getTranslation("member.reset.title"),
                        SignFrame.lead(getTranslation("member.reset.done")),
                        link(MemberNavigation.SIGN_IN, "member.signIn.submit"));
            } catch (InvalidInput invalid) {
                errors.show(invalid);
                submit.setEnabled(true);
            } catch (InvitationUnusable closed) {
                showClosed();
            }
        });
        Div form = new Div(password, submit);
        form.addClassName("ml-sign-fields");
        return form;
    }

    private void showClosed() {
        getContent().show(getTranslation("member.reset.title"), SignFrame.lead(getTranslation("member.reset.closed")),
                link(MemberNavigation.FORGOTTEN, "member.reset.again"));
    }

    private Anchor link(String path, String label) {
        Anchor link = new Anchor("/" + path, getTranslation(label));
        link.addClassNames("ml-button", "large");
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.person.pageTitle", getTranslation("member.reset.title"));
    }
}
