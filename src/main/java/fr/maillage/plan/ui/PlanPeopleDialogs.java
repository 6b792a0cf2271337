package fr.maillage.plan.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AudienceScope;
import fr.maillage.base.Hue;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.PersonChip;
import fr.maillage.plan.Involvement;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanPage;
import fr.maillage.plan.PlanPages;
import fr.maillage.plan.PlanService;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who pilots a plan and who answers for it politically. */
@Component
class PlanPeopleDialogs {

    private final PlanService plans;
    private final PlanPages pages;
    private final Names names;
    private final PeopleFinder finder;

    PlanPeopleDialogs(PlanService plans, PlanPages pages, Names names, PeopleFinder finder) {
        this.plans = plans;
        this.pages = pages;
        this.names = names;
        this.finder = finder;
    }

    void open(PlanId plan, Runnable done) {
        PlanPage page = pages.page(plan);
        Names.Directory directory = names.directory();
        Map<Involvement, ChipsEditor> editors = new EnumMap<>(Involvement.class);
        Runnable[] show = new Runnable[1];
        for (Involvement part : List.of(Involvement.PILOT, Involvement.ELECTED)) {
            editors.put(part, new ChipsEditor(say(part.messageKey()), true,
                    (typed, limit) -> finder.people(typed, page.owner(), limit), found -> {
                        if (found.scope() instanceof AudienceScope.Person(var person)) {
                            plans.addPerson(plan, part, person);
                            show[0].run();
                        }
                    }, null));
        }
        show[0] = () -> {
            PlanPage now = pages.page(plan);
            editors.forEach((part, editor) -> editor.show((part == Involvement.PILOT ? now.pilots() : now.elected())
                    .stream().map(person -> chip(plan, part, person, directory, show[0])).toList()));
        };
        show[0].run();
        Div body = new Div(editors.values().toArray(ChipsEditor[]::new));
        Dialog dialog = new Dialog(say("plan.people"));
        dialog.setWidth("min(600px, 92vw)");
        dialog.add(body);
        dialog.getFooter().add(new Button(say("plan.axes.done"), event -> dialog.close()));
        dialog.addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                done.run();
            }
        });
        dialog.open();
    }

    private ChipsEditor.Chip chip(PlanId plan, Involvement part, PersonId person, Names.Directory directory,
            Runnable show) {
        String name = directory.of(person);
        return new ChipsEditor.Chip(new PersonChip(name, Hue.of(person.value().toString())), name, () -> {
            plans.removePerson(plan, part, person);
            show.run();
        });
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }
}
