package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.maillage.coediting.Picture;
import fr.maillage.file.Attachment;
import java.util.List;
import java.util.function.Consumer;

/** Chooses a picture among the files of an item, and asks what it shows; that it shows nothing must be said. */
class PictureDialog extends Dialog {

    private final RadioButtonGroup<Attachment> choice = new RadioButtonGroup<>();
    private final TextField alt = new TextField();
    private final Checkbox decorates = new Checkbox();

    PictureDialog(List<Attachment> pictures, Consumer<Picture> chosen) {
        setHeaderTitle(getTranslation("coediting.picture.title"));
        addClassName("ml-picture-dialog");
        setWidth("min(480px, 94vw)");
        Button cancel = new Button(getTranslation("coediting.picture.cancel"), click -> close());
        getFooter().add(cancel);
        if (pictures.isEmpty()) {
            add(new Paragraph(getTranslation("coediting.picture.none")));
            return;
        }
        choice.setLabel(getTranslation("coediting.picture.which"));
        choice.setItems(pictures);
        choice.setItemLabelGenerator(Attachment::name);
        choice.setRenderer(new ComponentRenderer<>(PictureDialog::line));
        choice.setValue(pictures.getLast());
        alt.setLabel(getTranslation("coediting.picture.alt"));
        alt.setHelperText(getTranslation("coediting.picture.alt.help"));
        alt.setMaxLength(Picture.LONGEST_ALT);
        alt.setValueChangeMode(ValueChangeMode.EAGER);
        alt.addValueChangeListener(change -> alt.setInvalid(false));
        alt.setWidthFull();
        decorates.setLabel(getTranslation("coediting.picture.decorates"));
        decorates.addValueChangeListener(change -> {
            alt.setEnabled(!change.getValue());
            alt.setInvalid(false);
        });
        Button insert = new Button(getTranslation("coediting.picture.insert"), click -> insert(chosen));
        insert.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(insert);
        Div all = new Div(choice, alt, decorates);
        all.addClassName("ml-stack");
        add(all);
    }

    private static Component line(Attachment picture) {
        // What it is called stands beside it.
        Image small = new Image(picture.path() + "?picture=true", "");
        small.addClassName("ml-picture-small");
        Div line = new Div(small, new Span(picture.name()));
        line.addClassNames("ml-row", "ml-gap-12");
        return line;
    }

    private void insert(Consumer<Picture> chosen) {
        String words = alt.getValue().strip();
        if (words.isEmpty() && !decorates.getValue()) {
            alt.setErrorMessage(getTranslation("coediting.picture.alt.missing"));
            alt.setInvalid(true);
            alt.focus();
            return;
        }
        close();
        chosen.accept(new Picture(choice.getValue().id(), decorates.getValue() ? "" : words));
    }
}
