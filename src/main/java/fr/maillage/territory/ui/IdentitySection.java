package fr.maillage.territory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Translator;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Territory;
import fr.maillage.territory.Territory.Town;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who the territory is: its facts, its towns, and where they come from. */
@SpringComponent
class IdentitySection implements SpaceSection {

    private static final int TOWNS_AT_ONCE = 6;

    private final Territories territories;

    IdentitySection(Territories territories) {
        this.territories = territories;
    }

    @Override
    public Slot slot() {
        return Slot.ASIDE;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String labelKey() {
        return "territory.identity";
    }

    @Override
    public boolean inAlliances() {
        return false;
    }

    @Override
    public Optional<Component> section(SpaceId id) {
        return territories.find(id).map(territory -> {
            Locale locale = UI.getCurrent().getLocale();
            Translator words = (key, arguments) -> I18NProvider.translate(locale, key, arguments);
            Formats formats = Formats.current();
            DescriptionList facts = new DescriptionList();
            facts.addClassName("ml-facts");
            fact(facts, words.translate("territory.identity.officialName"), new Span(territory.officialName()));
            fact(facts, words.translate("territory.identity.siren"), new Span(territory.siren().grouped()));
            fact(facts, words.translate("territory.identity.department"), area(territory.department(), "departement"));
            fact(facts, words.translate("territory.identity.region"), area(territory.region(), "region"));
            fact(facts, words.translate("territory.identity.population"),
                    new Span(TerritoryWords.inhabitants(territory.population(), words)));
            fact(facts, words.translate("territory.identity.communes"),
                    new Span(formats.number(territory.communes())));
            Div body = new Div(facts);
            if (!territory.towns().isEmpty()) {
                body.add(towns(territory.towns(), words, formats));
            }
            Paragraph source = new Paragraph(words.translate("territory.source"));
            source.addClassName("ml-foot");
            body.add(source);
            return body;
        });
    }

    private static Component towns(List<Town> towns, Translator words, Formats formats) {
        DescriptionList first = list(towns.subList(0, Math.min(TOWNS_AT_ONCE, towns.size())), formats);
        Div part = new Div(new H3(words.translate("territory.towns")), first);
        part.addClassName("ml-towns");
        if (towns.size() > TOWNS_AT_ONCE) {
            NativeDetails rest = new NativeDetails(words.translate("territory.towns.more", towns.size() - TOWNS_AT_ONCE));
            rest.setContent(list(towns.subList(TOWNS_AT_ONCE, towns.size()), formats));
            part.add(rest);
        }
        return part;
    }

    private static DescriptionList list(List<Town> towns, Formats formats) {
        DescriptionList list = new DescriptionList();
        list.addClassName("ml-facts");
        towns.forEach(town -> fact(list, town.name(), new Span(formats.number(town.population()))));
        return list;
    }

    private static Component area(Territory.Area area, String parameter) {
        return new Anchor("/" + TerritoryNavigation.FIND + '?' + parameter + '=' + area.code(), area.name());
    }

    private static void fact(DescriptionList list, String term, Component value) {
        Div row = new Div(new DescriptionList.Term(term), new DescriptionList.Description(value));
        list.getElement().appendChild(row.getElement());
    }
}
