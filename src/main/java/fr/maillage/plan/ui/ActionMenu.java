package fr.maillage.plan.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Menu;
import fr.maillage.base.ui.Notices;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionSheet;

/** What is done with an action as a whole: putting it away, bringing it back. */
class ActionMenu extends Menu {

    ActionMenu(ActionSheet sheet, ActionService actions, Runnable done) {
        MenuItem more = addItem(Icon.ELLIPSIS.create());
        more.setAriaLabel(getTranslation("plan.more"));
        if (sheet.archived()) {
            more.getSubMenu().addItem(getTranslation("plan.action.restore"), event -> {
                actions.restore(sheet.id());
                done.run();
            });
        } else {
            more.getSubMenu().addItem(getTranslation("plan.action.archive"), event -> {
                ConfirmDialog confirm = new ConfirmDialog(getTranslation("plan.action.archive.title"),
                        getTranslation("plan.action.archive.text"), getTranslation("plan.action.archive"), click -> {
                            actions.archive(sheet.id());
                            done.run();
                            Notices.undo(getTranslation("plan.action.archived"), () -> {
                                actions.restore(sheet.id());
                                done.run();
                            });
                        });
                confirm.setCancelable(true);
                confirm.setCancelText(getTranslation("plan.cancel"));
                confirm.open();
            });
        }
    }
}
