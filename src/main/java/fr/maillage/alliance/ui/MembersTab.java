package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Operation;
import fr.maillage.access.Refused;
import fr.maillage.access.Subject;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Membership;
import fr.maillage.alliance.Side;
import fr.maillage.alliance.ui.SpaceWords.Known;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.SpaceSection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The members of an alliance; for coordinators the proposals that wait, and a field to propose another member. */
@org.springframework.stereotype.Component
class MembersTab implements SpaceSection {

    private final Alliances alliances;
    private final AllianceService service;
    private final AccessPolicy policy;
    private final SpaceWords words;
    private final Candidates candidates;
    private final Today today;

    MembersTab(Alliances alliances, AllianceService service, AccessPolicy policy, SpaceWords words,
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
        return Slot.TAB;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String labelKey() {
        return "alliance.members";
    }

    @Override
    public String tab() {
        return AllianceNavigation.MEMBERS_TAB;
    }

    @Override
    public boolean inTerritories() {
        return false;
    }

    @Override
    public OptionalInt count(SpaceId space) {
        return OptionalInt.of(alliances.members(space).size());
    }

    @Override
    public Optional<Component> section(SpaceId alliance) {
        List<Membership> members = alliances.members(alliance);
        List<Membership> proposals = alliances.openProposals(alliance);
        List<SpaceId> named = new ArrayList<>(members.stream().map(Membership::member).toList());
        proposals.forEach(proposal -> {
            named.add(proposal.member());
            named.add(proposal.alliance());
        });
        Known known = words.known(named);
        boolean coordinates = policy.may(Operation.PROPOSE_MEMBER, Subject.of(alliance));
        Div all = new Div();
        all.addClassNames("ml-stack", "ml-gap-24");
        if (!proposals.isEmpty()) {
            all.add(proposals(alliance, proposals, known));
        }
        all.add(members(members, known, coordinates));
        if (coordinates) {
            Set<SpaceId> taken = new HashSet<>(named);
            taken.add(alliance);
            all.add(proposing(alliance, taken));
        }
        return Optional.of(all);
    }

    private Component members(List<Membership> members, Known known, boolean coordinates) {
        if (members.isEmpty()) {
            return new EmptyState(I18NProvider.translate("alliance.members.none"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("ml-list");
        Formats formats = Formats.current();
        for (Membership member : members.stream().filter(one -> known.has(one.member())).toList()) {
            ListLine line = new ListLine(known.name(member.member()), known.href(member.member()))
                    .sign(known.emblem(member.member())).meta(facts(member, known, formats)).middle();
            // The member's own coordinators leave from the page of their space, where they act in its name.
            if (coordinates) {
                line.right(removing(member, known.name(member.member())));
            }
            list.add(new ListItem(line));
        }
        return list;
    }

    private String[] facts(Membership member, Known known, Formats formats) {
        List<String> facts = new ArrayList<>(List.of(known.facts(member.member(), formats)));
        LocalDate from = member.from();
        if (from != null) {
            facts.add(I18NProvider.translate("alliance.member.since", formats.date(from, today.date())));
        }
        return facts.toArray(String[]::new);
    }

    private Button removing(Membership member, String name) {
        Button button = Acts.asking(I18NProvider.translate("alliance.remove"),
                I18NProvider.translate("alliance.remove.question", name),
                I18NProvider.translate("alliance.remove.text", name), I18NProvider.translate("alliance.remove"),
                I18NProvider.translate("alliance.remove.stay"), I18NProvider.translate("alliance.remove.done", name),
                () -> service.leave(member.id()));
        button.addClassName("small");
        button.setAriaLabel(I18NProvider.translate("alliance.remove.one", name));
        return button;
    }

    private Component proposals(SpaceId alliance, List<Membership> proposals, Known known) {
        UnorderedList list = new UnorderedList();
        list.addClassName("ml-list");
        Formats formats = Formats.current();
        Map<PersonId, String> names = words.names(proposals.stream().map(Membership::proposedBy).toList());
        for (Membership proposal : proposals) {
            SpaceId other = proposal.member().equals(alliance) ? proposal.alliance() : proposal.member();
            if (known.has(other)) {
                list.add(new ListItem(ProposalLine.of(proposal, alliance, known, names, formats, today, service)));
            }
        }
        Div block = new Div(new H3(I18NProvider.translate("alliance.proposals")), list);
        block.addClassNames("ml-box", "quiet");
        return block;
    }

    private Component proposing(SpaceId alliance, Set<SpaceId> taken) {
        ComboBox<Candidate> field = candidates.spaces(taken);
        field.setLabel(I18NProvider.translate("alliance.propose.field"));
        field.setHelperText(I18NProvider.translate("alliance.propose.help"));
        field.addClassName("ml-wide-field");
        Button propose = new Button(I18NProvider.translate("alliance.propose"));
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        propose.setDisableOnClick(true);
        propose.addClickListener(event -> {
            Candidate chosen = field.getValue();
            try {
                if (chosen == null) {
                    throw new InvalidInput("member", "alliance.propose.nothing");
                }
                service.propose(alliance, chosen.id(), Side.ALLIANCE);
                Notices.success(I18NProvider.translate("alliance.propose.done", chosen.name()));
                UI.getCurrent().refreshCurrentRoute(true);
            } catch (InvalidInput invalid) {
                field.setErrorMessage(I18NProvider.translate(invalid.messageKey(), invalid.arguments()));
                field.setInvalid(true);
                field.focus();
            } catch (Refused refused) {
                Notices.error(I18NProvider.translate(refused.messageKey()));
            } finally {
                propose.setEnabled(true);
            }
        });
        Div row = new Div(field, propose);
        row.addClassNames("ml-propose");
        Div block = new Div(new H3(I18NProvider.translate("alliance.propose.title")), row);
        block.addClassNames("ml-stack", "ml-gap-12");
        return block;
    }
}
