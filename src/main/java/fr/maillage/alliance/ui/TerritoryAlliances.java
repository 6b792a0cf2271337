package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.AllianceSummary;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Membership;
import fr.maillage.alliance.ui.SpaceWords.Known;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.SpaceSection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The alliances of a territory; for its coordinators the proposals that wait, joining another one, and leaving. */
@org.springframework.stereotype.Component
class TerritoryAlliances implements SpaceSection {

    private final Alliances alliances;
    private final AllianceService service;
    private final AccessPolicy policy;
    private final SpaceWords words;
    private final Candidates candidates;
    private final Today today;

    TerritoryAlliances(Alliances alliances, AllianceService service, AccessPolicy policy, SpaceWords words,
            Candidates candidates, Today today) {
        this.alliances = alliances;
        this.service = service;
        this.policy = policy;
        this.words = words;
        this.candidates = candidates;
        this.today = today;
    }

    @Override
    public Slot slot() {
        return Slot.ASIDE;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String labelKey() {
        return "alliance.list";
    }

    @Override
    public boolean inAlliances() {
        return false;
    }

    @Override
    public Optional<Component> section(SpaceId territory) {
        List<AllianceSummary> mine = alliances.alliancesOf(territory);
        List<Membership> proposals = alliances.openProposals(territory);
        boolean coordinates = policy.may(Operation.PROPOSE_MEMBER, Subject.of(territory));
        if (mine.isEmpty() && !coordinates) {
            return Optional.empty();
        }
        Set<SpaceId> named = new HashSet<>(mine.stream().map(AllianceSummary::id).toList());
        proposals.forEach(proposal -> named.addAll(List.of(proposal.alliance(), proposal.member())));
        named.add(territory);
        Known known = words.known(named);
        Div all = new Div();
        all.addClassNames("ml-stack", "ml-gap-16");
        if (mine.isEmpty()) {
            Paragraph none = new Paragraph(I18NProvider.translate("alliance.territory.none"));
            none.addClassName("ml-muted");
            all.add(none);
        } else {
            all.add(list(territory, mine, known, coordinates));
        }
        if (!proposals.isEmpty()) {
            all.add(proposals(territory, proposals, known));
        }
        if (coordinates) {
            named.remove(territory);
            all.add(new Button(I18NProvider.translate("alliance.join"),
                    event -> new JoinDialog(territory, known.name(territory), candidates.alliances(named), service)
                            .open()));
        }
        return Optional.of(all);
    }

    private Component list(SpaceId territory, List<AllianceSummary> mine, Known known, boolean coordinates) {
        UnorderedList list = new UnorderedList();
        list.addClassName("ml-list");
        for (AllianceSummary alliance : mine.stream().filter(one -> known.has(one.id())).toList()) {
            List<String> facts = new ArrayList<>();
            if (!alliance.kind().isEmpty()) {
                facts.add(alliance.kind());
            }
            facts.add(I18NProvider.translate("alliance.members.count", alliance.members()));
            ListLine line = new ListLine(alliance.shortName(), "/" + AllianceNavigation.path(alliance.slug()))
                    .sign(known.emblem(alliance.id())).meta(facts.toArray(String[]::new)).middle();
            if (coordinates) {
                line.right(leaving(territory, alliance, known));
            }
            list.add(new ListItem(line));
        }
        return list;
    }

    private Button leaving(SpaceId territory, AllianceSummary alliance, Known known) {
        String member = known.name(territory);
        Button button = Acts.asking(I18NProvider.translate("alliance.leave"),
                I18NProvider.translate("alliance.leave.question", alliance.shortName()),
                I18NProvider.translate("alliance.leave.text", member), I18NProvider.translate("alliance.leave.confirm"),
                I18NProvider.translate("alliance.leave.stay"),
                I18NProvider.translate("alliance.leave.done", member, alliance.shortName()),
                () -> alliances.members(alliance.id()).stream().filter(one -> one.member().equals(territory))
                        .findFirst().ifPresent(one -> service.leave(one.id())));
        button.addClassName("small");
        button.setAriaLabel(I18NProvider.translate("alliance.leave.question", alliance.shortName()));
        return button;
    }

    private Component proposals(SpaceId territory, List<Membership> proposals, Known known) {
        UnorderedList list = new UnorderedList();
        list.addClassName("ml-list");
        Formats formats = Formats.current();
        Map<PersonId, String> names = words.names(proposals.stream().map(Membership::proposedBy).toList());
        proposals.stream().filter(proposal -> known.has(proposal.alliance()) && known.has(proposal.member()))
                .forEach(proposal -> list.add(new ListItem(
                        ProposalLine.of(proposal, territory, known, names, formats, today, service))));
        Div block = new Div(new H3(I18NProvider.translate("alliance.proposals")), list);
        block.addClassNames("ml-box", "quiet");
        return block;
    }
}
