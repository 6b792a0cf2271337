package fr.maillage.territory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.FranceMap;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Territory;
import java.util.List;
import java.util.Optional;

/** Where the territory is on the map of France, and the same in words. */
@SpringComponent
class WhereSection implements SpaceSection {

    private final Territories territories;
    private final Spaces spaces;

    WhereSection(Territories territories, Spaces spaces) {
        this.territories = territories;
        this.spaces = spaces;
    }

    @Override
    public Slot slot() {
        return Slot.ASIDE;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String labelKey() {
        return "territory.where";
    }

    @Override
    public boolean inAlliances() {
        return false;
    }

    @Override
    public Optional<Component> section(SpaceId id) {
        return territories.find(id).map(territory -> {
            Optional<Spaces.Space> space = spaces.find(id);
            int hue = space.map(Spaces.Space::hue).orElse(0);
            String label = space.map(Spaces.Space::shortName).orElse(territory.name());
            FranceMap map = new FranceMap(say("territory.where.map", territory.name()));
            map.addClassName("ml-map-small");
            map.attribution("");
            map.points(List.of(new FranceMap.Point(territory.siren().value(), label, "",
                    territory.point().latitude(), territory.point().longitude(), hue, null)));
            Paragraph words = new Paragraph(words(territory));
            words.addClassNames("ml-small", "ml-muted");
            return new Div(map, words);
        });
    }

    private static String words(Territory territory) {
        return territory.towns().isEmpty()
                ? say("territory.where.wordsOnly", territory.department().name(), territory.region().name())
                : say("territory.where.words", territory.department().name(), territory.region().name(),
                        territory.towns().getFirst().name());
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(UI.getCurrent().getLocale(), key, arguments);
    }
}
