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
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Notices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Founds an alliance in the name of a space one coordinates, with a charter of the usual words; or changes what is
 * said of one that stands.
 */
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

    private final @Nullable SpaceId presented;

    /** @param coordinated the spaces that may be its first member, at least one */
    FoundDialog(List<Spaces.Space> coordinated, AllianceService service) {
        this(coordinated, service, null, null);
    }

    /** Changes what an alliance that stands is called and what is said of it. */
    FoundDialog(SpaceId alliance, AllianceDraft about, AllianceService service) {
        this(List.of(), service, alliance, about);
    }

    private FoundDialog(List<Spaces.Space> coordinated, AllianceService service, @Nullable SpaceId presented,
            @Nullable AllianceDraft about) {
        this.service = service;
        this.presented = presented;
        setHeaderTitle(getTranslation(presented == null ? "alliance.found.title" : "alliance.present"));
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
        member.setVisible(presented == null);
        coordinated.stream().findFirst().ifPresent(member::setValue);
        fields.putAll(Map.of("name", name, "shortName", shortName, "tagline", tagline, "kind", kind, "since", since,
                "description", description));
        FormLayout form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("480px", 2));
        form.add(member, 2);
        form.add(name, 2);
        form.add(shortName, kind);
        form.add(tagline, 2);
        form.add(description, 2);
        form.add(since);
        add(form);
        if (presented == null) {
            add(new Paragraph(getTranslation("alliance.found.charter")));
        }
        if (about != null) {
            name.setValue(about.name());
            shortName.setValue(about.shortName());
            tagline.setValue(about.tagline());
            kind.setValue(about.kind());
            since.setValue(about.since());
            description.setValue(about.description());
        }
        found.setText(getTranslation(presented == null ? "alliance.found" : "alliance.present.save"));
        found.addThemeVariants(ButtonVariant.PRIMARY);
        found.setDisableOnClick(true);
        found.addClickListener(event -> save());
        getFooter().add(new Button(getTranslation("alliance.found.cancel"), event -> close()), found);
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            AllianceDraft draft = new AllianceDraft(name.getValue(), shortName.getValue(), tagline.getValue(),
                    kind.getValue(), since.getValue(), description.getValue());
            SpaceId alliance = presented;
            if (alliance == null) {
                service.create(draft, Charter.usual(getTranslation("alliance.charter.usual")),
                        member.getValue().id());
            } else {
                service.present(alliance, draft);
            }
            close();
            Notices.success(getTranslation(alliance == null ? "alliance.found.done" : "alliance.present.done",
                    shortName.getValue()));
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
