package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Section;
import fr.maillage.member.AccountService;
import fr.maillage.member.AccountService.Account;
import fr.maillage.member.ColorChoice;
import fr.maillage.member.PasswordRules;
import jakarta.annotation.security.PermitAll;

/** One's own account: name, language, colours, password, sessions, spaces. */
@Route(MemberNavigation.ACCOUNT)
@PermitAll
class AccountView extends Composite<Page> implements AfterNavigationObserver, HasDynamicTitle {

    private final transient AccountService accounts;
    private final transient PasswordRules rules;
    private final transient Desk desk;

    AccountView(AccountService accounts, PasswordRules rules, Desk desk) {
        this.accounts = accounts;
        this.rules = rules;
        this.desk = desk;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        Account account = accounts.mine();
        getContent().clear();
        getContent().bar(new PageHeader().here(getTranslation("member.account.title")))
                .title(getTranslation("member.account.title"))
                .main(new Section(getTranslation("member.account.identity"), identity(account)),
                        new Section(getTranslation("member.account.memberships"), new MyMemberships(desk)),
                        new Section(getTranslation("member.account.password"), password(account)))
                .aside(new Section(getTranslation("member.account.screens"), screens(account)),
                        new Section(getTranslation("member.account.sessions"), sessions()));
    }

    private Component identity(Account account) {
        TextField name = new TextField(getTranslation("member.account.name"));
        name.setValue(account.name());
        name.setMaxLength(120);
        name.getElement().setAttribute("autocomplete", "name");
        TextField function = new TextField(getTranslation("member.account.function"));
        function.setValue(account.functionTitle());
        function.setMaxLength(160);
        function.setHelperText(getTranslation("member.account.function.help"));
        TextField email = new TextField(getTranslation("member.account.email"));
        email.setValue(account.email());
        email.setReadOnly(true);
        email.setHelperText(getTranslation("member.account.email.help"));
        FieldErrors errors = new FieldErrors().field("functionTitle", function).field("name", name);
        Button save = new Button(getTranslation("member.account.save"));
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            errors.clear();
            try {
                accounts.present(name.getValue(), function.getValue());
                Notices.success(getTranslation("member.account.saved"));
            } catch (InvalidInput invalid) {
                errors.show(invalid);
            }
            save.setEnabled(true);
        });
        return form(name, function, email, save);
    }

    private Component screens(Account account) {
        RadioButtonGroup<String> language = new RadioButtonGroup<>(getTranslation("member.account.language"));
        language.setItems("fr", "en");
        language.setItemLabelGenerator(code -> getTranslation("member.account.language." + code));
        language.setValue(account.locale());
        RadioButtonGroup<ColorChoice> color = new RadioButtonGroup<>(getTranslation("member.account.color"));
        color.setItems(ColorChoice.values());
        color.setItemLabelGenerator(choice -> getTranslation(choice.messageKey()));
        color.setValue(account.color());
        color.addValueChangeListener(change -> {
            accounts.prefer(language.getValue(), change.getValue());
            getUI().ifPresent(ui -> Preferences.paint(ui, change.getValue()));
        });
        language.addValueChangeListener(change -> {
            accounts.prefer(change.getValue(), color.getValue());
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        return form(language, color);
    }

    private Component password(Account account) {
        PasswordField current = new PasswordField(getTranslation("member.account.password.current"));
        current.getElement().setAttribute("autocomplete", "current-password");
        current.setMaxLength(PasswordRules.LONGEST);
        NewPasswordField wanted = new NewPasswordField(getTranslation("member.account.password.new"), rules,
                account::name, account::email);
        PasswordField again = new PasswordField(getTranslation("member.account.password.repeat"));
        again.getElement().setAttribute("autocomplete", "new-password");
        FieldErrors errors = new FieldErrors().field("current", current).field("again", again)
                .field("password", wanted);
        Button save = new Button(getTranslation("member.account.password.submit"));
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            errors.clear();
            try {
                if (!wanted.getValue().equals(again.getValue())) {
                    throw new InvalidInput("again", "member.password.repeat.different");
                }
                accounts.changePassword(current.getValue(), wanted.getValue());
                Notices.success(getTranslation("member.account.password.changed"));
                show();
            } catch (InvalidInput invalid) {
                errors.show(invalid);
                save.setEnabled(true);
            }
        });
        return form(current, wanted, again, save);
    }

    private Component sessions() {
        int open = accounts.openSessions();
        Div part = form(new Paragraph(getTranslation("member.account.sessions.count", open)));
        Button end = new Button(getTranslation("member.account.sessions.end"), click -> {
            accounts.signOutEverywhereElse();
            Notices.success(getTranslation("member.account.sessions.ended"));
            show();
        });
        end.setDisableOnClick(true);
        part.add(end);
        return part;
    }

    private static Div form(Component... components) {
        Div form = new Div(components);
        form.addClassName("ml-form");
        return form;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.account.pageTitle");
    }
}
