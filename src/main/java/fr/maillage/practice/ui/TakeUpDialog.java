package fr.maillage.practice.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Notices;
import fr.maillage.practice.Lineage;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.TakeUpTarget.Made;
import fr.maillage.practice.TakeUpTarget.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a practice up: into a plan that is there, else into one made for it, else says whom to ask. */
class TakeUpDialog extends Dialog {

    private final PracticeId practice;
    private final transient Lineage lineage;
    private final transient Spaces spaces;
    private final Button confirm = new Button();

    TakeUpDialog(PracticeId practice, Lineage lineage, Spaces spaces) {
        this.practice = practice;
        this.lineage = lineage;
        this.spaces = spaces;
        setHeaderTitle(getTranslation("practice.takeUp.title"));
        addClassName("ml-dialog");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()));
        List<Place> places = lineage.places();
        List<SpaceId> homes = places.isEmpty() ? lineage.homes() : List.of();
        if (!places.isEmpty()) {
            intoOneOf(places);
        } else if (!homes.isEmpty()) {
            intoNew(homes);
        } else {
            add(new Paragraph(getTranslation("practice.takeUp.none")));
        }
    }

    private void intoOneOf(List<Place> places) {
        ComboBox<Place> plan = new ComboBox<>(getTranslation("practice.takeUp.plan"));
        Map<SpaceId, Space> known = spaces.find(places.stream().map(Place::owner).distinct().toList());
        plan.setItems(places);
        plan.setItemLabelGenerator(place -> known.containsKey(place.owner())
                ? place.title() + " · " + known.get(place.owner()).shortName() : place.title());
        plan.setValue(places.getFirst());
        plan.setWidthFull();
        add(new Paragraph(getTranslation("practice.takeUp.text")), plan);
        confirm.setText(getTranslation("practice.takeUp"));
        confirm.addClickListener(click -> {
            Place place = plan.getValue();
            if (place == null) {
                plan.setErrorMessage(getTranslation("base.required"));
                plan.setInvalid(true);
                confirm.setEnabled(true);
                return;
            }
            done(lineage.takeUp(practice, place.id()), place.title());
        });
        getFooter().add(confirm);
    }

    private void intoNew(List<SpaceId> homes) {
        Map<SpaceId, Space> known = spaces.find(homes);
        List<Space> choices = homes.stream().map(known::get).filter(Objects::nonNull).toList();
        TextField title = new TextField(getTranslation("practice.takeUp.new.name"));
        title.setMaxLength(300);
        title.setWidthFull();
        Select<Space> home = new Select<>();
        home.setLabel(getTranslation("practice.takeUp.new.space"));
        home.setItems(choices);
        home.setItemLabelGenerator(Space::name);
        home.setWidthFull();
        home.setVisible(choices.size() > 1);
        home.addValueChangeListener(change -> {
            if (title.isEmpty() || !change.isFromClient()) {
                title.setValue(getTranslation("practice.takeUp.new.proposal", change.getValue().shortName()));
            }
        });
        home.setValue(choices.getFirst());
        Div form = new Div(home, title);
        form.addClassName("ml-form");
        add(new Paragraph(getTranslation("practice.takeUp.new.text")), form);
        confirm.setText(getTranslation("practice.takeUp.new"));
        confirm.addClickListener(click -> {
            try {
                done(lineage.takeUpInNew(practice, home.getValue().id(), title.getValue()), title.getValue().strip());
            } catch (InvalidInput invalid) {
                title.setErrorMessage(getTranslation(invalid.messageKey(), invalid.arguments()));
                title.setInvalid(true);
                title.focus();
                confirm.setEnabled(true);
            }
        });
        getFooter().add(confirm);
    }

    private void done(Made made, String place) {
        close();
        UI.getCurrent().navigate(made.path());
        Notices.success(getTranslation("practice.takeUp.done", place));
    }
}
