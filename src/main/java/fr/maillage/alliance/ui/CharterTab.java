package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Operation;
import fr.maillage.access.Profile;
import fr.maillage.access.Subject;
import fr.maillage.alliance.AdoptedCharter;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Charter;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Prose;
import fr.maillage.base.ui.SpaceSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The charter in force, what it gives to whom in words, its versions; for coordinators the form of the next one. */
@org.springframework.stereotype.Component
class CharterTab implements SpaceSection {

    private static final int VERSIONS = 30;

    private final Alliances alliances;
    private final AllianceService service;
    private final AccessPolicy policy;
    private final SpaceWords words;
    private final Today today;

    CharterTab(Alliances alliances, AllianceService service, AccessPolicy policy, SpaceWords words, Today today) {
        this.alliances = alliances;
        this.service = service;
        this.policy = policy;
        this.words = words;
        this.today = today;
    }

    @Override
    public Slot slot() {
        return Slot.TAB;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String labelKey() {
        return "alliance.charter";
    }

    @Override
    public String tab() {
        return AllianceNavigation.CHARTER_TAB;
    }

    @Override
    public boolean inTerritories() {
        return false;
    }

    @Override
    public Optional<Component> section(SpaceId alliance) {
        return alliances.find(alliance).map(found -> {
            List<AdoptedCharter> versions = alliances.charterHistory(alliance, VERSIONS);
            Div text = new Div(new Prose(found.charter().charter().text(), 3));
            text.addClassName("ml-main");
            Div rules = new Div(new H3(I18NProvider.translate("alliance.charter.roles")),
                    roles(found.charter().charter()), new H3(I18NProvider.translate("alliance.charter.versions")),
                    versions(versions, found.charter().no()));
            rules.addClassNames("ml-aside", "ml-stack", "ml-gap-12");
            Div columns = new Div(text, rules);
            columns.addClassName("ml-cols");
            Div all = new Div(columns);
            if (policy.may(Operation.EDIT_CHARTER, Subject.of(alliance))) {
                all.addComponentAsFirst(editing(alliance, versions.getFirst(), columns));
            }
            return all;
        });
    }

    private Component editing(SpaceId alliance, AdoptedCharter latest, Component reading) {
        Div place = new Div();
        place.addClassName("ml-charter-edit");
        Button edit = new Button(I18NProvider.translate("alliance.charter.edit"), Icon.PENCIL.small());
        edit.addClickListener(event -> {
            reading.setVisible(false);
            place.removeAll();
            place.add(new CharterForm(latest, today.date(),
                    (charter, from) -> service.editCharter(alliance, latest.no(), charter, from), () -> {
                        reading.setVisible(true);
                        place.removeAll();
                        place.add(edit);
                        edit.focus();
                    }));
        });
        place.add(edit);
        return place;
    }

    private static Component roles(Charter charter) {
        DescriptionList list = new DescriptionList();
        list.addClassNames("ml-stack", "ml-gap-4");
        for (Profile profile : Profile.values()) {
            DescriptionList.Term term = new DescriptionList.Term(I18NProvider.translate(profile.messageKey()));
            term.addClassName("ml-strong");
            DescriptionList.Description role =
                    new DescriptionList.Description(CharterWords.sentence(charter, profile));
            role.addClassNames("ml-muted", "ml-small");
            list.add(term, role);
        }
        UnorderedList rules = new UnorderedList();
        rules.addClassNames("ml-stack", "ml-gap-4", "ml-small", "ml-muted");
        CharterWords.rules(charter).forEach(rule -> rules.add(new ListItem(rule)));
        Div both = new Div(list, rules);
        both.addClassNames("ml-stack", "ml-gap-16");
        return both;
    }

    private Component versions(List<AdoptedCharter> versions, int inForce) {
        UnorderedList list = new UnorderedList();
        list.addClassName("ml-list");
        Formats formats = Formats.current();
        Map<PersonId, String> names = words.names(versions.stream().map(AdoptedCharter::author).toList());
        for (AdoptedCharter version : versions) {
            list.add(new ListItem(version(version, inForce, formats, names)));
        }
        return list;
    }

    private Component version(AdoptedCharter version, int inForce, Formats formats, Map<PersonId, String> names) {
        LocalDate now = today.date();
        String since = formats.date(version.effectiveFrom(), now);
        String state = version.no() == inForce ? I18NProvider.translate("alliance.charter.inForce", since)
                : version.no() > inForce ? I18NProvider.translate("alliance.charter.coming", since)
                        : I18NProvider.translate("alliance.charter.past.version", since);
        String adopted = formats.date(LocalDate.ofInstant(version.adoptedAt(), Today.ZONE), now);
        String author = version.author() == null ? null : names.get(version.author());
        Paragraph by = new Paragraph(author == null ? I18NProvider.translate("alliance.charter.adopted", adopted)
                : I18NProvider.translate("alliance.charter.adoptedBy", adopted, author));
        by.addClassNames("ml-small", "ml-muted");
        Div line = new Div(new Paragraph(I18NProvider.translate("alliance.charter.version", version.no(), state)), by);
        line.addClassName("ml-version");
        if (version.no() != inForce) {
            Details old = new Details(I18NProvider.translate("alliance.charter.read", version.no()),
                    new Prose(version.charter().text(), 4), roles(version.charter()));
            line.add(old);
        }
        return line;
    }
}
