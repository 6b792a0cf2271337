package fr.maillage.shell.demo;

import static fr.maillage.shell.demo.DemoFile.choice;
import static fr.maillage.shell.demo.DemoFile.date;
import static fr.maillage.shell.demo.DemoFile.text;
import static fr.maillage.shell.demo.DemoFile.texts;

import fr.maillage.base.PersonId;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionField.Part;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionPages;
import fr.maillage.plan.ActionPeople;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.AxisId;
import fr.maillage.plan.AxisService;
import fr.maillage.plan.BudgetKind;
import fr.maillage.plan.BudgetUnit;
import fr.maillage.plan.FieldRef;
import fr.maillage.plan.FundingState;
import fr.maillage.plan.Involvement;
import fr.maillage.plan.NationalAxis;
import fr.maillage.plan.Phase;
import fr.maillage.plan.PlanDraft;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanType;
import fr.maillage.plan.Priority;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The two plans, their axes and their actions. */
@Component
class DemoPlans {

    private final DemoActs acts;
    private final PlanService plans;
    private final AxisService axes;
    private final ActionService actions;
    private final ActionPages pages;
    private final ActionPeople people;
    private Map<String, String> organizations = Map.of();

    DemoPlans(DemoActs acts, PlanService plans, AxisService axes, ActionService actions,
            ActionPages pages, ActionPeople people) {
        this.acts = acts;
        this.plans = plans;
        this.axes = axes;
        this.actions = actions;
        this.pages = pages;
        this.people = people;
    }

    void load(Path folder) {
        organizations = DemoFile.read(folder, "organizations.json").stream()
                .collect(Collectors.toMap(node -> text(node, "key"), node -> text(node, "name")));
        DemoFile.read(folder, "plans.json").forEach(this::plan);
    }

    private void plan(JsonNode node) {
        String name = "plan:" + text(node, "key");
        List<PersonId> pilots = texts(node, "pilots").stream().map(DemoNames::person).toList();
        PersonId author = pilots.getFirst();
        PlanDraft draft = new PlanDraft(text(node, "title"), PlanType.valueOf(text(node, "type")),
                LocalDate.of(node.path("startYear").asInt(), 1, 1), LocalDate.of(node.path("endYear").asInt(), 12, 31),
                text(node, "summary"));
        acts.once(name, author, Duration.ofDays(620), () -> plans.create(DemoNames.space(text(node, "space")), draft,
                DemoNames.audience(node.path("audience"))).value());
        acts.made(name).map(PlanId::new).ifPresent(plan -> {
            acts.once(name + ":people", author, Duration.ofDays(619), () -> {
                pilots.forEach(pilot -> plans.addPerson(plan, Involvement.PILOT, pilot));
                plans.addPerson(plan, Involvement.ELECTED, DemoNames.person(text(node, "elected")));
                return plan.value();
            });
            node.path("axes").valueStream().forEach(axis -> axis(name, plan, null, axis, author));
            List<JsonNode> told = node.path("actions").valueStream().toList();
            for (int i = 0; i < told.size(); i++) {
                action(name, plan, told.get(i), author, Duration.ofDays(600L - i));
            }
            PersonId decides = DemoNames.person(text(node, "decides"));
            acts.once(name + ":submitted", author, Duration.ofDays(560), () -> {
                plans.submit(plan);
                return plan.value();
            });
            acts.once(name + ":validated", decides, Duration.ofDays(540), () -> {
                plans.validate(plan);
                return plan.value();
            });
            for (int i = 0; i < told.size(); i++) {
                progress(told.get(i), author, Duration.ofHours(20L + i * 31L));
            }
        });
    }

    private void axis(String planName, PlanId plan, @Nullable AxisId parent, JsonNode node, PersonId author) {
        String name = axisName(planName, text(node, "number"));
        acts.once(name, author, Duration.ofDays(618), () -> axes.add(plan, parent, text(node, "title")).value());
        acts.made(name).map(AxisId::new).ifPresent(axis -> node.path("axes").valueStream()
                .forEach(child -> axis(planName, plan, axis, child, author)));
    }

    private static String axisName(String planName, String number) {
        return planName + ":axis:" + number;
    }

    private void action(String planName, PlanId plan, JsonNode node, PersonId author, Duration ago) {
        String name = "action:" + text(node, "key");
        AxisId axis = acts.made(axisName(planName, text(node, "axis"))).map(AxisId::new).orElse(null);
        UUID practice = acts.made("practice:" + text(node, "practice")).orElse(null);
        acts.once(name, author, ago, () -> practice == null
                ? actions.create(plan, axis, text(node, "title")).value()
                : actions.takeUp(practice, text(node, "title"), text(node, "description"), plan, axis).value());
        acts.made(name).map(ActionId::new).ifPresent(action -> {
            acts.once(name + ":filled", author, ago.minusDays(1), () -> {
                fill(action, node);
                return action.value();
            });
            acts.once(name + ":people", author, ago.minusDays(2), () -> {
                involve(action, node);
                return action.value();
            });
        });
    }

