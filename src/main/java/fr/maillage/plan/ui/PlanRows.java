package fr.maillage.plan.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.Spaces;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.StatusBadge;
import fr.maillage.base.ui.StatusBar;
import fr.maillage.plan.PlanCard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws plans as rows of a list. */
@Component
class PlanRows {

    private final Names names;
    private final Spaces spaces;

    PlanRows(Names names, Spaces spaces) {
        this.names = names;
        this.spaces = spaces;
    }

    /** @param withSpace whether the list holds plans of several spaces */
    List<ListLine> rows(List<PlanCard> plans, boolean withSpace) {
        Names.Directory directory = names.directory()
                .learn(plans.stream().flatMap(plan -> plan.pilots().stream()).toList(), List.of());
        if (withSpace) {
            spaces.find(plans.stream().map(PlanCard::owner).collect(Collectors.toSet()));
        }
        return plans.stream().map(plan -> row(plan, withSpace, directory)).toList();
    }

    private ListLine row(PlanCard plan, boolean withSpace, Names.Directory directory) {
        Formats formats = Formats.current();
        List<String> facts = new ArrayList<>();
        if (withSpace) {
            spaces.find(plan.owner()).ifPresent(space -> facts.add(space.shortName()));
        }
        facts.add(say(plan.type().messageKey()));
        if (plan.start() != null || plan.end() != null) {
            facts.add((plan.start() == null ? "" : String.valueOf(plan.start().getYear())) + "–"
                    + (plan.end() == null ? "" : plan.end().getYear()));
        }
        facts.add(say("plan.subtitle.actions", plan.actions()));
        if (plan.planned().signum() > 0) {
            facts.add(say("plan.row.planned", formats.shortEuros(plan.planned())));
        }
        if (!plan.pilots().isEmpty()) {
            facts.add(plan.pilots().stream().limit(2).map(directory::of).collect(Collectors.joining(", ")));
        }
        ListLine row = new ListLine(plan.title(), PlanNavigation.plan(plan.id())).meta(facts.toArray(String[]::new));
        if (plan.actions() > 0) {
            row.add(new StatusBar(PlanHead.counts(plan.byStatus())).thin());
        }
        Span state = new Span(new StatusBadge(Looks.of(plan.state()), say(plan.state().messageKey())).light());
        return row.right(state);
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
