package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.access.Operation;
import fr.maillage.access.Spaces;
import fr.maillage.access.Subject;
import fr.maillage.base.Hue;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.Siren;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.PersonChip;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.SpaceChip;
import fr.maillage.member.Organizations;
import fr.maillage.member.People;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** The page of an organization: what it is, what it looks for and offers, its people in one's own spaces. */
@Route("organisations/:id")
@PermitAll
class OrganizationView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_PEOPLE = 50;

    private final transient Desk desk;
    private String name = "";

    OrganizationView(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(new OrganizationId(Identifiers.read(event.getRouteParameters(), "id")));
    }

    private void show(OrganizationId id) {
        Organizations.Page page = desk.organizations().page(id);
        Organizations.Card card = page.card();
        name = card.name();
        SpaceId homeId = card.home();
        Optional<Spaces.Space> home = homeId == null ? Optional.empty() : desk.spaces().find(homeId);
        PageHeader bar = new PageHeader();
        home.ifPresent(space -> bar.crumb(space.shortName(), "/" + space.path() + "?onglet=" + DirectorySection.TAB));
        bar.here(name);
        if (homeId != null && desk.policy().may(Operation.EDIT_SETTINGS, Subject.of(homeId))) {
            Button edit = new Button(getTranslation("member.organization.edit"), Icon.PENCIL.create(),
                    click -> new OrganizationDialog(desk.organizations(), page, () -> show(id)).open());
            edit.addClassName("small");
            bar.actions(edit);
        }
        getContent().clear();
        home.ifPresent(space -> getContent().liteau(space.hue()));
        getContent().bar(bar).title(name, getTranslation(card.kind().messageKey()));
        boolean filled = text("member.organization.summary", page.summary())
                | text("member.organization.looksFor", page.looksFor())
                | text("member.organization.offers", page.offers());
        if (!filled) {
            getContent().main(new Paragraph(getTranslation("member.organization.empty")));
        }
        getContent().main(new Section(getTranslation("member.organization.people"), people(id)));
        Siren siren = card.siren();
        if (siren != null) {
            getContent().aside(new Section(getTranslation("member.organization.identity"),
                    new Paragraph(getTranslation("member.organization.sirenIs", siren.grouped()))));
        }
        home.ifPresent(space -> getContent().aside(new Section(getTranslation("member.organization.home"),
                new SpaceChip(space.name(), space.hue(), Emblem.stored(space.emblem()), "/" + space.path()))));
    }

    private boolean text(String titleKey, String words) {
        if (words.isBlank()) {
            return false;
        }
        Div paragraphs = new Div();
        words.lines().filter(line -> !line.isBlank()).map(Paragraph::new).forEach(paragraphs::add);
        getContent().main(new Section(getTranslation(titleKey), paragraphs));
        return true;
    }

    private Component people(OrganizationId id) {
        List<People.Card> cards = desk.people().ofOrganization(id, MOST_PEOPLE);
        if (cards.isEmpty()) {
            return new Paragraph(getTranslation("member.organization.people.none"));
        }
        return new DrawnList(cards.stream().map(card -> {
            Div line = new Div(new PersonChip(card.name(), Hue.of(card.id().value().toString())).twoLines()
                    .link(MemberNavigation.person(card.id())).note(card.functionTitle()), new Span());
            line.addClassNames("ml-line", "middle");
            return line;
        }).toList());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.organization.pageTitle", name);
    }
}
