package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.access.Refused;
import fr.maillage.access.Spaces;
import fr.maillage.alliance.AllianceDraft;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Charter;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Notices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Founds an alliance in the name of a space one coordinates. Its charter starts with the usual words. */
class FoundDialog extends Dialog {

    private final TextField name = new TextField();
    private final TextField shortName = new TextField();
    private final TextField tagline = new TextField();
    private final TextField kind = new TextField();
    private final IntegerField since = new IntegerField();
    private final TextArea description = new TextArea();
    private final Select<Spaces.Space> member = new Select<>();
    private final Button found = new Button();
    private final Map<String, HasValidation> fields = new HashMap<>();
    private final transient AllianceService service;

    /** @param coordinated the spaces that may be its first member, at least one */
    FoundDialog(List<Spaces.Space> coordinated, AllianceService service) {
        this.service = service;
        setHeaderTitle(getTranslation("alliance.found.title"));
        setWidth("min(620px, 94vw)");
        name.setLabel(getTranslation("alliance.found.name"));
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        shortName.setLabel(getTranslation("alliance.found.shortName"));
        shortName.setHelperText(getTranslation("alliance.found.shortName.help"));
        shortName.setMaxLength(100);
        shortName.setRequiredIndicatorVisible(true);
        tagline.setLabel(getTranslation("alliance.found.tagline"));
        tagline.setMaxLength(300);
        kind.setLabel(getTranslation("alliance.found.kind"));
        kind.setHelperText(getTranslation("alliance.found.kind.help"));
        kind.setMaxLength(120);
        since.setLabel(getTranslation("alliance.found.since"));
        description.setLabel(getTranslation("alliance.found.description"));
        description.setMaxLength(10_000);
        description.setMinRows(3);
        member.setLabel(getTranslation("alliance.found.member"));
        member.setItems(coordinated);
        member.setItemLabelGenerator(Spaces.Space::name);
        member.setValue(coordinated.getFirst());
        fields.putAll(Map.of("name", name, "shortName", shortName, "tagline", tagline, "kind", kind, "since", since,
                "description", description));
        FormLayout form = new FormLayout();
        form.setAutoResponsive(true);
        form.setMaxColumns(2);
        form.add(member, 2);
        form.add(name, 2);
        form.add(shortName, kind);
        form.add(tagline, 2);
        form.add(description, 2);
        form.add(since);
        add(form, new Paragraph(getTranslation("alliance.found.charter")));
        found.setText(getTranslation("alliance.found"));
        found.addThemeVariants(ButtonVariant.PRIMARY);
        found.setDisableOnClick(true);
        found.addClickListener(event -> save());
        getFooter().add(new Button(getTranslation("alliance.found.cancel"), event -> close()), found);
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            service.create(new AllianceDraft(name.getValue(), shortName.getValue(), tagline.getValue(),
                    kind.getValue(), since.getValue(), description.getValue()),
                    Charter.usual(getTranslation("alliance.charter.usual")), member.getValue().id());
            close();
            Notices.success(getTranslation("alliance.found.done", shortName.getValue()));
            UI.getCurrent().refreshCurrentRoute(true);
        } catch (InvalidInput invalid) {
            HasValidation field = fields.getOrDefault(invalid.field(), name);
            field.setErrorMessage(getTranslation(invalid.messageKey(), invalid.arguments()));
            field.setInvalid(true);
            if (field instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        } catch (Refused refused) {
            Notices.error(getTranslation(refused.messageKey()));
        } finally {
            found.setEnabled(true);
        }
    }
}
