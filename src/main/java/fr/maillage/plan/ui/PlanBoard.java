package fr.maillage.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import fr.maillage.base.ui.Avatar;
import fr.maillage.base.ui.DeadlineLabel;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Menu;
import fr.maillage.base.ui.Meter;
import fr.maillage.base.ui.MoneyLabel;
import fr.maillage.base.ui.StatusBadge;
import fr.maillage.plan.ActionLine;
import fr.maillage.plan.ActionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The actions of a plan by status: a column each. A card goes to another column by drag, by its menu, or by Alt and an
 * arrow.
 */
class PlanBoard extends Composite<Div> {

    /** The columns, from left to right. */
    static final List<ActionStatus> COLUMNS = List.of(ActionStatus.TO_DISCUSS, ActionStatus.TO_COME,
            ActionStatus.IN_PROGRESS, ActionStatus.LATE, ActionStatus.BLOCKED, ActionStatus.PAUSED, ActionStatus.DONE,
            ActionStatus.ABANDONED);

    /** Lets through Alt and an arrow to the left or right, and keeps the browser from going back. */
    static final String ALT_ARROW = "event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')"
            + " && (event.preventDefault() || true)";

    private static final int SHOWN = 30;

    private final List<ActionLine> actions;
    private final Names.Directory names;
    private final LocalDate today;
    private final boolean movable;
    private final BiConsumer<ActionLine, ActionStatus> move;
    private final Set<ActionStatus> unfolded = EnumSet.noneOf(ActionStatus.class);

