package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.access.Refused;
import fr.maillage.access.Spaces;
import fr.maillage.base.Hue;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Avatar;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.ItemList;
import fr.maillage.base.ui.OrganizationChip;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.SpaceChip;
import fr.maillage.member.People;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/** The card of a person, for those who share a space with them. */
@Route("personnes/:id")
@PermitAll
class PersonView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient People people;
    private final transient Spaces spaces;
    private String name = "";

    PersonView(People people, Spaces spaces) {
        this.people = people;
        this.spaces = spaces;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PersonId id = new PersonId(Identifiers.read(event.getRouteParameters(), "id"));
        People.Card card = people.card(id);
        name = card.name();
        List<People.Place> places = people.placesOf(id);
        Map<SpaceId, Spaces.Space> known = spaces.find(places.stream().map(People.Place::space).toList());
        Div subtitle = new Div(new Avatar(name, Hue.of(id.value().toString())).large(), new Span(card.functionTitle()));
        subtitle.addClassNames("ml-row", "ml-gap-12");
        getContent().clear();
        getContent().bar(new PageHeader().crumb(getTranslation("member.person.crumb"), directory(places, known))
                .here(name))
                .title(name, subtitle)
                .main(new Section(getTranslation("member.person.spaces"), list(places, known)),
                        new Section(getTranslation("member.person.organizations"),
                                new ItemList(card.organizations().stream().map(PersonView::organization).toList())))
                .aside(new Section(getTranslation("member.person.contact"), contact(id)));
    }

    private static String directory(List<People.Place> places, Map<SpaceId, Spaces.Space> known) {
        return places.stream().map(place -> known.get(place.space())).filter(java.util.Objects::nonNull).findFirst()
                .map(space -> "/" + space.path() + "?onglet=" + DirectorySection.TAB).orElse("/");
    }

    private ItemList list(List<People.Place> places, Map<SpaceId, Spaces.Space> known) {
        ItemList list = new ItemList();
        for (People.Place place : places) {
            Spaces.Space space = known.get(place.space());
            if (space != null) {
                Div line = new Div();
                line.addClassNames("ml-line", "middle");
                Div text = new Div(new SpaceChip(space.name(), space.hue(), Emblem.stored(space.emblem()),
                        "/" + space.path()));
                text.addClassName("text");
                Span what = new Span(getTranslation("member.account.membership.for",
                        getTranslation("access.profile.one." + place.profile()), place.organization()));
                what.addClassName("ml-muted");
                line.add(text, what);
                list.add(line);
            }
        }
        return list;
    }

    private static Component organization(People.Affiliation affiliation) {
        Div line = new Div(new OrganizationChip(affiliation.name(), MemberNavigation.organization(affiliation.id())));
        line.addClassNames("ml-line", "middle");
        return line;
    }

    private Component contact(PersonId id) {
        try {
            String email = people.contact(id).email();
            return new Paragraph(new Anchor("mailto:" + email, email));
        } catch (Refused reserved) {
            return new Paragraph(getTranslation("member.person.contact.reserved"));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.person.pageTitle", name);
    }
}
