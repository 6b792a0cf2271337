package fr.maillage.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.AttentionPoint;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.base.Messages;
import fr.maillage.base.Phrase;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.DeadlineLabel;
import fr.maillage.base.ui.DecisionRow;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.SpaceEmblem;
import fr.maillage.base.ui.Status;
import fr.maillage.base.ui.StatusBar;
import fr.maillage.coediting.ui.LiveTextComponents;
import fr.maillage.discussion.HomeSeen;
import fr.maillage.discussion.ui.DiscussionComponents;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.PlanCard;
import fr.maillage.plan.PlanPages;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waits for the person, what moved in their spaces, which dates come near, how their plans stand. */
@Route("accueil")
@PermitAll
class HomeView extends Composite<Page> implements HasDynamicTitle, AfterNavigationObserver {

    private static final long serialVersionUID = 1;
    private static final int LINES = 6;
    private static final int PLANS = 2;
    private static final int MOST_SPACES = 200;
    /** The order of the bar: what is done, what goes on, what is in trouble, what is still to come. */
    private static final List<ActionStatus> BAR = List.of(ActionStatus.DONE, ActionStatus.IN_PROGRESS,
            ActionStatus.LATE, ActionStatus.BLOCKED, ActionStatus.PAUSED, ActionStatus.TO_COME,
            ActionStatus.TO_DISCUSS, ActionStatus.ABANDONED);

    private final transient Waiting waiting;
    private final transient CurrentViewer viewer;
    private final transient AccessScopes scopes;
    private final transient Spaces spaces;
    private final transient DiscussionComponents discussions;
    private final transient HomeSeen seen;
    private final transient LiveTextComponents texts;
    private final transient PlanPages plans;
    private final transient Messages messages;
    private final transient Today today;

