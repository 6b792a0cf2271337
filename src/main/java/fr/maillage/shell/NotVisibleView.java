package fr.maillage.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.NotVisible;
import jakarta.servlet.http.HttpServletResponse;

/** A thing that is not meant for this person: word for word what is said of a thing that does not exist. */
@Tag("main")
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotVisibleView extends ErrorPage implements HasErrorParameter<NotVisible> {

    private static final long serialVersionUID = 1;

    NotVisibleView(ScreenErrors errors) {
        super(errors);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotVisible> parameter) {
        showNotFound(event);
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
