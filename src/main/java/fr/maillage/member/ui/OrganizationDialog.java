package fr.maillage.member.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.access.Refused;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Notices;
import fr.maillage.member.OrganizationKind;
import fr.maillage.member.Organizations;

/** Rewrites the page of an organization. */
class OrganizationDialog extends Dialog {

    private static final int LONGEST = 2000;

    OrganizationDialog(Organizations organizations, Organizations.Page page, Runnable after) {
        setHeaderTitle(page.card().name());
        addClassName("ml-dialog");
        setCloseOnOutsideClick(false);
        TextField name = new TextField(getTranslation("member.organization.name"));
        name.setValue(page.card().name());
        name.setMaxLength(200);
        Select<OrganizationKind> kind = new Select<>();
        kind.setLabel(getTranslation("member.organization.kind"));
        kind.setItems(OrganizationKind.values());
        kind.setItemLabelGenerator(item -> getTranslation(item.messageKey()));
        kind.setValue(page.card().kind());
        TextField naf = new TextField(getTranslation("member.organization.naf"));
        naf.setHelperText(getTranslation("member.organization.naf.help"));
        naf.setMaxLength(2);
        naf.setValue(page.card().nafDivision() == null ? "" : page.card().nafDivision());
        TextArea summary = area("member.organization.summary", page.summary());
        TextArea looksFor = area("member.organization.looksFor", page.looksFor());
        TextArea offers = area("member.organization.offers", page.offers());
        FieldErrors errors = new FieldErrors().field("nafDivision", naf).field("summary", summary)
                .field("looksFor", looksFor).field("offers", offers).field("organizationName", name);
        Div form = new Div(name, kind, naf, summary, looksFor, offers);
        form.addClassName("ml-form");
        add(form);
        Button save = new Button(getTranslation("member.account.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            errors.clear();
            try {
                organizations.describe(page.card().id(), new Organizations.Description(kind.getValue(),
                        name.getValue(), summary.getValue(), looksFor.getValue(), offers.getValue(),
                        naf.getValue().isBlank() ? null : naf.getValue().strip()));
                close();
                Notices.success(getTranslation("member.organization.saved"));
                after.run();
            } catch (InvalidInput invalid) {
                errors.show(invalid);
                save.setEnabled(true);
            } catch (Refused refused) {
                Notices.error(getTranslation(refused.messageKey()));
                close();
            }
        });
        getFooter().add(new Button(getTranslation("member.cancel"), click -> close()), save);
    }

    private TextArea area(String label, String value) {
        TextArea area = new TextArea(getTranslation(label), value, "");
        area.setMaxLength(LONGEST);
        return area;
    }
}
