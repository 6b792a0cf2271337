package fr.maillage.member.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Viewer;
import fr.maillage.member.FirstAdministrator;
import fr.maillage.member.SignInAttempt;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;

/** Where one signs in. */
@Route(value = MemberNavigation.SIGN_IN, autoLayout = false)
@AnonymousAllowed
class SignInView extends Composite<SignFrame> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MINUTE = 60;
    private static final int LONGEST_WAIT = 3600;

    private final transient CurrentViewer viewer;
    private final SignInForm form = new SignInForm();

    SignInView(CurrentViewer viewer, FirstAdministrator first, @Value("${maillage.demo:false}") boolean demonstration) {
        this.viewer = viewer;
        Paragraph outside = new Paragraph(getTranslation("member.signIn.noAccount") + " ");
        outside.add(new Anchor("territoires", getTranslation("member.signIn.find")));
        outside.addClassName("ml-sign-more");
        getContent().show(getTranslation("member.signIn.title"),
                SignFrame.lead(getTranslation("member.signIn.lead")), form, outside);
        if (isNew(first)) {
            getContent().foot(getTranslation("member.signIn.first"));
        }
        if (demonstration) {
            getContent().foot(getTranslation("member.signIn.demo"));
        }
    }

    private static boolean isNew(FirstAdministrator first) {
        try {
            return first.isMissing();
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** Made here: what the framework makes by itself has to be public. */
    @Override
    protected SignFrame initContent() {
        return new SignFrame();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (viewer.get() instanceof Viewer.SignedIn) {
            event.forwardTo("");
            return;
        }
        Map<String, List<String>> asked = event.getLocation().getQueryParameters().getParameters();
        if (asked.containsKey("attendre")) {
            form.problem(getTranslation("member.signIn.slowed", wait(asked.get("attendre").getFirst())));
        } else if (asked.containsKey("indisponible")) {
            form.problem(getTranslation("member.signIn.away"));
        } else if (asked.containsKey("error")) {
            form.problem(getTranslation("member.signIn.wrong"));
        } else if (asked.containsKey("expire")) {
            form.problem(getTranslation("member.signIn.expired"));
        }
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        if (request != null) {
            SignInAttempt.take(request.getHttpServletRequest().getSession()).ifPresent(form::typed);
        }
    }

    private String wait(String typed) {
        int seconds = typed.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(typed), 1, LONGEST_WAIT) : 1;
        return seconds < MINUTE ? getTranslation("member.signIn.seconds", seconds)
                : getTranslation("member.signIn.minutes", (seconds + MINUTE - 1) / MINUTE);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.signIn.pageTitle");
    }
}
