package fr.maillage.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.Refused;
import jakarta.servlet.http.HttpServletResponse;

/** A page that this person's role does not open: says why. */
@Tag("main")
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class RefusedView extends ErrorPage implements HasErrorParameter<Refused> {

    private static final long serialVersionUID = 1;

    RefusedView(ScreenErrors errors) {
        super(errors);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refused> parameter) {
        show("shell.refused.title", getTranslation(parameter.getException().messageKey()));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
