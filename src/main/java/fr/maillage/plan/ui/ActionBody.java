package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.PeopleLookup.Found;
import fr.maillage.base.Hue;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Today;
import fr.maillage.base.Translator;
import fr.maillage.base.ui.DeadlineLabel;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.OrganizationChip;
import fr.maillage.base.ui.PersonChip;
import fr.maillage.base.ui.Prose;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.StatusBadge;
import fr.maillage.coediting.ui.LiveTextComponents;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionField.Part;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionLine;
import fr.maillage.plan.ActionPeople;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionSheet;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.ActionTexts;
import fr.maillage.plan.BudgetKind;
import fr.maillage.plan.BudgetUnit;
import fr.maillage.plan.FieldRef;
import fr.maillage.plan.FundingState;
import fr.maillage.plan.Involvement;
import fr.maillage.plan.NationalAxis;
import fr.maillage.plan.Phase;
import fr.maillage.plan.Priority;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** The wide column of an action: head, fields, texts, money, proofs. */
class ActionBody extends Composite<Div> {

    private final LiveSheet sheet;
    private final Inputs inputs;
    private final ActionService actions;
    private final ActionPeople people;
    private final ActionTexts texts;
    private final LiveTextComponents live;
    private final Names.Directory names;
    private final PeopleFinder finder;
    private final Today today;
    private final Translator words;
    private final Formats formats = Formats.current();

    private final Map<Involvement, ChipsEditor> chips = new EnumMap<>(Involvement.class);
    private final ChipsEditor partners;
    private final List<LinesEditor> lines = new ArrayList<>();
    private final Span planned = new Span();
    private final Span complete = new Span();
    private final Span missingMoney = new Span();
    private final Div subs = new Div();

    ActionBody(LiveSheet sheet, Inputs inputs, ActionService actions, ActionPeople people, ActionTexts texts,
            LiveTextComponents live, Names.Directory names, PeopleFinder finder, Today today, Translator words) {
        this.sheet = sheet;
        this.inputs = inputs;
        this.actions = actions;
        this.people = people;
        this.texts = texts;
        this.live = live;
        this.names = names;
        this.finder = finder;
        this.today = today;
        this.words = words;
        this.partners = partners();
        for (Involvement part : Involvement.values()) {
            chips.put(part, people(part));
        }
        if (sheet.current().archived()) {
            Paragraph archived = new Paragraph(say("plan.action.isArchived"));
            archived.addClassName("ml-note");
            getContent().add(archived);
        }
        getContent().add(head(), title(), fields(), blocking());
        texts();
        getContent().add(subActions(), steps(), budget(), funding(), indicators());
        refresh();
    }

    /** Shows anew what hangs on the action; the fields keep themselves. */
    void refresh() {
        ActionSheet read = sheet.current();
        chips.forEach((part, editor) -> editor.show(read.people(part).stream().map(person -> {
            String name = names.of(person);
            return new ChipsEditor.Chip(new PersonChip(name, Hue.of(person.value().toString())), name,
                    () -> people.remove(read.id(), part, person));
        }).toList()));
        partners.show(read.partners().stream().map(partner -> new ChipsEditor.Chip(
                new OrganizationChip(partner.name()), partner.name(),
                () -> people.removePartner(read.id(), partner.id()))).toList());
        lines.forEach(LinesEditor::refresh);
        BigDecimal budget = sum(Part.BUDGET, ActionField.BUDGET_PLANNED);
        planned.setText(budget.signum() == 0 ? FieldWords.NOTHING : formats.euros(budget));
        complete.setText(say(read.complete() ? "plan.complete" : "plan.incomplete"));
        BigDecimal missing = budget.subtract(sum(Part.FUNDING, ActionField.FUNDING_AMOUNT));
        missingMoney.setText(missing.signum() > 0 ? say("plan.funding.missing", formats.euros(missing)) : "");
        subs.removeAll();
        if (!read.subs().isEmpty()) {
            subs.add(new DrawnList(read.subs().stream().map(this::sub).toList()));
        }
    }

