package fr.maillage.plan.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.access.Spaces;
import fr.maillage.access.Viewer;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.Telling;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.ui.LiveTextComponents;
import fr.maillage.coediting.ui.TextPlace;
import fr.maillage.coediting.ui.TextPlace.Reader;
import fr.maillage.discussion.ui.DiscussionComponents;
import fr.maillage.file.Attachments;
import fr.maillage.file.ui.AttachmentsPanel;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionLine;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.AxisId;
import fr.maillage.plan.AxisService;
import fr.maillage.plan.Outcome;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanPage;
import fr.maillage.plan.PlanPages;
import fr.maillage.plan.PlanRooms;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanTextFields;
import fr.maillage.plan.PlanTexts;
import fr.maillage.plan.ui.PlanViewFilter.View;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One plan: what it adds up to, and its actions as a table or as a board. */
@Route(PlanNavigation.PLAN)
@AnonymousAllowed
class PlanView extends Composite<Page> implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private final PlanPages pages;
    private final PlanTexts texts;
    private final LiveTextComponents live;
    private final ActionService actions;
    private final AxisService axes;
    private final PlanDialogs dialogs;
    private final PlanMenus menus;
    private final PlanRooms rooms;
    private final Names.Directory names;
    private final Attachments attachments;
    private final DiscussionComponents discussions;
    private final CurrentViewer viewer;
    private final Spaces spaces;
    private final Today today;

    private @Nullable PlanId id;
    private @Nullable PlanPage page;
    private PlanViewFilter filter = PlanViewFilter.of(QueryParameters.empty());
    private @Nullable Runnable unwatch;
    private PlanPages.@Nullable Standing standing;
    private @Nullable Section discussion;
    private @Nullable AttachmentsPanel files;
    private @Nullable Component follow;
    private @Nullable TextPlace summary;
    private boolean laidOut;
    /** Written anew with each change; the summary and the discussion, in which one may be writing, are not. */
    private final Div head = new Div();
    private final Div body = new Div();

    PlanView(PlanPages pages, PlanTexts texts, LiveTextComponents live, ActionService actions, AxisService axes,
            PlanDialogs dialogs, PlanMenus menus, PlanRooms rooms, Names names, Attachments attachments,
            DiscussionComponents discussions, CurrentViewer viewer, Spaces spaces, Today today) {
        this.pages = pages;
        this.texts = texts;
        this.live = live;
        this.actions = actions;
        this.axes = axes;
        this.dialogs = dialogs;
        this.menus = menus;
        this.rooms = rooms;
        this.names = names.directory();
        this.attachments = attachments;
        this.discussions = discussions;
        this.viewer = viewer;
        this.spaces = spaces;
        this.today = today;
        body.addClassName("ml-plan-body");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PlanId asked = event.getRouteParameters().get(PlanNavigation.ID).map(PlanView::parse)
                .orElseThrow(NotVisible::new);
        filter = PlanViewFilter.of(event.getLocation().getQueryParameters());
        page = pages.page(asked);
        if (!asked.equals(id)) {
            stopWatching();
            ItemRef item = new ItemRef(PlanService.KIND, asked.value());
            files = new AttachmentsPanel(attachments, item, page.mayEdit() && !page.archived());
            discussion = new Section(getTranslation("plan.discussion"), discussions.discussion(item));
            follow = viewer.get() instanceof Viewer.SignedIn ? discussions.follow(item) : null;
            laidOut = false;
        }
        id = asked;
    }

    private static PlanId parse(String text) {
        try {
            return new PlanId(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            throw new NotVisible();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        write();
        getUI().ifPresent(this::watch);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("plan.pageTitle", page == null ? "" : page.title());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watch(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopWatching();
    }

    private void watch(UI ui) {
        if (unwatch == null && id != null) {
            standing = pages.standing(id);
            unwatch = rooms.watch(id, () -> Telling.tell(ui, this::reread), () -> Telling.tell(ui, this::recheck));
        }
    }

    private void stopWatching() {
        if (unwatch != null) {
            unwatch.run();
            unwatch = null;
        }
    }

    /** Rights changed somewhere: mostly not these. */
    private void recheck() {
        if (id != null) {
            PlanPages.Standing now = pages.standing(id);
            if (!now.equals(standing)) {
                standing = now;
                reread();
            }
        }
    }

    private void reread() {
        try {
            if (id != null) {
                page = pages.page(id);
                write();
            }
        } catch (NotVisible ended) {
            stopWatching();
            getContent().clear().content(new EmptyState(getTranslation("plan.plan.closed"))
                    .text(getTranslation("plan.closed.text"))
                    .actions(new LinkButton(getTranslation("plan.list"), PlanNavigation.plans())));
        }
    }

    private void write() {
        PlanPage shown = page;
        if (shown == null) {
            return;
        }
        Set<PersonId> people = new HashSet<>(shown.pilots());
        people.addAll(shown.elected());
        shown.actions().forEach(line -> people.addAll(line.pilots()));
        names.learn(people, Set.of());
        TextPlace text = summary(shown);
        Page sheet = getContent();
        if (!laidOut || text != summary) {
            sheet.clear().content(text, head, body);
            if (files != null && discussion != null) {
                sheet.content(files, discussion);
            }
            summary = text;
            laidOut = true;
        }
        sheet.clearHead();
        spaces.find(shown.owner()).ifPresent(space -> sheet.liteau(space.hue()));
        sheet.bar(bar(shown));
        sheet.title(shown.title(), subtitle(shown));
        head.removeAll();
        head.add(new PlanHead(shown, names));
        Runnable add = shown.mayAdd() ? () -> dialogs.newAction(shown, filter.axis()) : null;
        body.removeAll();
        body.add(new PlanFilterBar(shown, filter, names, add, this::go), body(shown));
    }

    /** The place of the summary: the one that is shown, unless what whoever looks may do there has changed. */
    private TextPlace summary(PlanPage shown) {
        LiveTextId opened = texts.summary(shown.id()).orElse(null);
        Reader reader = !(viewer.get() instanceof Viewer.SignedIn) ? Reader.VISITOR
                : shown.mayEdit() && !shown.archived() ? Reader.WRITER : Reader.FOLLOWER;
        if (laidOut && summary != null && summary.isStill(opened, reader)) {
            return summary;
        }
        TextPlace place = live.place(PlanTextFields.summary(shown.id()), getTranslation("plan.summary"), shown.summary(),
                opened, reader, () -> texts.read(shown.id()));
        place.whenOpened(() -> texts.openSummary(shown.id()));
        return place;
    }

    private PageHeader bar(PlanPage shown) {
        PageHeader bar = new PageHeader();
        spaces.find(shown.owner()).ifPresent(space -> bar.crumb(space.shortName(), space.path()));
        bar.crumb(getTranslation("plan.list"), PlanNavigation.plans()).here(shown.title());
        if (follow != null) {
            bar.actions(follow);
        }
        return bar.actions(menus.of(shown, () -> new AxesDialog(axes, () -> pages.page(shown.id()), this::reread)
                .open(), this::reread));
    }

    private Paragraph subtitle(PlanPage shown) {
        Formats formats = Formats.current();
        var totals = shown.totals();
        StringBuilder words = new StringBuilder(getTranslation("plan.subtitle.actions", totals.actions()));
        if (totals.planned().signum() > 0) {
            words.append(getTranslation(totals.secured().signum() > 0 ? "plan.subtitle.plannedSecured"
                    : "plan.subtitle.planned", formats.shortEuros(totals.planned()),
                    formats.shortEuros(totals.secured())));
        }
        words.append(". ").append(getTranslation("plan.stateSince." + shown.state().name(),
                shown.decidedOn() == null ? "" : formats.date(shown.decidedOn(), today.date())));
        return new Paragraph(words.toString());
    }

    private Component body(PlanPage shown) {
        List<ActionLine> asked = filter.apply(shown.actions(), shown.axes(), today.date());
        if (shown.actions().isEmpty()) {
            EmptyState empty = new EmptyState(getTranslation("plan.empty"));
            if (shown.mayAdd()) {
                empty.text(getTranslation("plan.empty.text")).actions(Buttons.link(getTranslation("plan.action.new"),
                        () -> dialogs.newAction(shown, null)));
            }
            return empty;
        }
        if (asked.isEmpty()) {
            return new EmptyState(getTranslation("plan.noneMatches"))
                    .actions(Buttons.link(getTranslation("plan.filter.none"), () -> go(filter.none())));
        }
        if (filter.view() == View.STATUTS) {
            return new PlanBoard(asked.stream().filter(line -> line.parent() == null).toList(), names, today.date(),
                    movable(shown), this::setStatus);
        }
        Div table = new Div(new PlanTable(shown.axes(), asked, shown.mayEdit() && !filter.any(), names, today.date(),
                movable(shown), new Mover(shown)));
        table.addClassName("ml-plan-table-box");
        return table;
    }

    /** Contributors move what they may; the service asks for each. */
    private static boolean movable(PlanPage shown) {
        return shown.mayAdd();
    }

    private void setStatus(ActionLine line, ActionStatus status) {
        acting(() -> {
            Outcome<ActionStatus> outcome =
                    actions.set(line.id(), ActionField.STATUS, line.statusVersion(), status);
            if (outcome instanceof Outcome.Conflict<ActionStatus> theirs) {
                Notices.error(getTranslation("plan.board.conflict", names.of(theirs.author()),
                        theirs.theirs() == null ? "" : getTranslation(theirs.theirs().messageKey())));
            } else {
                Notices.success(getTranslation("plan.board.moved", line.title(),
                        getTranslation(status.messageKey())));
            }
        });
        getElement().executeJs("setTimeout(() => document.querySelector($0)?.querySelector('a')?.focus(), 60)",
                "#fiche-" + line.id().value());
    }

    /** Does it and shows the plan as it is then; a refusal is said in words. */
    private void acting(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            Notices.error(getTranslation(refused.messageKey()));
        }
        reread();
    }

    private void go(PlanViewFilter wanted) {
        getUI().ifPresent(ui -> ui.navigate(PlanNavigation.plan(Objects.requireNonNull(id)),
                wanted.query()));
    }

    private final class Mover implements PlanTable.Mover {

        private final PlanPage shown;

        private Mover(PlanPage shown) {
            this.shown = shown;
        }

        @Override
        public void move(ActionId action, @Nullable AxisId axis, @Nullable ActionId before,
                @Nullable String button) {
            acting(() -> actions.move(action, axis, before));
            if (button != null) {
                // The rows are drawn anew, some of them twice, in the moments after the answer.
                getElement().executeJs("""
                        let ticks = 20;
                        const look = () => {
                          if (document.activeElement === document.body) {
                            document.querySelector(`vaadin-button[aria-label="${CSS.escape($0)}"]`)?.focus();
                          }
                          if (ticks-- > 0) setTimeout(look, 50);
                        };
                        look();""", button);
            }
        }

        @Override
        public void choose(ActionLine action) {
            dialogs.moveTo(action, shown.axes(), axis -> move(action.id(), axis, null, null));
        }
    }
}
