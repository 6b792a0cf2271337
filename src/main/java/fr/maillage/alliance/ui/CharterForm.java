package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.alliance.AdoptedCharter;
import fr.maillage.alliance.Charter;
import fr.maillage.alliance.Charter.DefaultAudience;
import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.DateField;
import fr.maillage.base.ui.Notices;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The next version of a charter: the words, the role of each profile, the rules, from which day. */
class CharterForm extends Composite<FormLayout> {

    /** The roles a charter may give. */
    private static final List<Role> ROLES = List.of(Role.OBSERVER, Role.READER, Role.CONTRIBUTOR, Role.EDITOR);

    private final TextArea text = new TextArea();
    private final Map<Profile, Select<Role>> roles = new EnumMap<>(Profile.class);
    private final Checkbox hidesBusinesses = new Checkbox();
    private final RadioButtonGroup<DefaultAudience> defaultAudience = new RadioButtonGroup<>();
    private final Checkbox readableAfterLeaving = new Checkbox();
    private final DatePicker from = new DateField(getTranslation("alliance.charter.from"));
    private final Button adopt = new Button();
    private final Map<String, HasValidation> fields = new HashMap<>();
    private final transient BiFunction<Charter, LocalDate, Integer> adopting;

    /**
     * @param adopting adopts the charter from that day on and answers the number of the version
     * @param close    leaves the form without adopting
     */
    CharterForm(AdoptedCharter latest, LocalDate today, BiFunction<Charter, LocalDate, Integer> adopting,
            Runnable close) {
        this.adopting = adopting;
        text.setLabel(getTranslation("alliance.charter.text"));
        text.setHelperText(getTranslation("alliance.charter.text.help"));
        text.setMinRows(10);
        text.setMaxRows(24);
        text.setMaxLength(Checks.LONGEST_TEXT);
        text.setValueChangeMode(ValueChangeMode.ON_BLUR);
        fields.put("text", text);
        getContent().setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1),
                new FormLayout.ResponsiveStep("480px", 2));
        getContent().add(text, 2);
        for (Profile profile : Profile.values()) {
            Select<Role> role = new Select<>();
            role.setLabel(getTranslation(profile.messageKey()));
            role.setItems(ROLES);
            role.setEmptySelectionAllowed(true);
            role.setEmptySelectionCaption(getTranslation("alliance.role.label.NONE"));
            role.setItemLabelGenerator(one -> getTranslation(
                    one == null ? "alliance.role.label.NONE" : "alliance.role.label." + one.name()));
            roles.put(profile, role);
            fields.put("role." + profile.name(), role);
            getContent().add(role);
        }
        defaultAudience.setLabel(getTranslation("alliance.charter.newItems.field"));
        defaultAudience.setItems(DefaultAudience.values());
        defaultAudience.setItemLabelGenerator(one -> getTranslation(one.messageKey()));
        hidesBusinesses.setLabel(getTranslation("alliance.charter.businesses.hide"));
        readableAfterLeaving.setLabel(getTranslation("alliance.charter.leaving.field"));
        from.setHelperText(getTranslation("alliance.charter.from.help"));
        fields.put("effectiveFrom", from);
        adopt.setText(getTranslation("alliance.charter.adopt"));
        adopt.addThemeVariants(ButtonVariant.PRIMARY);
        adopt.setDisableOnClick(true);
        adopt.addClickListener(event -> save());
        Div row = new Div(adopt, new Button(getTranslation("alliance.charter.cancel"), event -> close.run()));
        row.addClassNames("ml-row", "ml-wrap");
        getContent().add(defaultAudience, 2);
        getContent().add(hidesBusinesses, 2);
        getContent().add(readableAfterLeaving, 2);
        getContent().add(from);
        getContent().add(row, 2);
        read(latest.charter(), today);
    }

    private void read(Charter charter, LocalDate today) {
        text.setValue(charter.text());
        roles.forEach((profile, field) -> field.setValue(charter.roles().get(profile)));
        hidesBusinesses.setValue(charter.hidesBusinesses());
        defaultAudience.setValue(charter.defaultAudience());
        readableAfterLeaving.setValue(charter.readableAfterLeaving());
        from.setMin(today);
        from.setValue(today);
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            Map<Profile, Role> chosen = new EnumMap<>(Profile.class);
            roles.forEach((profile, field) -> {
                if (field.getValue() != null) {
                    chosen.put(profile, field.getValue());
                }
            });
            int no = adopting.apply(Charter.of(text.getValue(), chosen, hidesBusinesses.getValue(),
                    defaultAudience.getValue(), readableAfterLeaving.getValue()), day());
            Notices.success(getTranslation("alliance.charter.done", no));
            UI.getCurrent().refreshCurrentRoute(true);
        } catch (InvalidInput invalid) {
            show(invalid);
        } catch (Refused refused) {
            Notices.error(getTranslation(refused.messageKey()));
        } finally {
            adopt.setEnabled(true);
        }
    }

    private LocalDate day() {
        LocalDate day = from.getValue();
        if (day == null) {
            throw new InvalidInput("effectiveFrom", "base.required");
        }
        return day;
    }

    private void show(InvalidInput invalid) {
        @Nullable HasValidation field = fields.get(invalid.field());
        String words = getTranslation(invalid.messageKey(), invalid.arguments());
        if (field == null) {
            Notices.error(words);
            return;
        }
        field.setErrorMessage(words);
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