    /**
     * @param actions top-level actions
     * @param movable whether whoever looks may change any of them; each change is asked for again when it is made
     */
    PlanBoard(List<ActionLine> actions, Names.Directory names, LocalDate today, boolean movable,
            BiConsumer<ActionLine, ActionStatus> move) {
        this.actions = actions;
        this.names = names;
        this.today = today;
        this.movable = movable;
        this.move = move;
        getContent().addClassName("ml-board");
        getContent().getElement().setAttribute("tabindex", "0").setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("plan.board"));
        write();
    }

    private void write() {
        getContent().removeAll();
        List<ActionStatus> empty = new ArrayList<>();
        for (ActionStatus status : COLUMNS) {
            List<ActionLine> cards = actions.stream().filter(line -> line.status() == status).toList();
            if (cards.isEmpty()) {
                empty.add(status);
            } else {
                getContent().add(column(status, cards));
            }
        }
        if (!empty.isEmpty()) {
            getContent().add(folded(empty));
        }
    }

    private Section column(ActionStatus status, List<ActionLine> cards) {
        Span count = new Span(String.valueOf(cards.size()));
        count.addClassNames("count", "ml-num");
        H2 head = new H2(badge(status), count);
        head.addClassName("ml-column-head");
        BigDecimal sum = cards.stream().map(ActionLine::planned).filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() > 0) {
            MoneyLabel label = MoneyLabel.brief(sum);
            label.addClassName("sum");
            head.add(label);
        }
        Section column = new Section(head);
        column.addClassName("ml-column");
        column.getElement().setAttribute("aria-label", getTranslation(status.messageKey()));
        int shown = unfolded.contains(status) ? cards.size() : Math.min(SHOWN, cards.size());
        cards.stream().limit(shown).map(this::card).forEach(column::add);
        if (shown < cards.size()) {
            column.add(Buttons.link(getTranslation("plan.board.others", cards.size() - shown), () -> {
                unfolded.add(status);
                write();
            }));
        }
        takesCards(column, status);
        return column;
    }

    private Section folded(List<ActionStatus> empty) {
        Section column = new Section();
        column.addClassNames("ml-column", "folded", "ml-hide-phone");
        column.getElement().setAttribute("aria-label", getTranslation("plan.board.empty", empty.size()));
        for (ActionStatus status : empty) {
            Div slot = new Div(badge(status));
            slot.addClassName("slot");
            takesCards(slot, status);
            column.add(slot);
        }
        Span label = new Span(getTranslation("plan.board.empty", empty.size()));
        label.addClassName("label");
        column.add(label);
        return column;
    }

    private StatusBadge badge(ActionStatus status) {
        return new StatusBadge(Looks.of(status), getTranslation(status.messageKey()));
    }

    private <C extends com.vaadin.flow.component.Component> void takesCards(C place, ActionStatus status) {
        if (movable) {
            DropTarget<C> target = DropTarget.create(place);
            target.setDropEffect(DropEffect.MOVE);
            target.addDropListener(event -> event.getDragData().filter(ActionLine.class::isInstance)
                    .map(ActionLine.class::cast).filter(line -> line.status() != status)
                    .ifPresent(line -> move.accept(line, status)));
        }
    }

    private Article card(ActionLine line) {
        Article card = new Article();
        card.addClassName("ml-card");
        card.setId("fiche-" + line.id().value());
        card.getElement().setAttribute("data-status", Looks.of(line.status()).code());
        Span number = new Span(line.number());
        number.addClassNames("number", "ml-num");
        Anchor link = new Anchor(PlanNavigation.action(line.id()), line.title());
        // Else the browser drags the link instead of the card.
        link.getElement().setAttribute("draggable", "false");
        card.add(number, new H3(link));
        if (line.status() == ActionStatus.BLOCKED && !line.blockingCause().isEmpty()) {
            Paragraph cause = new Paragraph(Icon.CIRCLE_ALERT.small(), new Span(line.blockingCause()));
            cause.addClassName("blocked");
            card.add(cause);
        }
        Double progress = line.progress();
        if (progress != null && !line.status().closed()) {
            card.add(new Meter(progress));
        }
        card.add(foot(line));
        if (movable) {
            DragSource<Article> source = DragSource.create(card);
            source.setDragData(line);
            source.setEffectAllowed(EffectAllowed.MOVE);
            keys(link, line);
        }
        return card;
    }

    private Div foot(ActionLine line) {
        Div foot = new Div();
        foot.addClassName("foot");
        line.pilots().stream().limit(2).forEach(pilot -> {
            String name = names.of(pilot);
            Avatar avatar = new Avatar(name, fr.maillage.base.Hue.of(pilot.value().toString())).small();
            avatar.getElement().setAttribute("title", name);
            Span said = new Span(name);
            said.addClassName("ml-visually-hidden");
            foot.add(avatar, said);
        });
        LocalDate done = line.doneOn();
        if (line.status() == ActionStatus.DONE && done != null) {
            foot.add(DeadlineLabel.done(done, today));
        } else if (line.end() != null) {
            foot.add(new DeadlineLabel(line.end(), line.status().closed() ? line.end() : today));
        }
        BigDecimal planned = line.planned();
        if (planned != null) {
            MoneyLabel money = MoneyLabel.brief(planned);
            money.addClassName("sum");
            foot.add(money);
        }
        if (movable) {
            foot.add(menu(line));
        }
        return foot;
    }

    private MenuBar menu(ActionLine line) {
        MenuBar menu = new Menu();
        menu.addClassName("ml-card-menu");
        menu.addThemeNames("tertiary", "icon", "small");
        MenuItem button = menu.addItem(Icon.ELLIPSIS_VERTICAL.small());
        button.setAriaLabel(getTranslation("plan.board.move", line.title()));
        COLUMNS.stream().filter(status -> status != line.status()).forEach(status -> button.getSubMenu()
                .addItem(badge(status), event -> move.accept(line, status)));
        return menu;
    }

    /** Alt and an arrow, on the link of the card: the column to the left or to the right. */
    private void keys(Anchor link, ActionLine line) {
        link.getElement().setAttribute("aria-keyshortcuts", "Alt+ArrowLeft Alt+ArrowRight");
        link.getElement().addEventListener("keydown", event -> {
            boolean right = "ArrowRight".equals(event.getEventData().get("event.key").asString());
            int at = COLUMNS.indexOf(line.status()) + (right ? 1 : -1);
            if (at >= 0 && at < COLUMNS.size()) {
                move.accept(line, COLUMNS.get(at));
            }
        }).addEventData("event.key")
                .setFilter(ALT_ARROW);
    }
}
