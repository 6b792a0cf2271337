package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Operation;
import fr.maillage.access.Profile;
import fr.maillage.access.Subject;
import fr.maillage.alliance.AllianceDetails;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.AllianceSummary;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Charter;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.base.ui.Strong;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What an alliance is, in short: what it says of itself, who reads and who writes, what it is part of, sources. */
@org.springframework.stereotype.Component
class AboutAside implements SpaceSection {

    private final Alliances alliances;
    private final SpaceWords words;
    private final AllianceService service;
    private final AccessPolicy policy;

    AboutAside(Alliances alliances, SpaceWords words, AllianceService service, AccessPolicy policy) {
        this.service = service;
        this.policy = policy;
        this.alliances = alliances;
        this.words = words;
    }

    @Override
    public Slot slot() {
        return Slot.ASIDE;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String labelKey() {
        return "alliance.about";
    }

    @Override
    public boolean inTerritories() {
        return false;
    }

    @Override
    public Optional<More> more(SpaceId space) {
        return words.tab(space, AllianceNavigation.CHARTER_TAB)
                .map(path -> new More(I18NProvider.translate("alliance.charter"), path));
    }

    @Override
    public Optional<Component> section(SpaceId space) {
        return alliances.find(space).map(alliance -> {
            Div all = new Div();
            all.addClassNames("ml-stack", "ml-gap-16");
            if (!alliance.about().description().isEmpty()) {
                all.add(new Paragraph(alliance.about().description()));
            }
            all.add(roles(alliance.charter().charter()));
            List<AllianceSummary> above = alliances.alliancesOf(space);
            if (!above.isEmpty()) {
                all.add(partOf(above));
            }
            sources(alliance).ifPresent(all::add);
            if (policy.may(Operation.EDIT_SETTINGS, Subject.of(space))) {
                Button present = new Button(I18NProvider.translate("alliance.present"), Icon.PENCIL.create(),
                        click -> new FoundDialog(space, alliance.about(), service).open());
                present.addClassName("small");
                all.add(present);
            }
            return all;
        });
    }

    private static Component roles(Charter charter) {
        UnorderedList roles = new UnorderedList();
        roles.addClassNames("ml-stack", "ml-gap-4", "ml-small");
        for (Profile profile : Profile.values()) {
            roles.add(new ListItem(new Strong(I18NProvider.translate(profile.messageKey())), new Span(" "),
                    new Span(CharterWords.inShort(charter, profile))));
        }
        return roles;
    }

    private static Component partOf(List<AllianceSummary> above) {
        Paragraph part = new Paragraph(I18NProvider.translate("alliance.partOf") + " ");
        for (int i = 0; i < above.size(); i++) {
            part.add(new Anchor("/" + AllianceNavigation.path(above.get(i).slug()), above.get(i).shortName()),
                    new Span(i < above.size() - 1 ? ", " : "."));
        }
        return part;
    }

    /** Pages on the web are linked by the name of their site; other sources are left to the auditor. */
    private static Optional<Component> sources(AllianceDetails alliance) {
        Paragraph sources = new Paragraph(I18NProvider.translate("alliance.sources") + " ");
        sources.addClassName("ml-foot");
        boolean any = false;
        for (String source : alliance.source().split("\\s+;\\s+")) {
            if (source.startsWith("https://")) {
                if (any) {
                    sources.add(", ");
                }
                Anchor link = new Anchor(source, URI.create(source).getHost().replaceFirst("^www\\.", ""));
                link.getElement().setAttribute("rel", "noopener noreferrer");
                sources.add(link);
                any = true;
            }
        }
        return any ? Optional.of(sources) : Optional.empty();
    }
}
