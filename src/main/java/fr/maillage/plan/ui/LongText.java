package fr.maillage.plan.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import fr.maillage.base.ui.Prose;

/**
 * A long text: read as prose, written in Markdown, kept when it is left. Where the editor that several people share
 * will stand.
 */
class LongText extends CustomField<String> {

    private final TextArea area = new TextArea();
    private final Div reading = new Div();
    private final Button write;
    private String text = "";

    LongText(String label) {
        super("");
        addClassName("ml-bare-field");
        area.setAriaLabel(label);
        area.setWidthFull();
        area.setMinRows(5);
        area.setHelperText(getTranslation("plan.markdown"));
        area.setVisible(false);
        write = new Button(getTranslation("plan.write"), event -> open());
        write.setAriaLabel(getTranslation("plan.writeField", label));
        write.addThemeVariants(ButtonVariant.TERTIARY);
        write.addClassNames("ml-link", "small");
        area.addBlurListener(event -> close());
        add(reading, area, write);
    }

    /** What is typed into while it is being written. */
    TextArea area() {
        return area;
    }

    /** Tells when writing begins and ends. */
    void listen(Runnable entered, Runnable left) {
        area.addFocusListener(event -> entered.run());
        area.addBlurListener(event -> left.run());
    }

    private void open() {
        area.setValue(text);
        area.setVisible(true);
        reading.setVisible(false);
        write.setVisible(false);
        area.focus();
    }

    private void close() {
        area.setVisible(false);
        reading.setVisible(true);
        write.setVisible(!isReadOnly());
        text = area.getValue();
        show();
        setModelValue(text, true);
    }

    @Override
    protected String generateModelValue() {
        return text;
    }

    @Override
    protected void setPresentationValue(String value) {
        text = value;
        show();
    }

    private void show() {
        reading.removeAll();
        if (text.isBlank()) {
            Paragraph nothing = new Paragraph(getTranslation("plan.nothingYet"));
            nothing.addClassName("ml-faint");
            reading.add(nothing);
        } else {
            reading.add(new Prose(text));
        }
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        write.setVisible(!readOnly);
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        if (invalid && !area.isVisible()) {
            // What could not be kept must stay where it can be mended.
            area.setVisible(true);
            reading.setVisible(false);
            write.setVisible(false);
        }
    }
}
