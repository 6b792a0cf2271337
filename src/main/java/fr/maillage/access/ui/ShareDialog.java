package fr.maillage.access.ui;

import static fr.maillage.access.ui.AudienceWords.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import fr.maillage.access.Audience;
import fr.maillage.access.Refused;
import java.util.function.Consumer;

/** Changes who sees an item. Made by {@link Audiences#shareDialog}. */
public final class ShareDialog extends Dialog {

    ShareDialog(AudienceChooser chooser, Consumer<Audience> confirm) {
        setHeaderTitle(text("audience.share.title"));
        addClassName("ml-share-dialog");
        Paragraph refused = new Paragraph();
        refused.addClassName("ml-error-text");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        add(chooser, refused);
        Button cancel = new Button(text("audience.share.cancel"), event -> close());
        Button share = new Button(text("audience.share.confirm"));
        share.addThemeVariants(ButtonVariant.PRIMARY);
        share.setDisableOnClick(true);
        share.addClickListener(event -> {
            try {
                confirm.accept(chooser.getValue());
                close();
            } catch (Refused why) {
                refused.setText(text(why.messageKey()));
                refused.setVisible(true);
                share.setEnabled(true);
            }
        });
        getFooter().add(cancel, share);
    }
}
