package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.maillage.base.Hue;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.ItemList;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.PersonChip;
import fr.maillage.base.ui.Tag;
import fr.maillage.member.AccountService;
import fr.maillage.member.Accounts;
import fr.maillage.member.Accounts.Line;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts of the platform: found by name or address, closed, opened again, signed out. */
@Route(MemberNavigation.ACCOUNTS)
@RolesAllowed("ADMINISTRATOR")
class AccountsView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TEXT = "q";
    private static final int PAGE = 30;
    private static final int LONGEST = 100;

    private final transient Accounts accounts;
    private final transient AccountService service;
    private final Div results = new Div();
    private String words = "";

    AccountsView(Accounts accounts, AccountService service) {
        this.accounts = accounts;
        this.service = service;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.accounts.pageTitle");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String typed = event.getLocation().getQueryParameters().getSingleParameter(TEXT).orElse("");
        words = typed.substring(0, Math.min(typed.length(), LONGEST));
        TextField search = new TextField();
        search.setPlaceholder(getTranslation("member.accounts.search"));
        search.setAriaLabel(getTranslation("member.accounts.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST);
        search.setValue(words);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidthFull();
        search.addValueChangeListener(change -> getUI().ifPresent(ui -> ui.navigate(MemberNavigation.ACCOUNTS,
                change.getValue().isBlank() ? QueryParameters.empty() : QueryParameters.of(TEXT, change.getValue()))));
        H2 heading = new H2(getTranslation("member.accounts.results"));
        heading.addClassName("ml-visually-hidden");
        getContent().clear().bar(new PageHeader().here(getTranslation("member.accounts.title")))
                .title(getTranslation("member.accounts.title"), getTranslation("member.accounts.subtitle"))
                .content(search, heading, results);
        load();
    }

    private void load() {
        results.removeAll();
        ItemList list = new ItemList();
        results.add(list);
        if (!more(list, null)) {
            results.removeAll();
            results.add(new EmptyState(getTranslation("member.accounts.none")));
        }
    }

    private boolean more(ItemList list, @Nullable Line last) {
        List<Line> lines = accounts.list(words, last, PAGE + 1);
        lines.stream().limit(PAGE).forEach(line -> list.add(row(line)));
        if (lines.size() > PAGE) {
            Button next = new Button(getTranslation("member.directory.more"));
            next.addClickListener(click -> {
                results.remove(next);
                more(list, lines.get(PAGE - 1));
            });
            results.add(next);
        }
        return !lines.isEmpty();
    }

    private Component row(Line line) {
        Div text = new Div(new PersonChip(line.name(), Hue.of(line.id().value().toString())).twoLines()
                .note(line.email()));
        text.addClassName("text");
        Div row = new Div(text);
        row.addClassNames("ml-line", "middle");
        if (line.administrator()) {
            row.add(new Tag(getTranslation("member.accounts.administrator")));
        }
        if (line.disabled()) {
            row.add(new Tag(getTranslation("member.accounts.disabled")));
        } else if (!line.opened()) {
            row.add(new Tag(getTranslation("member.accounts.invited")));
        }
        if (line.sessions() > 0) {
            Span sessions = new Span(getTranslation("member.accounts.sessions", line.sessions()));
            sessions.addClassNames("ml-muted", "ml-small");
            row.add(sessions, act("member.accounts.endSessions", line, () -> asking("member.accounts.endSessions",
                    line, () -> service.endSessions(line.id()))));
        }
        row.add(line.disabled()
                ? act("member.accounts.enable", line, () -> run("member.accounts.enable", line,
                        () -> service.enable(line.id())))
                : act("member.accounts.disable", line, () -> asking("member.accounts.disable", line,
                        () -> service.disable(line.id()))));
        return row;
    }

    private Button act(String key, Line line, Runnable act) {
        Button button = new Button(getTranslation(key), click -> act.run());
        button.addClassName("small");
        button.setAriaLabel(getTranslation(key + ".of", line.name()));
        return button;
    }

    private void asking(String key, Line line, Runnable act) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation(key + ".title", line.name()),
                getTranslation(key + ".text"), getTranslation(key), confirmed -> run(key, line, act),
                getTranslation("member.cancel"), canceled -> { });
        dialog.open();
    }

    private void run(String key, Line line, Runnable act) {
        Act.run(act, getTranslation(key + ".done", line.name()), this::load);
    }
}
