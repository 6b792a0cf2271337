package fr.maillage.member.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.member.PasswordResets;

/** Where one asks for a new password. Says the same for every address. */
@Route(value = MemberNavigation.FORGOTTEN, autoLayout = false)
@AnonymousAllowed
class ForgottenView extends Composite<SignFrame> implements HasDynamicTitle {

    ForgottenView(PasswordResets resets) {
        EmailField email = new EmailField(getTranslation("member.signIn.email"));
        email.getElement().setAttribute("autocomplete", "username");
        email.setMaxLength(254);
        Button submit = new Button(getTranslation("member.forgotten.submit"));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER);
        submit.addClickListener(click -> {
            resets.ask(email.getValue());
            getContent().show(getTranslation("member.forgotten.title"),
                    SignFrame.lead(getTranslation("member.forgotten.sent")), back());
        });
        Div form = new Div(email, submit);
        form.addClassName("ml-sign-fields");
        getContent().show(getTranslation("member.forgotten.title"),
                SignFrame.lead(getTranslation("member.forgotten.lead")), form, back());
    }

    private Paragraph back() {
        Paragraph back = new Paragraph(new Anchor("/" + MemberNavigation.SIGN_IN,
                getTranslation("member.forgotten.back")));
        back.addClassName("ml-sign-more");
        return back;
    }

    /** Made here: what the framework makes by itself has to be public. */
    @Override
    protected SignFrame initContent() {
        return new SignFrame();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.person.pageTitle", getTranslation("member.forgotten.title"));
    }
}
