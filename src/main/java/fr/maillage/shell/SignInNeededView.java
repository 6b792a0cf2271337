package fr.maillage.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.SignInNeeded;
import jakarta.servlet.http.HttpServletResponse;

/** A page for which one signs in. */
@Tag("main")
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class SignInNeededView extends ErrorPage implements HasErrorParameter<SignInNeeded> {

    private static final long serialVersionUID = 1;

    SignInNeededView(ScreenErrors errors) {
        super(errors);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<SignInNeeded> parameter) {
        show("shell.signIn", getTranslation("shell.signInNeeded"));
        offerSignIn(event);
        return HttpServletResponse.SC_UNAUTHORIZED;
    }
}