    HomeView(Waiting waiting, CurrentViewer viewer, AccessScopes scopes, Spaces spaces,
            DiscussionComponents discussions, HomeSeen seen, LiveTextComponents texts, PlanPages plans, Messages messages, Today today) {
        this.waiting = waiting;
        this.viewer = viewer;
        this.scopes = scopes;
        this.spaces = spaces;
        this.discussions = discussions;
        this.seen = seen;
        this.texts = texts;
        this.plans = plans;
        this.messages = messages;
        this.today = today;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.pageTitle", getTranslation("home.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    void show() {
        Waiting.Points points = waiting.of(viewer.person());
        List<SpaceId> mine = scopes.current().spaces().stream().limit(MOST_SPACES).toList();
        Page page = getContent().clear();
        Span day = new Span(capitalized(Formats.current().dayAndDate(today.date()) + " " + today.date().getYear()));
        day.addClassName("ml-muted");
        page.bar(new PageHeader().here(getTranslation("home.title")).actions(day));
        page.title(getTranslation("home.waiting", points.count()), subtitle(points, mine));
        page.main(texts.waiting(viewer.person()));
        Map<SpaceId, Space> known = spaces.find(Stream.of(points.decide(), points.week(), points.read(),
                points.later()).flatMap(List::stream).map(AttentionPoint::space).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        section(page, "home.decide", points.decide(), known, true);
        section(page, "home.week", points.week(), known, points.decide().isEmpty());
        section(page, "home.read", points.read(), known, false);
        if (mine.isEmpty()) {
            page.main(new LinkButton(getTranslation("home.join"), "/territoires").primary());
        } else {
            plans(page, mine);
        }
        if (!points.complete()) {
            Paragraph part = new Paragraph(getTranslation("home.incomplete"));
            part.addClassName("ml-foot");
            page.main(part);
        }
        page.aside(new Section(getTranslation("home.moved"), discussions.feedOfMySpaces(LINES, seen.visit().orElse(null)))
                .more(getTranslation("home.moved.all"), "/activite"));
        if (!points.later().isEmpty()) {
            page.aside(new Section(getTranslation("home.later"), dates(points.later())).flush());
        }
    }

    private String subtitle(Waiting.Points points, List<SpaceId> mine) {
        if (mine.isEmpty()) {
            return getTranslation("home.nowhere");
        }
        if (!points.decide().isEmpty()) {
            LocalDate due = points.decide().getFirst().due();
            return due == null ? getTranslation("home.decisions", points.decide().size())
                    : getTranslation("home.decisions.before", points.decide().size(),
                            Formats.current().dayAndDate(due));
        }
        return points.count() > 0 ? getTranslation("home.noDecision") : getTranslation("home.nothing");
    }

    private void section(Page page, String key, List<AttentionPoint> points, Map<SpaceId, Space> known,
            boolean primary) {
        if (points.isEmpty()) {
            return;
        }
        List<Component> rows = new ArrayList<>();
        boolean first = primary;
        for (AttentionPoint point : points) {
            Space space = point.space() == null ? null : known.get(point.space());
            Component sign = space == null ? icon(point.icon()).large()
                    : new SpaceEmblem(space.hue(), Emblem.stored(space.emblem()));
            DecisionRow row = new DecisionRow(sign, say(point.title()), "/" + point.path())
                    .meta(meta(say(point.reason()), space));
            if (point.due() != null) {
                row.due(new DeadlineLabel(point.due(), today.date()));
            }
            rows.add(row.action(getTranslation(point.actionKey()), "/" + point.path(), first));
            first = false;
        }
        page.main(new Section(getTranslation(key), new DrawnList(rows)).flush());
    }

    private static String[] meta(String reason, Space space) {
        return space == null ? new String[] {reason} : new String[] {reason, space.shortName()};
    }

    private Component dates(List<AttentionPoint> points) {
        List<Component> lines = new ArrayList<>();
        for (AttentionPoint point : points) {
            Anchor link = new Anchor("/" + point.path(), say(point.title()));
            Div text = new Div(link, reason(point));
            text.addClassName("text");
            Div line = new Div(text, new DeadlineLabel(point.due(), today.date()));
            line.addClassNames("ml-line", "ml-date-line");
            lines.add(line);
        }
        return new DrawnList(lines);
    }

    private Paragraph reason(AttentionPoint point) {
        Paragraph reason = new Paragraph(say(point.reason()));
        reason.addClassName("ml-meta");
        return reason;
    }

    private void plans(Page page, List<SpaceId> mine) {
        for (PlanCard plan : plans.ofSpaces(Set.copyOf(mine), null, PLANS).plans()) {
            Map<Status, Integer> counts = new LinkedHashMap<>();
            BAR.forEach(status -> counts.merge(looks(status), plan.byStatus().getOrDefault(status, 0), Integer::sum));
            Section section = new Section(plan.title()).more(getTranslation("home.openPlan"),
                    "/plans/" + plan.id().value());
            if (plan.actions() > 0) {
                section.add(new StatusBar(counts));
            }
            Paragraph money = new Paragraph(getTranslation("home.plan", plan.actions(), plan.planned().signum(),
                    Formats.current().shortEuros(plan.planned())));
            money.addClassNames("ml-muted", "ml-small");
            page.main(section.add(money));
        }
    }

    private static Status looks(ActionStatus status) {
        return switch (status) {
            case TO_DISCUSS -> Status.DISCUSS;
            case TO_COME -> Status.UPCOMING;
            case IN_PROGRESS -> Status.ONGOING;
            case DONE -> Status.DONE;
            case PAUSED -> Status.PAUSED;
            case ABANDONED -> Status.ABANDONED;
            case BLOCKED -> Status.BLOCKED;
            case LATE -> Status.LATE;
        };
    }

    private String say(Phrase phrase) {
        return messages.say(phrase, getLocale());
    }

    private static Icon icon(String symbol) {
        return Arrays.stream(Icon.values()).filter(icon -> icon.symbol().equals(symbol)).findFirst()
                .orElse(Icon.INBOX);
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + words.substring(1);
    }
}