    private BigDecimal sum(Part part, ActionField<BigDecimal> field) {
        return sheet.current().lines(part).values().stream()
                .filter(cells -> part != Part.BUDGET || cells.get(ActionField.BUDGET_UNIT) == BudgetUnit.EUR)
                .filter(cells -> part != Part.FUNDING
                        || cells.get(ActionField.FUNDING_STATE) != FundingState.REFUSED)
                .map(cells -> cells.get(field)).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Div head() {
        Span phase = new Span();
        sheet.watch(ActionField.PHASE, value -> phase.setText(value == null ? "" : say(value.messageKey())));
        Span priority = new Span();
        sheet.watch(ActionField.PRIORITY,
                value -> priority.setText(value == null ? "" : say("plan.priorityOf." + value.name())));
        Div head = new Div(inputs.status(own(ActionField.STATUS)), phase, priority, complete);
        head.addClassNames("ml-row", "ml-wrap", "ml-gap-12", "ml-small", "ml-muted", "ml-action-head");
        return head;
    }

    private Div title() {
        H1 heading = new H1();
        sheet.watch(ActionField.TITLE, heading::setText);
        Div row = new Div(heading);
        row.addClassNames("ml-row", "top", "ml-action-title");
        Div title = new Div(row);
        if (sheet.current().mayEdit()) {
            LiveField<String, String> field = inputs.text(own(ActionField.TITLE));
            field.setVisible(false);
            row.add(Buttons.icon(Icon.PENCIL, say("plan.title.edit"), () -> {
                field.setVisible(true);
                ((TextField) field.input()).focus();
            }));
            ((TextField) field.input()).addBlurListener(event -> {
                if (!((TextField) field.input()).isInvalid() && !field.inConflict()) {
                    field.setVisible(false);
                }
            });
            title.add(field);
        }
        return title;
    }

    private Div fields() {
        Div grid = new Div();
        grid.addClassName("ml-fields");
        grid.getElement().setAttribute("role", "group").setAttribute("aria-label", say("plan.fields"));
        Span label = new Span(say("plan.planned"));
        label.addClassName("label");
        planned.addClassNames("value", "ml-num");
        Div money = new Div(label, planned);
        money.addClassName("ml-field");
        grid.add(chips.get(Involvement.PILOT), chips.get(Involvement.ELECTED), chips.get(Involvement.BUSINESS),
                inputs.date(own(ActionField.START)), inputs.date(own(ActionField.END)), money,
                inputs.choice(own(ActionField.PHASE), Phase.class, false),
                inputs.choice(own(ActionField.PRIORITY), Priority.class, false), inputs.number(own(ActionField.JOBS)),
                inputs.choice(own(ActionField.NATIONAL_AXIS), NationalAxis.class, false),
                inputs.organization(own(ActionField.LEAD_ORGANIZATION),
                        (typed, limit) -> finder.organizations(typed, sheet.current().owner(), limit), names::of),
                inputs.text(own(ActionField.LEAD_SERVICE)), inputs.text(own(ActionField.GOVERNANCE)),
                inputs.text(own(ActionField.SITE)), inputs.text(own(ActionField.TARGETS)),
                inputs.flag(own(ActionField.YEARLY)), inputs.themes(own(ActionField.THEMES)).wide(), partners);
        return grid;
    }

    /** What holds it up: only while it is blocked. */
    private Section blocking() {
        Div grid = new Div(inputs.text(own(ActionField.BLOCKING_CAUSE)), inputs.text(own(ActionField.BLOCKING_REMEDY)));
        grid.addClassNames("ml-fields", "two");
        Section section = new Section(say("plan.blocking"), grid);
        sheet.watch(ActionField.STATUS, status -> section.setVisible(status == ActionStatus.BLOCKED
                || !sheet.current().own().value(ActionField.BLOCKING_CAUSE).isEmpty()));
        return section;
    }

    private void texts() {
        boolean mayWrite = sheet.signedIn() && texts.mayWrite(id());
        for (ActionField<String> field : List.of(ActionField.DESCRIPTION, ActionField.OBJECTIVES, ActionField.MEANS,
                ActionField.RESULTS, ActionField.RISKS)) {
            boolean empty = sheet.current().own().value(field).isEmpty();
            if (!empty || sheet.current().mayEdit()) {
                getContent().add(new Section(inputs.label(field), text(field, mayWrite)).flush());
            }
        }
    }

    /** One that several people write at once; those who are not signed in read it as it stands. */
    private Component text(ActionField<String> field, boolean mayWrite) {
        if (!field.isLive()) {
            return inputs.longText(own(field));
        }
        if (!sheet.signedIn()) {
            return texts.read(id(), field).<Component>map(read -> live.read(read, field.text(id()).item()))
                    .orElseGet(() -> new Prose(sheet.current().own().value(field)));
        }
        return live.of(texts.open(id(), field), field.text(id()), inputs.label(field), mayWrite);
    }

    private Section subActions() {
        Section section = new Section(say("plan.subs"), subs);
        boolean top = sheet.current().parent() == null;
        if (sheet.current().mayEdit() && top) {
            TextField field = new TextField();
            field.setAriaLabel(say("plan.subs.new"));
            field.setPlaceholder(say("plan.subs.new"));
            Div row = new Div(field, Buttons.link(say("plan.subs.add"), () -> {
                try {
                    actions.createUnder(sheet.current().id(), field.getValue());
                    field.clear();
                    field.setInvalid(false);
                } catch (InvalidInput error) {
                    field.setInvalid(true);
                    field.setErrorMessage(say(error.messageKey(), error.arguments()));
                }
            }));
            row.addClassNames("ml-row", "ml-top-8");
            section.add(row);
        }
        section.setVisible(top && sheet.current().mayEdit() || !sheet.current().subs().isEmpty());
        return section;
    }

    private ListLine sub(ActionLine line) {
        ListLine row = new ListLine(line.number() + " " + line.title(), PlanNavigation.action(line.id()));
        row.right(new StatusBadge(Looks.of(line.status()), say(line.status().messageKey())));
        if (line.end() != null) {
            row.right(new DeadlineLabel(line.end(), line.status().closed() ? line.end() : today.date()));
        }
        return row.middle();
    }

    private Section steps() {
        return lines("plan.steps", Part.STEP, List.of(
                LinesEditor.live(sheet, ActionField.STEP_DONE, inputs::flag),
                LinesEditor.live(sheet, ActionField.STEP_TITLE, inputs::text),
                LinesEditor.live(sheet, ActionField.STEP_DUE, inputs::date)));
    }

    private Section budget() {
        return lines("plan.budget", Part.BUDGET, List.of(
                LinesEditor.live(sheet, ActionField.BUDGET_YEAR, inputs::number),
                LinesEditor.live(sheet, ActionField.BUDGET_KIND, ref -> inputs.choice(ref, BudgetKind.class, true)),
                LinesEditor.live(sheet, ActionField.BUDGET_UNIT, ref -> inputs.choice(ref, BudgetUnit.class, true)),
                LinesEditor.live(sheet, ActionField.BUDGET_PLANNED, inputs::amount),
                LinesEditor.live(sheet, ActionField.BUDGET_ACTUAL, inputs::amount)));
    }

    private Section funding() {
        missingMoney.addClassName("ml-small");
        missingMoney.addClassName("ml-muted");
        return lines("plan.funding", Part.FUNDING, List.of(
                LinesEditor.live(sheet, ActionField.FUNDER, inputs::text),
                LinesEditor.live(sheet, ActionField.FUNDING_STATE,
                        ref -> inputs.choice(ref, FundingState.class, true)),
                LinesEditor.live(sheet, ActionField.FUNDING_DUE, inputs::date),
                LinesEditor.live(sheet, ActionField.FUNDING_AMOUNT, inputs::amount))).aside(missingMoney);
    }

    private Section indicators() {
        LinesEditor indicators = new LinesEditor(sheet, Part.INDICATOR, List.of(
                LinesEditor.live(sheet, ActionField.INDICATOR_NAME, inputs::text),
                LinesEditor.live(sheet, ActionField.INDICATOR_UNIT, inputs::text),
                LinesEditor.live(sheet, ActionField.INDICATOR_TARGET, inputs::amount)),
                () -> actions.addLine(id(), Part.INDICATOR), line -> actions.addMeasure(id(), line),
                line -> actions.removeLine(id(), Part.INDICATOR, line));
        LinesEditor measures = new LinesEditor(sheet, Part.MEASURE, List.of(
                new LinesEditor.Column("plan.part.INDICATOR", this::indicatorOf),
                LinesEditor.live(sheet, ActionField.MEASURED, inputs::date),
                LinesEditor.live(sheet, ActionField.MEASURE_VALUE, inputs::amount),
                LinesEditor.live(sheet, ActionField.MEASURE_SOURCE, inputs::text)), null, null,
                line -> actions.removeLine(id(), Part.MEASURE, line));
        lines.add(indicators);
        lines.add(measures);
        return new Section(say("plan.indicators"), indicators, measures);
    }

    private Span indicatorOf(UUID measure) {
        UUID indicator = sheet.current().lines(Part.MEASURE).get(measure).value(ActionField.MEASURE_OF);
        return new Span(sheet.current().lines(Part.INDICATOR).get(indicator).value(ActionField.INDICATOR_NAME));
    }

    private Section lines(String titleKey, Part part, List<LinesEditor.Column> columns) {
        LinesEditor editor = new LinesEditor(sheet, part, columns, () -> actions.addLine(id(), part), null,
                line -> actions.removeLine(id(), part, line));
        lines.add(editor);
        return new Section(say(titleKey), editor);
    }

    private ChipsEditor people(Involvement part) {
        return new ChipsEditor(say(part.messageKey()), sheet.current().mayEdit(),
                (typed, limit) -> finder.people(typed, sheet.current().owner(), limit), found -> {
                    if (found.scope() instanceof AudienceScope.Person(var person)) {
                        people.add(id(), part, person);
                    }
                }, null);
    }

    private ChipsEditor partners() {
        Consumer<String> named = name -> people.addPartner(id(), null, name);
        return new ChipsEditor(say("plan.partners"), sheet.current().mayEdit(),
                (typed, limit) -> finder.organizations(typed, sheet.current().owner(), limit), (Found found) -> {
                    if (found.scope() instanceof AudienceScope.Organization(var organization)) {
                        people.addPartner(id(), organization, found.name());
                    }
                }, named);
    }

    private <T> FieldRef<T> own(ActionField<T> field) {
        return FieldRef.of(id(), field);
    }

    private ActionId id() {
        return sheet.current().id();
    }

    private String say(String key, Object... arguments) {
        return words.translate(key, arguments);
    }
}
