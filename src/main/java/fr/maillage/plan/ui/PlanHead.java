package fr.maillage.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import fr.maillage.base.Hue;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.PersonChip;
import fr.maillage.base.ui.ProgressRing;
import fr.maillage.base.ui.Status;
import fr.maillage.base.ui.StatusBar;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.FundingState;
import fr.maillage.plan.PlanPage;
import fr.maillage.plan.Totals;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a plan is about and what it adds up to, over the actions that whoever looks sees. */
class PlanHead extends Composite<Div> {

    private final Formats formats = Formats.current();

    PlanHead(PlanPage page, Names.Directory names) {
        getContent().addClassName("ml-plan-head");
        people("plan.involvement.PILOT", page.pilots(), names);
        people("plan.involvement.ELECTED", page.elected(), names);
        Totals totals = page.totals();
        if (totals.actions() > 0) {
            Div progress = new Div(bar(totals), ring(totals));
            progress.addClassName("ml-plan-progress");
            getContent().add(progress);
        }
        if (totals.planned().signum() > 0 || !totals.funding().isEmpty()) {
            Details money = new Details(getTranslation("plan.money"), money(totals));
            getContent().add(money);
        }
    }

    static Map<Status, Integer> counts(Map<ActionStatus, Integer> byStatus) {
        Map<Status, Integer> counts = new LinkedHashMap<>();
        for (ActionStatus status : List.of(ActionStatus.DONE, ActionStatus.IN_PROGRESS, ActionStatus.LATE,
                ActionStatus.BLOCKED, ActionStatus.PAUSED, ActionStatus.TO_COME, ActionStatus.TO_DISCUSS,
                ActionStatus.ABANDONED)) {
            if (byStatus.containsKey(status)) {
                counts.put(Looks.of(status), byStatus.get(status));
            }
        }
        return counts;
    }

    private static StatusBar bar(Totals totals) {
        Map<ActionStatus, Integer> counts = new LinkedHashMap<>();
        totals.byStatus().forEach((status, share) -> counts.put(status, share.actions()));
        return new StatusBar(counts(counts));
    }

    private ProgressRing ring(Totals totals) {
        int done = totals.byStatus().getOrDefault(ActionStatus.DONE, new Totals.Share(0, BigDecimal.ZERO))
                .actions();
        Double weighted = totals.progressByBudget();
        String note = getTranslation("plan.progress", done, totals.actions());
        return new ProgressRing(totals.progress(),
                weighted == null ? note : note + " · " + getTranslation("plan.progress.budget",
                        formats.percent(weighted, 0)));
    }

    private void people(String labelKey, List<PersonId> people, Names.Directory names) {
        if (!people.isEmpty()) {
            Span label = new Span(getTranslation(labelKey));
            label.addClassNames("ml-small", "ml-muted");
            Div row = new Div(label);
            row.addClassNames("ml-row", "ml-wrap", "ml-gap-12");
            people.forEach(person -> row.add(new PersonChip(names.of(person), Hue.of(person.value().toString()))));
            getContent().add(row);
        }
    }

    private Div money(Totals totals) {
        NativeTableBody body = new NativeTableBody();
        totals.budget().forEach(year -> body.add(row(year.year() == null ? getTranslation("plan.noYear")
                : year.year().toString(), getTranslation(year.kind().messageKey()), formats.euros(year.planned()),
                formats.euros(year.actual()))));
        body.add(row(getTranslation("plan.total"), "", formats.euros(totals.planned()),
                formats.euros(totals.actual())));
        NativeTable budget = new NativeTable(new NativeTableHeader(header("plan.field.budget_line.year",
                "plan.field.budget_line.kind", "plan.field.budget_line.planned", "plan.field.budget_line.actual")),
                body);
        budget.addClassName("ml-table");
        Div money = new Div(budget);
        money.addClassNames("ml-stack", "ml-gap-16", "ml-scroll-x");
        if (!totals.funding().isEmpty()) {
            NativeTableBody states = new NativeTableBody();
            for (FundingState state : FundingState.values()) {
                if (totals.funding().containsKey(state)) {
                    states.add(row(getTranslation(state.messageKey()), formats.euros(totals.funding().get(state))));
                }
            }
            NativeTable funding = new NativeTable(new NativeTableHeader(
                    header("plan.field.funding_line.state", "plan.field.funding_line.amount")), states);
            funding.addClassName("ml-table");
            money.add(funding);
        }
        return money;
    }

    private NativeTableRow header(String... keys) {
        NativeTableRow row = new NativeTableRow();
        for (String key : keys) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        return row;
    }

    private static NativeTableRow row(String... words) {
        NativeTableRow row = new NativeTableRow();
        for (String word : words) {
            row.add(new NativeTableCell(word));
        }
        return row;
    }
}