    private void fill(ActionId id, JsonNode node) {
        set(id, ActionField.DESCRIPTION, text(node, "description"));
        set(id, ActionField.OBJECTIVES, text(node, "objectives"));
        set(id, ActionField.MEANS, text(node, "means"));
        set(id, ActionField.PRIORITY, choice(node, "priority", Priority.class));
        set(id, ActionField.PHASE, choice(node, "phase", Phase.class));
        set(id, ActionField.START, date(node, "start"));
        set(id, ActionField.END, date(node, "end"));
        set(id, ActionField.NATIONAL_AXIS, choice(node, "nationalAxis", NationalAxis.class));
        set(id, ActionField.THEMES, DemoContent.themes(node));
        set(id, ActionField.JOBS, node.path("expectedJobs").isNumber() ? node.path("expectedJobs").asInt() : null);
        set(id, ActionField.RISKS, text(node, "risks"));
        set(id, ActionField.BLOCKING_CAUSE, text(node, "blockingCause"));
        node.path("budget").valueStream().forEach(line -> {
            UUID at = actions.addLine(id, Part.BUDGET);
            cell(id, at, ActionField.BUDGET_KIND, choice(line, "kind", BudgetKind.class));
            cell(id, at, ActionField.BUDGET_UNIT, choice(line, "unit", BudgetUnit.class));
            cell(id, at, ActionField.BUDGET_YEAR, line.path("year").isNumber() ? line.path("year").asInt() : null);
            cell(id, at, ActionField.BUDGET_PLANNED, number(line, "planned"));
            cell(id, at, ActionField.BUDGET_ACTUAL, number(line, "actual"));
        });
        node.path("funding").valueStream().forEach(line -> {
            UUID at = actions.addLine(id, Part.FUNDING);
            cell(id, at, ActionField.FUNDER, text(line, "funder"));
            cell(id, at, ActionField.FUNDING_AMOUNT, number(line, "amount"));
            cell(id, at, ActionField.FUNDING_STATE, choice(line, "state", FundingState.class));
            cell(id, at, ActionField.FUNDING_DUE, date(line, "deadline"));
        });
        node.path("indicators").valueStream().forEach(line -> {
            UUID at = actions.addLine(id, Part.INDICATOR);
            cell(id, at, ActionField.INDICATOR_NAME, text(line, "name"));
            cell(id, at, ActionField.INDICATOR_UNIT, text(line, "unit"));
            cell(id, at, ActionField.INDICATOR_TARGET, number(line, "target"));
            line.path("values").valueStream().forEach(value -> {
                UUID measure = actions.addMeasure(id, at);
                cell(id, measure, ActionField.MEASURED, date(value, "date"));
                cell(id, measure, ActionField.MEASURE_VALUE, number(value, "value"));
            });
        });
        node.path("steps").valueStream().forEach(line -> {
            UUID at = actions.addLine(id, Part.STEP);
            cell(id, at, ActionField.STEP_TITLE, text(line, "title"));
        });
        node.path("subActions").valueStream().forEach(line -> {
            ActionId below = actions.createUnder(id, text(line, "title"));
            set(below, ActionField.STATUS, choice(line, "status", ActionStatus.class));
        });
    }

    /** How far it has come, said these last weeks: whoever opens the set finds people at work. */
    private void progress(JsonNode node, PersonId author, Duration ago) {
        String name = "action:" + text(node, "key");
        acts.made(name).map(ActionId::new).ifPresent(action -> acts.once(name + ":progress", author, ago, () -> {
            set(action, ActionField.STATUS, choice(node, "status", ActionStatus.class));
            List<UUID> steps = List.copyOf(pages.sheet(action).lines(Part.STEP).keySet());
            List<JsonNode> told = node.path("steps").valueStream().toList();
            for (int i = 0; i < Math.min(steps.size(), told.size()); i++) {
                if (told.get(i).path("done").asBoolean(false)) {
                    cell(action, steps.get(i), ActionField.STEP_DONE, true);
                }
            }
            return action.value();
        }));
    }

    private void involve(ActionId id, JsonNode node) {
        texts(node, "pilots").forEach(pilot -> people.add(id, Involvement.PILOT, DemoNames.person(pilot)));
        one(id, Involvement.ELECTED, text(node, "elected"));
        one(id, Involvement.BUSINESS, text(node, "business"));
        texts(node, "partners").forEach(partner -> people.addPartner(id, DemoNames.organization(partner),
                organizations.get(partner)));
        if (node.has("audience")) {
            actions.share(id, DemoNames.audience(node.path("audience")));
        }
    }

    private void one(ActionId id, Involvement part, String person) {
        if (!person.isEmpty()) {
            people.add(id, part, DemoNames.person(person));
        }
    }

    private <T> void set(ActionId id, ActionField<T> field, @Nullable T value) {
        if (value != null && !value.equals("")) {
            actions.set(id, field, 0, value);
        }
    }

    private <T> void cell(ActionId id, UUID line, ActionField<T> field, @Nullable T value) {
        if (value != null && !value.equals("")) {
            actions.set(new FieldRef<>(id, line, field), 0, value);
        }
    }

    private static @Nullable BigDecimal number(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).decimalValue() : null;
    }
}
