package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.ui.Audiences;
import fr.maillage.base.ui.Prose;
import fr.maillage.base.ui.Section;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionSheet;
import java.util.List;

/** Who sees an action, beside it: in words, with the ways to change it and to see it as they do. */
@org.springframework.stereotype.Component
class ActionAudience {

    private static final List<ActionField<String>> READ = List.of(ActionField.DESCRIPTION, ActionField.OBJECTIVES,
            ActionField.MEANS, ActionField.RESULTS, ActionField.RISKS);

    private final Audiences audiences;
    private final ActionService actions;

    ActionAudience(Audiences audiences, ActionService actions) {
        this.audiences = audiences;
        this.actions = actions;
    }

    /** @param changed called when the audience was changed */
    Section section(ActionSheet sheet, Runnable changed) {
        Section seen = new Section(say("plan.audience"), audiences.sentence(sheet.audience(), sheet.owner()));
        if (sheet.mayShare()) {
            Div ways = new Div(Buttons.link(say("plan.audience.change"), () -> audiences
                    .shareDialog(sheet.audience(), sheet.owner(), audience -> {
                        actions.share(sheet.id(), audience);
                        changed.run();
                    }).open()),
                    Buttons.link(say("plan.audience.seeAs"), () -> audiences.seeAs(sheet.audience(), sheet.owner(),
                            sheet.own().value(ActionField.TITLE), () -> reading(sheet)).open()));
            ways.addClassNames("ml-row", "ml-wrap");
            seen.add(ways);
        }
        return seen;
    }

    /** What a reader finds in it, without anything to act on. */
    private static Component reading(ActionSheet sheet) {
        Div all = new Div();
        all.addClassNames("ml-stack", "ml-gap-12");
        for (ActionField<String> field : READ) {
            String words = sheet.own().value(field);
            if (words != null && !words.isBlank()) {
                all.add(new H3(say(field.messageKey())), new Prose(words, 4));
            }
        }
        return all;
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
