package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasPrefix;
import com.vaadin.flow.component.shared.HasSuffix;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.formlayout.FormLayout;
import fr.maillage.base.ui.DateField;
import fr.maillage.base.ui.DraftKeeper;
import fr.maillage.opportunity.Details;
import fr.maillage.opportunity.KindField;
import fr.maillage.opportunity.OpportunityKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields that a kind needs. Those of other kinds keep what was typed in them, out of sight. */
class KindFields extends Composite<FormLayout> {

    private final Map<KindField, Component> fields = new EnumMap<>(KindField.class);

    KindFields(DraftKeeper drafts) {
        getContent().addClassName("ml-kind-fields");
        for (KindField field : KindField.values()) {
            Component input = input(field);
            input.setVisible(false);
            fields.put(field, input);
            String name = "detail." + field.name();
            if (input instanceof ComboBox<?>) {
                drafts.choice(name, input, words -> set(input, words.isEmpty() ? null : words.getFirst()));
            } else {
                drafts.field(name, input);
            }
            getContent().add(input);
        }
        setVisible(false);
    }

    private Component input(KindField field) {
        String label = getTranslation(field.messageKey());
        return switch (field.type()) {
            case DATE -> new DateField(label);
            case TEXT -> {
                TextField text = new TextField(label);
                text.setMaxLength(KindField.LONGEST);
                yield text;
            }
            case PRICE_UNIT -> {
                ComboBox<String> unit = new ComboBox<>(label);
                unit.setItems(List.of(getTranslation("opportunity.priceUnits").split("\\|")));
                unit.setAllowCustomValue(true);
                unit.addCustomValueSetListener(event -> unit.setValue(event.getDetail()));
                yield unit;
            }
            case MONEY -> number(label, "€");
            case PERCENT -> number(label, "%");
            case SQUARE_METRES -> number(label, "m²");
            case METRES -> number(label, "m");
            case COUNT -> number(label, "");
        };
    }

    private BigDecimalField number(String label, String unit) {
        BigDecimalField number = new BigDecimalField(label);
        number.setLocale(getLocale());
        if (!unit.isEmpty()) {
            number.setSuffixComponent(new Span(unit));
        }
        return number;
    }

    void show(@Nullable OpportunityKind kind) {
        fields.forEach((field, input) -> input.setVisible(kind != null && field.kinds().contains(kind)));
        setVisible(kind != null);
    }

    void read(Details details) {
        details.values().forEach((field, value) -> set(fields.get(field), value));
    }

    @SuppressWarnings("unchecked")
    private static void set(Component input, @Nullable Object value) {
        ((HasValue<?, Object>) input).setValue(value);
    }

    /** @throws fr.maillage.base.InvalidInput on the key of a field */
    Details write(OpportunityKind kind) {
        Map<KindField, @Nullable Object> given = new EnumMap<>(KindField.class);
        fields.forEach((field, input) -> given.put(field, ((HasValue<?, ?>) input).getValue()));
        return Details.of(kind, given);
    }

    /** The visible field that an error names. */
    Optional<Component> named(String key) {
        return fields.entrySet().stream().filter(entry -> entry.getKey().key().equals(key)
                && entry.getValue().isVisible()).map(Map.Entry::getValue).findFirst();
    }

    List<Component> visible() {
        return fields.values().stream().filter(Component::isVisible).toList();
    }
}
