package fr.maillage.access.ui;

import static fr.maillage.access.ui.AudienceWords.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceReach;
import fr.maillage.access.AudienceReach.Choices;
import fr.maillage.access.Level;
import fr.maillage.access.Profile;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * « Voir comme… »: one's own item through the doors of an audience. Nobody's session is borrowed: the answer is worked
 * out from the audience alone. Made by {@link Audiences#seeAs}.
 */
public final class SeeAsDialog extends Dialog {

    /** Where the reader belongs; null for somebody without an account. */
    private record Place(@Nullable SpaceId space, String name) {}

    private final AudienceReach reach;
    private final Audience audience;
    private final String title;
    private final Supplier<Component> reading;
    private final Select<Place> place = new Select<>();
    private final Select<Profile> profile = new Select<>();
    private final Paragraph answer = new Paragraph();
    private final Div shown = new Div();

    SeeAsDialog(AudienceReach reach, Audience audience, SpaceId owner, String title, Supplier<Component> reading) {
        this.reach = reach;
        this.audience = audience;
        this.title = title;
        this.reading = reading;
        setHeaderTitle(text("audience.seeAs.title"));
        addClassName("ml-see-as");
        place.setLabel(text("audience.seeAs.space"));
        place.setItems(places(reach.choices(owner)));
        place.setItemLabelGenerator(Place::name);
        place.setValue(place.getListDataView().getItem(0));
        place.addValueChangeListener(event -> show());
        profile.setLabel(text("audience.seeAs.profile"));
        profile.setItems(Profile.values());
        profile.setItemLabelGenerator(one -> AudienceWords.capital(text("audience.one." + one)));
        profile.setValue(Profile.BUSINESS);
        profile.addValueChangeListener(event -> show());
        answer.addClassName("ml-note");
        answer.getElement().setAttribute("role", "status");
        Div choice = new Div(profile, place);
        choice.addClassName("ml-see-as-choice");
        shown.addClassName("ml-see-as-reading");
        add(choice, answer, shown);
        getFooter().add(new Button(text("audience.seeAs.close"), event -> close()));
        show();
    }

    private static List<Place> places(Choices choices) {
        Set<Spaces.Space> spaces = new LinkedHashSet<>(List.of(choices.owner()));
        choices.alliances().values().forEach(spaces::addAll);
        List<Place> places = new ArrayList<>(spaces.stream().map(one -> new Place(one.id(), one.shortName())).toList());
        // A space that is nowhere allied stands for every other territory.
        places.add(new Place(new SpaceId(new UUID(0, 0)), text("audience.seeAs.elsewhere")));
        places.add(new Place(null, text("audience.seeAs.nobody")));
        return places;
    }

    private void show() {
        Place where = place.getValue();
        boolean anonymous = where.space() == null;
        profile.setEnabled(!anonymous);
        Profile as = anonymous ? null : profile.getValue();
        Optional<Level> level = reach.level(audience, where.space(), as);
        String who = as == null ? text("audience.seeAs.anyone")
                : text("audience.seeAs.who", AudienceWords.capital(text("audience.one." + as)),
                        AudienceWords.of(where.name()));
        String sees = level.isEmpty() ? "audience.seeAs.no"
                : level.get().atLeast(Level.COMMENT) && as != null ? "audience.seeAs.comments" : "audience.seeAs.reads";
        answer.setText(text(sees, who, title));
        shown.removeAll();
        if (level.isPresent()) {
            shown.add(reading.get());
        }
    }
}
