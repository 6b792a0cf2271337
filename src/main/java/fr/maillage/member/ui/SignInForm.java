package fr.maillage.member.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * An ordinary form posted to {@code /login}: the browser and its password keeper know it for what it is, Enter sends
 * it, and the password never passes through the screen's own channel.
 */
class SignInForm extends Composite<SignInForm.Form> {

    /** The HTML element; public because Vaadin makes it. */
    @Tag("form")
    public static class Form extends HtmlContainer {}

    private final EmailField name = new EmailField();
    private final PasswordField password = new PasswordField();
    private final Div problem = new Div();
    private final Input token = new Input();

    SignInForm() {
        getContent().getElement().setAttribute("method", "post").setAttribute("action", "login")
                // Our own words say what is wrong, in one place and in the person's language.
                .setAttribute("novalidate", true);
        getContent().addClassName("ml-sign-fields");
        name.setLabel(getTranslation("member.signIn.email"));
        name.getElement().setAttribute("name", "username").setAttribute("autocomplete", "username");
        name.getElement().setAttribute("manual-validation", true);
        password.setLabel(getTranslation("member.signIn.password"));
        password.getElement().setAttribute("name", "password").setAttribute("autocomplete", "current-password");
        Anchor forgotten = new Anchor(MemberNavigation.FORGOTTEN, getTranslation("member.signIn.forgotten"));
        forgotten.addClassName("forgotten");
        Div secret = new Div(password, forgotten);
        secret.addClassName("secret");
        token.setType("hidden");
        NativeButton submit = new NativeButton(getTranslation("member.signIn.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassNames("ml-button", "primary", "large");
        getContent().add(token, name, secret, problem, submit);
    }

    /** Made here: the framework makes public classes only. */
    @Override
    protected Form initContent() {
        return new Form();
    }

    /** Says what went wrong; the fields are marked and described by it. */
    void problem(String words) {
        problem.removeAll();
        problem.add(SignFrame.error(words));
        password.setInvalid(true);
    }

    /** Shows the name again, and waits in the password. */
    void typed(String typedName) {
        name.setValue(typedName);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            token.getElement().setAttribute("name", csrf.getParameterName());
            token.setValue(csrf.getToken());
            token.getElement().setAttribute("value", csrf.getToken());
        }
        (name.isEmpty() ? name : password).focus();
        // One click is enough: the second would arrive with a token that has been used.
        getContent().getElement().executeJs(
                "this.addEventListener('submit', () => { this.querySelector('button').disabled = true; })");
    }
}
