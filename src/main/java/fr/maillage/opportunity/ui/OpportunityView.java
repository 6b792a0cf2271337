package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Spaces;
import fr.maillage.access.Viewer;
import fr.maillage.access.ui.Audiences;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Menu;
import fr.maillage.base.ui.NeedOffer;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.SpaceChip;
import fr.maillage.base.ui.Steps;
import fr.maillage.base.ui.Steps.Moment;
import fr.maillage.base.ui.Tag;
import fr.maillage.discussion.ui.DiscussionComponents;
import fr.maillage.member.People;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.OpportunityContent;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityPage;
import fr.maillage.opportunity.OpportunityQuery;
import fr.maillage.opportunity.OpportunityService;
import fr.maillage.opportunity.OpportunityStatus;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** One opportunity: what it is, who sees it, and how to answer it. */
@Route(OpportunityNavigation.ONE)
@AnonymousAllowed
class OpportunityView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    /** Longer values stand in the list of facts, not among the figures. */

    private final transient OpportunityQuery query;
    private final transient OpportunityService service;
    private final transient InterestParts interests;
    private final transient Audiences audiences;
    private final transient DiscussionComponents discussions;
    private final transient Spaces spaces;
    private final transient People people;
    private final transient CurrentViewer viewer;
    private final transient Today today;
    private String title = "";

    OpportunityView(OpportunityQuery query, OpportunityService service, InterestParts interests, Audiences audiences,
            DiscussionComponents discussions, Spaces spaces, People people, CurrentViewer viewer, Today today) {
        this.query = query;
        this.service = service;
        this.interests = interests;
        this.audiences = audiences;
        this.discussions = discussions;
        this.spaces = spaces;
        this.people = people;
        this.viewer = viewer;
        this.today = today;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("opportunity.pageTitle", title);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(id(event.getRouteParameters().get("id").orElse("")));
    }

    /** @throws NotVisible for what is no identifier at all: the same answer as for one that opens nothing */
    static OpportunityId id(String word) {
        try {
            return new OpportunityId(UUID.fromString(word));
        } catch (IllegalArgumentException e) {
            throw new NotVisible();
        }
    }

    private void show(OpportunityId id) {
        OpportunityPage one = query.find(id);
        OpportunityContent content = one.content();
        title = content.title();
        Spaces.Space owner = spaces.find(one.owner()).orElseThrow(NotVisible::new);
        String author = people.cards(Set.of(one.author())).values().stream().findFirst().map(People.Card::name)
                .orElse("");
        Page page = getContent().clear().liteau(owner.hue());
        PageHeader header = new PageHeader()
                .crumb(getTranslation("opportunity.list.here"), OpportunityNavigation.list())
                .crumb(owner.shortName(), "/" + owner.path()).here(shortened(content.title()));
        if (viewer.get() instanceof Viewer.SignedIn) {
            header.actions(discussions.follow(id.ref()));
        }
        actions(header, one, content);
        page.bar(header).title(content.title(), byline(one, owner, author));
        page.main(kind(content), new OpportunityReading(content, one.outcomeWords(), today.date()));
        if (one.may().answerInterest()) {
            page.main(interests.received(id, () -> show(id)));
        }
        if (viewer.get() instanceof Viewer.SignedIn) {
            page.main(new Section(getTranslation("opportunity.discussion"), discussions.discussion(id.ref())));
        }
        page.aside(interests.box(one, author, () -> show(id)),
                new Section(getTranslation("opportunity.whoSees"), audiences.sentence(one.audience(), one.owner()),
                        interests.discretion()),
                new Section(getTranslation("opportunity.steps"), steps(one)));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private Component byline(OpportunityPage one, Spaces.Space owner, String author) {
        Div line = new Div(new SpaceChip(owner.name(), owner.hue(), Emblem.stored(owner.emblem()), "/" + owner.path()),
                new Span(getTranslation("opportunity.published",
                        Formats.current().date(LocalDate.ofInstant(one.publishedAt(), Today.ZONE), today.date()),
                        author)));
        line.addClassNames("ml-row", "ml-wrap", "ml-gap-16");
        if (one.status() == OpportunityStatus.CLOSED) {
            line.add(new Tag(getTranslation(one.outcome() == null ? one.status().messageKey()
                    : one.outcome().messageKey())));
        }
        if (one.archived()) {
            line.add(new Tag(getTranslation("opportunity.archived")));
        }
        return line;
    }

    private Component kind(OpportunityContent content) {
        Paragraph kind = new Paragraph();
        kind.addClassName("ml-kind");
        kind.add(KindLook.of(content.kind()).icon().small(), new NeedOffer(content.direction() == Direction.OFFER),
                new Span(getTranslation(content.kind().messageKey())));
        return kind;
    }

    private Component steps(OpportunityPage one) {
        Formats formats = Formats.current();
        LocalDate published = LocalDate.ofInstant(one.publishedAt(), Today.ZONE);
        LocalDate deadline = one.content().deadline();
        boolean closed = one.status() == OpportunityStatus.CLOSED;
        boolean passed = deadline != null && deadline.isBefore(today.date());
        return new Steps()
                .step(Moment.PAST, getTranslation("opportunity.step.published"), formats.date(published, today.date()))
                .step(closed || passed ? Moment.PAST : Moment.NOW, getTranslation("opportunity.step.interests"),
                        deadline == null ? "" : getTranslation("opportunity.step.until",
                                formats.date(deadline, today.date())))
                .step(closed ? Moment.PAST : passed ? Moment.NOW : Moment.NEXT,
                        getTranslation(one.outcome() == null ? "opportunity.step.choice" : one.outcome().messageKey()),
                        "");
    }

    // ------------------------------------------------------------------ acts

    private void actions(PageHeader header, OpportunityPage one, OpportunityContent content) {
        OpportunityPage.Rights may = one.may();
        OpportunityId id = one.id();
        if (!may.edit() && !may.share() && !may.archive() && !may.restore()) {
            return;
        }
        MenuBar menu = new Menu();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem more = menu.addItem(Icon.ELLIPSIS.create());
        more.setAriaLabel(getTranslation("opportunity.more"));
        if (may.share()) {
            more.getSubMenu().addItem(getTranslation("opportunity.share"), event -> audiences.shareDialog(
                    one.audience(), one.owner(), audience -> {
                        service.share(id, audience);
                        show(id);
                        Notices.success(getTranslation("opportunity.shared"));
                    }).open());
            more.getSubMenu().addItem(getTranslation("opportunity.seeAs"), event -> audiences.seeAs(one.audience(),
                    one.owner(), content.title(), () -> new OpportunityReading(content, one.outcomeWords(), today.date())).open());
        }
        if (may.edit() && one.status() == OpportunityStatus.OPEN) {
            more.getSubMenu().addItem(getTranslation("opportunity.close"), event -> new CloseDialog((outcome, words) -> {
                service.close(id, outcome, words);
                show(id);
                Notices.undo(getTranslation("opportunity.closed"), () -> reopen(id));
            }).open());
        }
        if (may.edit() && one.status() == OpportunityStatus.CLOSED) {
            more.getSubMenu().addItem(getTranslation("opportunity.reopen"), event -> reopen(id));
        }
        if (may.archive()) {
            more.getSubMenu().addItem(getTranslation("opportunity.archive"), event -> archive(id, content.title()));
        }
        if (one.archived() && may.restore()) {
            more.getSubMenu().addItem(getTranslation("opportunity.restore"), event -> restore(id));
        }
        header.actions(menu);
        if (may.edit()) {
            header.actions(new LinkButton(Icon.PENCIL, getTranslation("opportunity.edit"),
                    OpportunityNavigation.edit(id)).small());
        }
    }

    private void reopen(OpportunityId id) {
        service.reopen(id);
        show(id);
        Notices.success(getTranslation("opportunity.reopened"));
    }

    private void restore(OpportunityId id) {
        service.restore(id);
        show(id);
        Notices.success(getTranslation("opportunity.restored"));
    }

    private void archive(OpportunityId id, String what) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("opportunity.archive.title", what));
        dialog.setText(getTranslation("opportunity.archive.text"));
        dialog.setConfirmText(getTranslation("opportunity.archive"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("opportunity.cancel"));
        dialog.addConfirmListener(event -> {
            service.archive(id);
            show(id);
            Notices.undo(getTranslation("opportunity.archivedNow"), () -> restore(id));
        });
        dialog.open();
    }
}
