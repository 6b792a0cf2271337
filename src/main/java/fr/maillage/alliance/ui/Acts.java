package fr.maillage.alliance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Notices;

/** Buttons that change who is allied with whom: asked again in words, answered in words, then the page is read anew. */
final class Acts {

    private Acts() {}

    /** A button that acts at once. */
    static Button button(String label, String done, Runnable act) {
        Button button = new Button(label);
        button.setDisableOnClick(true);
        button.addClickListener(event -> {
            if (!run(done, act)) {
                button.setEnabled(true);
            }
        });
        return button;
    }

    /** A button that asks first: the question, what will be, the word of the act and the word of staying. */
    static Button asking(String label, String question, String text, String confirm, String stay, String done,
            Runnable act) {
        return new Button(label, event -> {
            ConfirmDialog dialog = new ConfirmDialog();
            dialog.setHeader(question);
            dialog.setText(text);
            dialog.setConfirmText(confirm);
            dialog.setConfirmButtonTheme(ButtonVariant.PRIMARY.getVariantName());
            dialog.setCancelable(true);
            dialog.setCancelText(stay);
            dialog.addConfirmListener(confirmed -> run(done, act));
            dialog.open();
        });
    }

    /** Does it and says so, or says why not; in both cases what is shown is read anew. */
    private static boolean run(String done, Runnable act) {
        boolean well = false;
        try {
            act.run();
            well = true;
            Notices.success(done);
        } catch (Refused refused) {
            Notices.error(I18NProvider.translate(refused.messageKey()));
        } catch (InvalidInput invalid) {
            Notices.error(I18NProvider.translate(invalid.messageKey(), invalid.arguments()));
        } catch (NotVisible gone) {
            Notices.error(I18NProvider.translate("alliance.proposal.closed"));
        }
        UI.getCurrent().refreshCurrentRoute(true);
        return well;
    }
}
