package fr.maillage.plan.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ui.AudienceChooser;
import fr.maillage.access.ui.Audiences;
import fr.maillage.base.EditedMeanwhile;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.DraftKeeper;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Notices;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionLine;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.AxisId;
import fr.maillage.plan.AxisLine;
import fr.maillage.plan.PlanDraft;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanPage;
import fr.maillage.plan.PlanService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dialogs of plans: a new plan, its form, a new action, where an action goes. */
@Component
class PlanDialogs {

    private final PlanService plans;
    private final ActionService actions;
    private final Audiences audiences;
    private final CurrentViewer viewer;
    private final Today today;

    PlanDialogs(PlanService plans, ActionService actions, Audiences audiences, CurrentViewer viewer, Today today) {
        this.plans = plans;
        this.actions = actions;
        this.audiences = audiences;
        this.viewer = viewer;
        this.today = today;
    }

    /** Starts a plan in a space and opens it. */
    void newPlan(SpaceId owner) {
        PlanForm form = new PlanForm(true);
        AudienceChooser audience = audiences.chooser(owner);
        Dialog dialog = dialog("plan.new");
        DraftKeeper drafts = form.drafts("plan/new/" + viewer.person().value(), today.now());
        dialog.add(drafts, form, new H3(say("plan.audience")), audience);
        finish(dialog, "plan.new.create", () -> {
            PlanId[] made = new PlanId[1];
            if (form.trying(() -> made[0] = plans.create(owner, form.write(), audience.getValue()))) {
                drafts.done();
                dialog.close();
                UI.getCurrent().navigate(PlanNavigation.plan(made[0]));
            }
        });
    }

    /** Changes what the form of a plan holds. */
    void edit(PlanPage page, Runnable done) {
        PlanForm form = new PlanForm(false);
        form.read(new PlanDraft(page.title(), page.type(), page.start(), page.end(), page.summary()));
        Dialog dialog = dialog("plan.edit");
        long[] base = {page.version()};
        DraftKeeper drafts = form.drafts("plan/" + page.id().value() + '/' + viewer.person().value(), today.now())
                .version(base[0], version -> base[0] = version);
        dialog.add(drafts, form);
        finish(dialog, "plan.save", () -> {
            try {
                if (form.trying(() -> plans.edit(page.id(), base[0], form.write()))) {
                    drafts.done();
                    dialog.close();
                    Notices.success(say("plan.saved"));
                    done.run();
                }
            } catch (EditedMeanwhile meanwhile) {
                // Saving again is then a deliberate act: it takes the version that stands now as its base.
                base[0] = meanwhile.version();
                Notices.error(say("base.editedMeanwhile", Formats.current().moment(meanwhile.at(), today.now())));
            }
        });
    }

    /** Adds an action to a plan and opens it. */
    void newAction(PlanPage page, @Nullable AxisId axis) {
        TextField title = new TextField(say("plan.field.title"));
        title.setRequiredIndicatorVisible(true);
        title.setWidthFull();
        Select<Optional<AxisLine>> where = axes(page.axes(), axis);
        Dialog dialog = dialog("plan.action.new");
        Div fields = new Div(title, where);
        fields.addClassNames("ml-stack", "ml-gap-16");
        DraftKeeper drafts = new DraftKeeper(fields, "action/new/" + page.id().value() + '/'
                + viewer.person().value(), today.now()).field("title", title);
        dialog.add(drafts, fields);
        where.setVisible(!page.axes().isEmpty());
        finish(dialog, "plan.action.create", () -> {
            try {
                ActionId made = actions.create(page.id(), where.getValue().map(AxisLine::id).orElse(null),
                        title.getValue());
                drafts.done();
                dialog.close();
                UI.getCurrent().navigate(PlanNavigation.action(made));
            } catch (InvalidInput error) {
                title.setErrorMessage(say(error.messageKey(), error.arguments()));
                title.setInvalid(true);
                title.focus();
            }
        });
        title.focus();
    }

    /** Lets somebody choose the axis an action goes to. */
    void moveTo(ActionLine action, List<AxisLine> axes, Consumer<@Nullable AxisId> chosen) {
        Select<Optional<AxisLine>> where = axes(axes, action.axis());
        Dialog dialog = dialog("plan.move.title");
        dialog.add(where);
        finish(dialog, "plan.move.confirm", () -> {
            dialog.close();
            chosen.accept(where.getValue().map(AxisLine::id).orElse(null));
        });
    }

    private Select<Optional<AxisLine>> axes(List<AxisLine> axes, @Nullable AxisId chosen) {
        Select<Optional<AxisLine>> select = new Select<>();
        select.setLabel(say("plan.axis"));
        select.setWidthFull();
        List<Optional<AxisLine>> choices = new ArrayList<>(axes.stream().map(Optional::of).toList());
        choices.addFirst(Optional.empty());
        select.setItems(choices);
        select.setItemLabelGenerator(choice -> choice.map(axis -> axis.number() + " " + axis.title())
                .orElse(say("plan.axis.none")));
        select.setValue(choices.stream().filter(choice -> choice.map(AxisLine::id).filter(id -> id.equals(chosen))
                .isPresent()).findFirst().orElse(chosen == null && axes.size() == 1 ? choices.getLast()
                        : choices.getFirst()));
        return select;
    }

    private Dialog dialog(String titleKey) {
        Dialog dialog = new Dialog(say(titleKey));
        dialog.setWidth("min(600px, 92vw)");
        dialog.setCloseOnOutsideClick(false);
        return dialog;
    }

    private void finish(Dialog dialog, String confirmKey, Runnable act) {
        dialog.getFooter().add(new Button(say("plan.cancel"), event -> dialog.close()),
                Buttons.primary(say(confirmKey), () -> {
                    // The second of two clicks arrives when the dialog has done its work.
                    if (dialog.isOpened()) {
                        act.run();
                    }
                }));
        dialog.open();
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
