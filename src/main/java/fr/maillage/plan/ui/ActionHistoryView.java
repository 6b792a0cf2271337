package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.DateField;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.coediting.ui.HistoryHead;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionHistory;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionPages;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.FieldChange;
import fr.maillage.plan.FieldRef;
import fr.maillage.plan.Outcome;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the fields of an action: change by change, or what is different between two days. */
@Route(PlanNavigation.ACTION_HISTORY)
@PermitAll
class ActionHistoryView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String FROM = "du";
    private static final String TO = "au";
    private static final String OLDER = "avant";

    private final ActionHistory history;
    private final ActionPages pages;
    private final ActionService actions;
    private final HistoryHead head;
    private final Names.Directory names;
    private final Today today;
    private @Nullable ActionId id;
    private boolean mayRestore;

    ActionHistoryView(ActionHistory history, ActionPages pages, ActionService actions, HistoryHead head, Names names,
            Today today) {
        this.history = history;
        this.pages = pages;
        this.actions = actions;
        this.head = head;
        this.names = names.directory();
        this.today = today;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("plan.history.pageTitle");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ActionId action = new ActionId(event.getRouteParameters().get(PlanNavigation.ID)
                .flatMap(ActionHistoryView::identifier).orElseThrow(NotVisible::new));
        id = action;
        Optional<LocalDate> from = parameter(event, FROM).flatMap(ActionHistoryView::day);
        Optional<LocalDate> to = parameter(event, TO).flatMap(ActionHistoryView::day);
        UUID older = parameter(event, OLDER).flatMap(ActionHistoryView::identifier).orElse(null);
        List<FieldChange> changes;
        boolean whole = true;
        if (from.isPresent() || to.isPresent()) {
            ActionHistory.Comparison comparison = history.compare(action, from.orElse(LocalDate.EPOCH),
                    to.orElseGet(today::date));
            changes = comparison.changes();
            whole = comparison.whole();
        } else {
            changes = history.changes(action, older);
        }
        mayRestore = pages.mayEdit(action);
        Page page = getContent();
        page.clear();
        head.write(page, new ItemRef(ActionService.KIND, action.value()), getTranslation("plan.history.title"));
        page.content(days(from.orElse(null), to.orElse(null)));
        if (!whole) {
            page.content(new Paragraph(getTranslation("plan.history.notWhole")));
        }
        write(page, changes, from.isPresent() || to.isPresent());
    }

    private void write(Page page, List<FieldChange> changes, boolean compared) {
        if (changes.isEmpty()) {
            page.content(new EmptyState(getTranslation(compared ? "plan.history.same" : "plan.history.none")));
            return;
        }
        learn(changes);
        page.content(new FieldChanges(changes, new FieldWords(Formats.current(), this::getTranslation, names::of), names,
                today.now(), mayRestore && !compared ? this::confirm : null));
        if (!compared && changes.size() == ActionHistory.PAGE) {
            page.content(new Anchor(PlanNavigation.actionHistory(action()) + '?' + OLDER + '=' + changes.getLast().id(),
                    getTranslation("plan.history.older")));
        }
    }

    private void learn(List<FieldChange> changes) {
        Set<PersonId> people = new HashSet<>();
        Set<OrganizationId> organizations = new HashSet<>();
        changes.forEach(change -> {
            people.addAll(change.by());
            Stream.of(Optional.ofNullable(change.was()), Optional.ofNullable(change.became())).flatMap(Optional::stream)
                    .forEach(value -> {
                        if (value instanceof PersonId person) {
                            people.add(person);
                        } else if (value instanceof OrganizationId organization) {
                            organizations.add(organization);
                        }
                    });
        });
        names.learn(people, organizations);
    }

    private Component days(@Nullable LocalDate from, @Nullable LocalDate to) {
        DateField first = new DateField(getTranslation("plan.history.from"));
        first.setValue(from);
        first.setMax(today.date());
        DateField last = new DateField(getTranslation("plan.history.to"));
        last.setValue(to);
        last.setMax(today.date());
        Button compare = new Button(getTranslation("plan.history.compare"), click -> {
            if (!first.isInvalid() && !last.isInvalid()) {
                UI.getCurrent().navigate(address(first.getValue(), last.getValue()));
            }
        });
        Div row = new Div(first, last, compare);
        if (from != null || to != null) {
            row.add(new Anchor(PlanNavigation.actionHistory(action()), getTranslation("plan.history.all")));
        }
        row.addClassName("ml-compare");
        row.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("plan.history.days"));
        return row;
    }

    private String address(@Nullable LocalDate from, @Nullable LocalDate to) {
        String path = PlanNavigation.actionHistory(action());
        if (from == null && to == null) {
            return path;
        }
        return path + '?' + (from == null ? "" : FROM + '=' + from) + (from == null || to == null ? "" : "&")
                + (to == null ? "" : TO + '=' + to);
    }

    private void confirm(FieldChange change) {
        ActionField<?> field = ((FieldChange.Subject.Field) change.subject()).field();
        String was = new FieldWords(Formats.current(), this::getTranslation, names::of).say(field, change.was());
        ConfirmDialog dialog = new ConfirmDialog(getTranslation("plan.history.restore.title"),
                getTranslation("plan.history.restore.text", getTranslation(field.messageKey()), was),
                getTranslation("plan.history.restore"), click -> restore(field, change.was(), true));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("plan.cancel"));
        dialog.open();
    }

    @SuppressWarnings("unchecked") // a change of a field carries values of its type
    private <T> void restore(ActionField<T> field, @Nullable Object value, boolean undoable) {
        try {
            Object before = pages.sheet(action()).own().get(field);
            Outcome<T> outcome = actions.set(FieldRef.of(action(), field), history.version(action(), field), (T) value);
            if (outcome instanceof Outcome.Conflict<T>) {
                Notices.error(getTranslation("plan.history.restore.meanwhile"));
            } else if (undoable) {
                Notices.undo(getTranslation("plan.history.restored", getTranslation(field.messageKey())),
                        () -> restore(field, before, false));
            } else {
                Notices.success(getTranslation("plan.history.undone"));
            }
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (InvalidInput error) {
            Notices.error(getTranslation(error.messageKey(), error.arguments()));
        } catch (NotVisible | Refused ended) {
            Notices.error(getTranslation("plan.history.restore.refused"));
        }
    }

    private ActionId action() {
        return Objects.requireNonNull(id);
    }

    private static Optional<UUID> identifier(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<String> parameter(BeforeEnterEvent event, String name) {
        return event.getLocation().getQueryParameters().getSingleParameter(name);
    }
}
