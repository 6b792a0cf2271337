package fr.maillage.member.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.SpaceId;
import fr.maillage.member.OrganizationKind;
import fr.maillage.member.Organizations;
import fr.maillage.member.Organizations.Addition;
import org.jspecify.annotations.Nullable;

/** For whom somebody acts: one of the organizations of the space, or a new one with its kind and its SIREN. */
class OrganizationChoice extends Composite<Div> {

    private final ComboBox<Organizations.Card> choice = new ComboBox<>();
    private final Select<OrganizationKind> kind = new Select<>();
    private final TextField siren = new TextField();
    private final Div addition = new Div(kind, siren);
    private @Nullable String newName;

    OrganizationChoice(Organizations organizations, SpaceId space) {
        choice.setLabel(getTranslation("member.join.organization"));
        choice.setHelperText(getTranslation("member.join.organization.help"));
        choice.setItemLabelGenerator(Organizations.Card::name);
        choice.setItems(query -> organizations.choices(space, query.getFilter().orElse(""),
                query.getOffset() + query.getLimit()).stream().skip(query.getOffset()).limit(query.getLimit()));
        choice.setAllowCustomValue(true);
        choice.addCustomValueSetListener(typed -> named(typed.getDetail().strip()));
        choice.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                newName = null;
                addition.setVisible(false);
            }
        });
        kind.setLabel(getTranslation("member.organization.kind"));
        kind.setItems(OrganizationKind.values());
        kind.setItemLabelGenerator(item -> getTranslation(item.messageKey()));
        kind.setPlaceholder(getTranslation("member.organization.kind.choose"));
        siren.setLabel(getTranslation("member.organization.siren"));
        siren.setHelperText(getTranslation("member.organization.siren.help"));
        siren.setMaxLength(20);
        addition.addClassName("ml-fields-2");
        addition.setVisible(false);
        getContent().addClassName("ml-stack");
        getContent().add(choice, addition);
    }

    private void named(String typed) {
        newName = typed.isEmpty() ? null : typed;
        addition.setVisible(newName != null);
        choice.setHelperText(newName == null ? getTranslation("member.join.organization.help")
                : getTranslation("member.organization.new", newName));
    }

    void addTo(FieldErrors errors) {
        errors.field("organization", choice).field("organizationName", choice).field("organizationKind", kind).field("siren", siren);
    }

    /** The organization chosen, or null when a new one was named. */
    @Nullable
    OrganizationId chosen() {
        return newName == null && choice.getValue() != null ? choice.getValue().id() : null;
    }

    /** The organization to add, or null when one was chosen. */
    @Nullable
    Addition addition() {
        return newName == null ? null : new Addition(kind.getValue(), newName, siren.getValue());
    }

    /** @throws InvalidInput when neither was given, or a new one without saying what it is */
    void require() {
        if (chosen() == null && newName == null) {
            throw new InvalidInput("organization", "member.organization.choose");
        }
        if (newName != null && kind.getValue() == null) {
            throw new InvalidInput("organizationKind", "member.organization.kind.none");
        }
    }
}
