package fr.maillage.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A fault of ours, or the database away. */
@Tag("main")
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FaultView extends ErrorPage implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1;

    FaultView(ScreenErrors errors) {
        super(errors);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        show("shell.fault.title", errors().sentence(parameter.getException(), getLocale()));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
