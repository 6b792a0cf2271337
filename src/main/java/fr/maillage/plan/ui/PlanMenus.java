package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.Refused;
import fr.maillage.access.ui.Audiences;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.Menu;
import fr.maillage.base.ui.Notices;
import fr.maillage.plan.ActionLine;
import fr.maillage.plan.PlanNotThere;
import fr.maillage.plan.PlanPage;
import fr.maillage.plan.PlanPages;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanState;
import java.util.List;

/** What is done with a plan as a whole: its form, its axes, its people, its audience, its approval. */
@org.springframework.stereotype.Component
class PlanMenus {

    private final PlanService plans;
    private final PlanPages pages;
    private final PlanDialogs dialogs;
    private final PlanPeopleDialogs people;
    private final Audiences audiences;

    PlanMenus(PlanService plans, PlanPages pages, PlanDialogs dialogs, PlanPeopleDialogs people,
            Audiences audiences) {
        this.plans = plans;
        this.pages = pages;
        this.dialogs = dialogs;
        this.people = people;
        this.audiences = audiences;
    }

    /**
     * The menu of a plan, with what whoever looks may do.
     *
     * @param axes opens the editor of axes
     * @param done called after each change
     */
    Component of(PlanPage page, Runnable axes, Runnable done) {
        MenuBar bar = new Menu();
        if (pages.mayShare(page.id())) {
            bar.addItem(say("plan.share"), event -> audiences.shareDialog(pages.audience(page.id()), page.owner(),
                    audience -> {
                        plans.share(page.id(), audience);
                        done.run();
                    }).open());
        }
        MenuItem more = bar.addItem(Icon.ELLIPSIS.create());
        more.setAriaLabel(say("plan.more"));
        SubMenu menu = more.getSubMenu();
        if (page.mayEdit()) {
            menu.addItem(say("plan.edit"), event -> dialogs.edit(page, done));
            menu.addItem(say("plan.axes"), event -> axes.run());
            menu.addItem(say("plan.people"), event -> people.open(page.id(), done));
        }
        menu.addItem(say("plan.archivedActions"), event -> archivedActions(page));
        approval(menu, page, done);
        if (pages.mayArchive(page.id())) {
            if (page.archived()) {
                menu.addItem(say("plan.restore"), event -> trying(() -> plans.restore(page.id()), done));
            } else {
                menu.addItem(say("plan.archive"), event -> confirmArchive(page, done));
            }
        }
        more.setVisible(!menu.getItems().isEmpty());
        return bar;
    }

    /** Those that were put away: each opens on its page, where it can be brought back. */
    private void archivedActions(PlanPage page) {
        Dialog dialog = new Dialog(say("plan.archivedActions"));
        dialog.setWidth("min(600px, 92vw)");
        List<ActionLine> actions = pages.archivedActions(page.id());
        dialog.add(actions.isEmpty() ? new Paragraph(say("plan.archivedActions.none"))
                : new DrawnList(actions.stream().<com.vaadin.flow.component.Component>map(line -> {
                    ListLine row = new ListLine(line.title(), PlanNavigation.action(line.id()));
                    row.meta(say(line.status().messageKey()));
                    return row;
                }).toList()));
        UI.getCurrent().addAfterNavigationListener(event -> dialog.close());
        dialog.getFooter().add(new Button(say("base.close"), event -> dialog.close()));
        dialog.open();
    }

    private void approval(SubMenu menu, PlanPage page, Runnable done) {
        boolean decides = pages.mayValidate(page.id());
        if (page.mayEdit() && page.state() == PlanState.DRAFT) {
            menu.addItem(say("plan.submit"), event -> trying(() -> plans.submit(page.id()), done));
        }
        if (decides && page.state() == PlanState.SUBMITTED) {
            menu.addItem(say("plan.validate"), event -> trying(() -> plans.validate(page.id()), done));
        }
        if (decides && page.state() == PlanState.VALIDATED) {
            menu.addItem(say("plan.contract"), event -> trying(() -> plans.contract(page.id()), done));
        }
        if (decides && page.state() != PlanState.DRAFT) {
            menu.addItem(say("plan.reopen"), event -> trying(() -> plans.reopen(page.id()), done));
        }
    }

    private void confirmArchive(PlanPage page, Runnable done) {
        ConfirmDialog confirm = new ConfirmDialog(say("plan.archive.title"), say("plan.archive.text"),
                say("plan.archive"), click -> trying(() -> {
                    plans.archive(page.id());
                    Notices.undo(say("plan.archived"), () -> trying(() -> plans.restore(page.id()), done));
                }, done));
        confirm.setCancelable(true);
        confirm.setCancelText(say("plan.cancel"));
        confirm.open();
    }

    private void trying(Runnable act, Runnable done) {
        try {
            act.run();
        } catch (PlanNotThere elsewhere) {
            Notices.error(say("plan.notThere", say(elsewhere.state().messageKey())));
        } catch (Refused refused) {
            Notices.error(say(refused.messageKey()));
        }
        done.run();
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
