package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Today;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.ViewSwitch;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.LiveTextVersion;
import fr.maillage.coediting.Reference;
import fr.maillage.coediting.References;
import fr.maillage.coediting.References.Shown;
import fr.maillage.coediting.RichText;
import fr.maillage.coediting.TextDifference;
import fr.maillage.coediting.TextDifference.Change;
import fr.maillage.coediting.TextHistory;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a text was: its versions, two of them beside each other, and the way back; or who wrote what of it. */
@Route(CoeditingNavigation.HISTORY)
@PermitAll
class TextHistoryView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private final TextHistory history;
    private final References references;
    private final HistoryHead head;
    private final TextPeople people;
    private final Today today;

    private @Nullable LiveTextId id;
    private @Nullable LiveTextRef ref;
    private List<LiveTextVersion> versions = List.of();
    private String title = "";

    TextHistoryView(TextHistory history, References references, HistoryHead head, TextPeople people, Today today) {
        this.history = history;
        this.references = references;
        this.head = head;
        this.people = people;
        this.today = today;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        LiveTextId asked = new LiveTextId(event.getRouteParameters().get(CoeditingNavigation.ID)
                .flatMap(TextHistoryView::identifier).orElseThrow(NotVisible::new));
        id = asked;
        ref = history.ref(asked);
        title = getTranslation("coediting.history.title", head.label(ref));
        Page page = getContent();
        page.clear();
        head.write(page, ref, Optional.of(asked), title);
        Optional<UUID> older = parameter(event, CoeditingNavigation.OLDER).flatMap(TextHistoryView::identifier);
        versions = history.versions(ref, older.orElse(null));
        people.learn(versions);
        boolean authors = parameter(event, CoeditingNavigation.VIEW).filter(CoeditingNavigation.AUTHORS::equals)
                .isPresent();
        page.content(new ViewSwitch(getTranslation("coediting.history.views"))
                .option(getTranslation("coediting.history.versions"), CoeditingNavigation.history(asked), !authors)
                .option(getTranslation("coediting.authors"), CoeditingNavigation.authors(asked), authors));
        if (authors) {
            RichText text = history.written(ref);
            WrittenText written = new WrittenText(text, references.in(text), here().item(), people);
            page.main(written);
            page.aside(new Section(getTranslation("coediting.authors.legend"), written.legend()).flush(),
                    written.passages());
            return;
        }
        writeComparison(parameter(event, CoeditingNavigation.FROM), parameter(event, CoeditingNavigation.TO), older);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("coediting.history.pageTitle", title);
    }

    private static Optional<UUID> identifier(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<String> parameter(BeforeEnterEvent event, String name) {
        return event.getLocation().getQueryParameters().getSingleParameter(name);
    }

    private void writeComparison(Optional<String> from, Optional<String> to, Optional<UUID> older) {
        UUID later = to.flatMap(TextHistoryView::identifier).orElse(older.orElse(null));
        LiveTextVersion after = later == null ? null : version(later);
        LiveTextVersion before;
        if (from.isPresent()) {
            before = from.flatMap(TextHistoryView::identifier).map(this::version).orElse(null);
        } else {
            before = previous(after);
        }
        boolean alone = from.isEmpty() && before == null;
        RichText now = read(after);
        RichText then = alone ? now : read(before);
        TextDifference difference = TextDifference.between(then, now);
        Div shown = new Div();
        if (alone) {
            shown.add(note("coediting.history.first"));
        } else if (difference.isEmpty()) {
            shown.add(note("coediting.history.same"));
        } else {
            Formats formats = Formats.current();
            shown.add(note("coediting.history.changes", formats.number(difference.words(Change.ADDED)),
                    formats.number(difference.words(Change.REMOVED))));
        }
        shown.add(now.content().isEmpty() && difference.isEmpty()
                ? new EmptyState(getTranslation("coediting.history.empty")) : new DifferenceText(difference, shown(then, now), here().item()));
        getContent().main(choice(before, after, alone), shown);
        getContent().aside(new Section(getTranslation("coediting.history.versions"), naming(),
                new Versions(text(), versions, after == null ? null : after.id(), today.now(), this::called,
                        people::of, history.mayRestore(here()) ? this::confirm : null)).flush());
    }

    /** What both refer to, in one question. */
    private Map<Reference, Shown> shown(RichText one, RichText other) {
        Set<Reference> all = new LinkedHashSet<>(Reference.in(one));
        all.addAll(Reference.in(other));
        return references.shown(all);
    }

    private Paragraph note(String key, Object... arguments) {
        Paragraph note = new Paragraph(getTranslation(key, arguments));
        note.addClassNames("ml-muted", "ml-small");
        note.getElement().setAttribute("role", "status");
        return note;
    }

    private RichText read(@Nullable LiveTextVersion version) {
        return history.read(here(), version == null ? null : version.id());
    }

    /** One of the page, or one read for itself: an address may name any. */
    private LiveTextVersion version(UUID wanted) {
        return versions.stream().filter(version -> version.id().equals(wanted)).findFirst()
                .orElseGet(() -> {
                    LiveTextVersion found = history.withPrevious(here(), wanted).getFirst();
                    people.learn(List.of(found));
                    return found;
                });
    }

    /** The version before; for the present text the last one that says something else. */
    private @Nullable LiveTextVersion previous(@Nullable LiveTextVersion after) {
        if (after != null) {
            List<LiveTextVersion> both = history.withPrevious(here(), after.id());
            return both.size() < 2 ? null : both.get(1);
        }
        RichText now = read(null);
        return versions.stream().limit(2).filter(version -> !read(version).equals(now)).findFirst().orElse(null);
    }

    // --- which two -----------------------------------------------------------------------------------------------

    private Component choice(@Nullable LiveTextVersion before, @Nullable LiveTextVersion after, boolean alone) {
        Select<Optional<LiveTextVersion>> from = select("coediting.history.from", before, after);
        Select<Optional<LiveTextVersion>> to = select("coediting.history.to", before, after);
        from.setEmptySelectionAllowed(alone);
        if (!alone) {
            from.setValue(Optional.ofNullable(before));
        }
        to.setValue(Optional.ofNullable(after));
        from.addValueChangeListener(event -> compare(event.getValue(), to.getValue()));
        to.addValueChangeListener(event -> compare(from.getValue(), event.getValue()));
        Div row = new Div(from, to);
        row.addClassNames("ml-compare");
        row.getElement().setAttribute("role", "group").setAttribute("aria-label",
                getTranslation("coediting.history.compare"));
        return row;
    }

    private Select<Optional<LiveTextVersion>> select(String label, @Nullable LiveTextVersion one,
            @Nullable LiveTextVersion other) {
        List<Optional<LiveTextVersion>> items = new ArrayList<>(List.of(Optional.empty()));
        versions.forEach(version -> items.add(Optional.of(version)));
        for (LiveTextVersion version : new LiveTextVersion[] {one, other}) {
            if (version != null && !items.contains(Optional.of(version))) {
                items.add(Optional.of(version));
            }
        }
        Select<Optional<LiveTextVersion>> select = new Select<>();
        select.setLabel(getTranslation(label));
        select.setItems(items);
        select.setItemLabelGenerator(version -> version == null ? "" : version.map(this::dated)
                .orElseGet(() -> getTranslation("coediting.history.now")));
        return select;
    }

    private void compare(@Nullable Optional<LiveTextVersion> from, @Nullable Optional<LiveTextVersion> to) {
        UI.getCurrent().navigate(address(from, to));
    }

    private String address(@Nullable Optional<LiveTextVersion> from, @Nullable Optional<LiveTextVersion> to) {
        UUID before = from == null ? null : from.map(LiveTextVersion::id).orElse(null);
        return CoeditingNavigation.compare(text(), before, to == null ? null : to.map(LiveTextVersion::id).orElse(null));
    }

    /** What a version is called. */
    private String called(LiveTextVersion version) {
        if (version.label() != null) {
            return version.label();
        }
        return getTranslation(version.restored() == null ? "coediting.history.automatic" : "coediting.history.restoredOne");
    }

    private String dated(LiveTextVersion version) {
        return called(version) + ", " + Formats.current().dateAndTime(version.at().atZone(Today.ZONE));
    }

    // --- keeping and bringing back -------------------------------------------------------------------------------

    private Component naming() {
        if (!history.mayRestore(here())) {
            return new Div();
        }
        TextField name = new TextField(getTranslation("coediting.history.name"));
        name.setHelperText(getTranslation("coediting.history.name.help"));
        Button keep = new Button(getTranslation("coediting.history.keep"), click -> keep(name));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(name, keep);
        row.addClassName("ml-naming");
        return row;
    }

    private void keep(TextField name) {
        try {
            LiveTextVersion kept = history.keep(here(), name.getValue());
            Notices.success(getTranslation("coediting.history.kept", Objects.requireNonNull(kept.label())));
            again();
        } catch (InvalidInput error) {
            name.setInvalid(true);
            name.setErrorMessage(getTranslation(error.messageKey(), error.arguments()));
            name.focus();
        }
    }

    private void confirm(LiveTextVersion version) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation("coediting.history.restore.title"),
                getTranslation("coediting.history.restore.text", called(version),
                        Formats.current().dateAndTime(version.at().atZone(Today.ZONE))),
                getTranslation("coediting.history.restore.do"), click -> restore(version.id(), true));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("coediting.history.cancel"));
        dialog.open();
    }

    private void restore(UUID version, boolean undoable) {
        try {
            UUID former = history.restore(here(), version);
            if (undoable) {
                Notices.undo(getTranslation("coediting.history.restored"), () -> restore(former, false));
            } else {
                Notices.success(getTranslation("coediting.history.undone"));
            }
            again();
        } catch (InvalidInput late) {
            Notices.error(getTranslation(late.messageKey(), late.arguments()));
        } catch (Refused | NotVisible ended) {
            Notices.error(getTranslation("coediting.history.restore.refused"));
        }
    }

    private void again() {
        UI.getCurrent().navigate(CoeditingNavigation.history(text()));
    }

    private LiveTextId text() {
        return Objects.requireNonNull(id);
    }

    private LiveTextRef here() {
        return Objects.requireNonNull(ref);
    }
}
