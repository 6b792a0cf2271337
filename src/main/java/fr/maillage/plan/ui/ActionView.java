package fr.maillage.plan.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Spaces;
import fr.maillage.access.Viewer;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.DraftKeeper;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.PresenceAvatars;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.Telling;
import fr.maillage.coediting.ui.LiveTextComponents;
import fr.maillage.discussion.ui.DiscussionComponents;
import fr.maillage.file.Attachments;
import fr.maillage.file.ui.AttachmentsPanel;
import fr.maillage.plan.ActionChange;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionPages;
import fr.maillage.plan.ActionPeople;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionSheet;
import fr.maillage.plan.ActionTexts;
import fr.maillage.plan.AxisLine;
import fr.maillage.plan.Involvement;
import fr.maillage.plan.PlanRooms;
import fr.maillage.plan.PlanRooms.Present;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One action: its fields, which save themselves and show at once what others change, and what hangs on it. */
@Route(PlanNavigation.ACTION)
@AnonymousAllowed
class ActionView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    /** Fields from which something else on the page is worked out. */
    private static final Set<ActionField<?>> SUMMED = Set.of(ActionField.BUDGET_PLANNED, ActionField.BUDGET_UNIT,
            ActionField.FUNDING_AMOUNT, ActionField.FUNDING_STATE, ActionField.DESCRIPTION, ActionField.INDICATOR_NAME);

    private final ActionPages pages;
    private final ActionService actions;
    private final ActionPeople people;
    private final ActionTexts texts;
    private final LiveTextComponents live;
    private final PlanRooms rooms;
    private final CurrentViewer viewer;
    private final Names.Directory names;
    private final PeopleFinder finder;
    private final Origins origins;
    private final ActionAudience audience;
    private final Attachments attachments;
    private final DiscussionComponents discussions;
    private final Spaces spaces;
    private final Today today;

    private @Nullable ActionId id;
    private @Nullable LiveSheet sheet;
    private @Nullable ActionBody body;
    private PlanRooms.@Nullable Seat seat;
    private final PresenceAvatars presence = new PresenceAvatars(List.of());
    private final Aside aside = new Aside();
    private final Div facts = new Div();
    private String title = "";

    ActionView(ActionPages pages, ActionService actions, ActionPeople people, ActionTexts texts, LiveTextComponents live,
            PlanRooms rooms, CurrentViewer viewer, Names names, PeopleFinder finder, Origins origins, ActionAudience audience,
            Attachments attachments, DiscussionComponents discussions, Spaces spaces, Today today) {
        this.pages = pages;
        this.actions = actions;
        this.people = people;
        this.texts = texts;
        this.live = live;
        this.rooms = rooms;
        this.viewer = viewer;
        this.names = names.directory();
        this.finder = finder;
        this.origins = origins;
        this.audience = audience;
        this.attachments = attachments;
        this.discussions = discussions;
        this.spaces = spaces;
        this.today = today;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        leaveRoom();
        id = new ActionId(event.getRouteParameters().get(PlanNavigation.ID).flatMap(Ids::parse)
                .orElseThrow(NotVisible::new));
        write(pages.sheet(id));
        if (isAttached()) {
            enterRoom(event.getUI());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("plan.pageTitle", title);
    }

    private void write(ActionSheet read) {
        learnNames(read);
        title = read.own().value(ActionField.TITLE);
        Formats formats = Formats.current();
        LiveSheet current = new LiveSheet(actions, viewer, today, formats, this::getTranslation,
                new FieldWords(formats, this::getTranslation, names::of), names::of, this::recheck, read);
        sheet = current;
        body = new ActionBody(current, new Inputs(current, this::getTranslation, getLocale()), actions, people, texts, live,
                names, finder, today, this::getTranslation);
        Page page = getContent();
        page.clear();
        spaces.find(read.owner()).ifPresent(space -> page.liteau(space.hue()));
        aside.addClassName("ml-aside");
        aside.getElement().setAttribute("aria-label", getTranslation("plan.beside"));
        writeAside(read);
        ItemRef item = new ItemRef(ActionService.KIND, read.id().value());
        aside.removeAll();
        aside.add(new Section(getTranslation("plan.discussion"), discussions.discussion(item)), facts,
                historySection(read, item));
        Div main = new Div();
        if (read.mayEdit()) {
            DraftKeeper drafts = new DraftKeeper(body, "action/" + read.id().value() + '/' + viewer.person().value(),
                    today.now()).apart(current::takeUp);
            current.drafts(drafts);
            main.add(drafts);
        }
        main.add(body, new AttachmentsPanel(attachments, item, read.mayEdit()));
        main.addClassName("ml-main");
        Div split = new Div(main, aside);
        split.addClassName("ml-split");
        page.bar(bar(read, current));
        page.bare(split);
    }

    private Section historySection(ActionSheet read, ItemRef item) {
        Section section = new Section(getTranslation("plan.history"), discussions.history(item));
        return pages.maySeeHistory(read.id())
                ? section.more(getTranslation("plan.history.more"), PlanNavigation.actionHistory(read.id())) : section;
    }

    private void learnNames(ActionSheet read) {
        Set<PersonId> persons = new HashSet<>();
        for (Involvement part : Involvement.values()) {
            persons.addAll(read.people(part));
        }
        read.subs().forEach(sub -> persons.addAll(sub.pilots()));
        if (viewer.get() instanceof Viewer.SignedIn signedIn) {
            persons.add(signedIn.person());
        }
        Set<OrganizationId> organizations = new HashSet<>();
        read.partners().stream().map(ActionSheet.Partner::organization).filter(Objects::nonNull)
                .forEach(organizations::add);
        OrganizationId lead = read.own().get(ActionField.LEAD_ORGANIZATION);
        if (lead != null) {
            organizations.add(lead);
        }
        names.learn(persons, organizations);
    }

    private PageHeader bar(ActionSheet read, LiveSheet live) {
        PageHeader bar = new PageHeader();
        if (read.planTitle() != null) {
            bar.crumb(read.planTitle(), PlanNavigation.plan(read.plan()));
            for (AxisLine axis : read.trail()) {
                bar.crumb(axis.number() + " " + axis.title(),
                        PlanNavigation.plan(read.plan()) + "?axe=" + axis.id().value());
            }
        }
        ActionSheet.Above above = read.parent();
        if (above != null) {
            bar.crumb(above.title(), PlanNavigation.action(above.id()));
        }
        bar.here(read.number().isEmpty() ? getTranslation("plan.action")
                : getTranslation("plan.actionNumber", read.number()));
        if (read.mayEdit()) {
            bar.actions(live.state());
        }
        bar.actions(presence);
        if (viewer.get() instanceof Viewer.SignedIn) {
            bar.actions(discussions.follow(new ItemRef(ActionService.KIND, read.id().value())));
        }
        if (pages.mayArchive(read.id())) {
            bar.actions(new ActionMenu(read, actions, () -> reread(true)));
        }
        return bar;
    }

    private void writeAside(ActionSheet read) {
        facts.removeAll();
        facts.add(audience.section(read, () -> reread(false)));
        Optional.ofNullable(read.origin()).flatMap(origins::card).ifPresent(card -> {
            Paragraph words = new Paragraph(new Span(getTranslation("plan.origin.from") + " "),
                    new Anchor(card.path(), card.title()));
            facts.add(new Section(getTranslation("plan.origin"), words));
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        enterRoom(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leaveRoom();
    }

    private void enterRoom(UI ui) {
        ActionId shown = id;
        LiveSheet live = sheet;
        if (shown == null || live == null || seat != null
                || !(viewer.get() instanceof Viewer.SignedIn(var me, boolean _))) {
            return;
        }
        PlanRooms.Seat taken = rooms.enter(shown, me, new PlanRooms.Listener() {
            @Override
            public void changed(ActionChange change) {
                Telling.tell(ui, () -> heard(change));
            }

            @Override
            public void presence(List<Present> here) {
                Telling.tell(ui, () -> showPresence(here));
            }

            @Override
            public void rightsMayHaveChanged() {
                Telling.tell(ui, ActionView.this::recheck);
            }
        });
        seat = taken;
        live.sit(taken);
        showPresence(taken.here());
    }

    private void leaveRoom() {
        PlanRooms.Seat taken = seat;
        seat = null;
        if (taken != null) {
            taken.leave();
        }
    }

    private void showPresence(List<Present> here) {
        names.learn(here.stream().map(Present::person).toList(), List.of());
        presence.show(here.size() < 2 ? List.of() : here.stream()
                .map(present -> new PresenceAvatars.Here(names.of(present.person()), present.hue(), false)).toList());
        if (sheet != null) {
            sheet.presence(here);
        }
    }

    private void heard(ActionChange change) {
        if (sheet == null || !change.action().equals(id)) {
            return;
        }
        switch (change) {
            case ActionChange.FieldSet<?> set -> {
                sheet.changed(set);
                if (SUMMED.contains(set.ref().field())) {
                    reread(false);
                }
            }
            case ActionChange.LinesChanged _, ActionChange.PeopleChanged _, ActionChange.OutlineChanged _ ->
                    reread(false);
        }
    }

    /** Reads the action again; fields stay as they are, what hangs on it is shown anew. */
    private void reread(boolean whole) {
        try {
            ActionSheet read = pages.sheet(Objects.requireNonNull(id));
            LiveSheet live = Objects.requireNonNull(sheet);
            if (whole) {
                leaveRoom();
                write(read);
                getUI().ifPresent(this::enterRoom);
                return;
            }
            learnNames(read);
            live.current(read);
            Objects.requireNonNull(body).refresh();
            writeAside(read);
        } catch (NotVisible ended) {
            close();
        }
    }

    /** Rights changed somewhere: mostly not these; else shows what still may be shown, or leaves with words. */
    private void recheck() {
        LiveSheet live = sheet;
        if (id == null || live == null) {
            return;
        }
        if (!pages.visible(id)) {
            close();
        } else if (pages.mayEdit(id) != live.current().mayEdit()) {
            reread(true);
        }
    }

    private void close() {
        leaveRoom();
        sheet = null;
        body = null;
        getContent().clear().content(new EmptyState(getTranslation("plan.closed"))
                .text(getTranslation("plan.closed.text"))
                .actions(new LinkButton(getTranslation("plan.list"), PlanNavigation.plans())));
        Notices.error(getTranslation("plan.closed"));
    }

    /** What is in the page, for tests. */
    @Nullable
    Component body() {
        return body;
    }

    /** Identifiers in addresses. */
    private static final class Ids {

        private static Optional<UUID> parse(String text) {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException notOne) {
                return Optional.empty();
            }
        }
    }
}
