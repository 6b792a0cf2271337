package fr.maillage.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Membership;
import fr.maillage.alliance.ui.SpaceWords.Known;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.ListLine;
import java.time.LocalDate;
import java.util.Map;

/** A proposal between two spaces, on the page of one of them: accept and decline, or take back. */
final class ProposalLine {

    private ProposalLine() {}

    /** @param here the space on whose page it stands */
    static ListLine of(Membership proposal, SpaceId here, Known known, Map<PersonId, String> names, Formats formats,
            Today today, AllianceService service) {
        SpaceId other = proposal.member().equals(here) ? proposal.alliance() : proposal.member();
        String name = known.name(other);
        boolean mine = proposal.proposedFrom().equals(here);
        boolean joining = proposal.member().equals(here);
        String key = "alliance.proposal." + (mine ? "made." : "received.") + (joining ? "member" : "alliance");
        String day = formats.date(LocalDate.ofInstant(proposal.proposedAt(), Today.ZONE), today.date());
        String by = proposal.proposedBy() == null ? null : names.get(proposal.proposedBy());
        String said = by == null ? I18NProvider.translate("alliance.proposal.on", day)
                : I18NProvider.translate("alliance.proposal.onBy", day, by);
        ListLine line = new ListLine(name, known.href(other)).sign(known.emblem(other))
                .meta(I18NProvider.translate(key, name), said).middle();
        Div acts = new Div();
        acts.addClassNames("ml-row", "ml-wrap");
        if (mine) {
            acts.add(withdrawing(proposal, name, service));
        } else {
            acts.add(declining(proposal, name, service), accepting(proposal, here, other, known, service));
        }
        return line.right(acts);
    }

    private static Button accepting(Membership proposal, SpaceId here, SpaceId other, Known known,
            AllianceService service) {
        String member = known.name(proposal.member());
        Button button = Acts.asking(I18NProvider.translate("alliance.accept"),
                I18NProvider.translate(proposal.member().equals(here) ? "alliance.accept.question.member"
                        : "alliance.accept.question.alliance", known.name(other)),
                I18NProvider.translate("alliance.accept.text", member),
                I18NProvider.translate("alliance.accept"), I18NProvider.translate("alliance.later"),
                I18NProvider.translate("alliance.accept.done", member), () -> service.accept(proposal.id()));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClassName("small");
        button.setAriaLabel(I18NProvider.translate("alliance.accept.one", known.name(other)));
        return button;
    }

    private static Button declining(Membership proposal, String name, AllianceService service) {
        Button button = Acts.asking(I18NProvider.translate("alliance.decline"),
                I18NProvider.translate("alliance.decline.question", name),
                I18NProvider.translate("alliance.decline.text"), I18NProvider.translate("alliance.decline"),
                I18NProvider.translate("alliance.later"), I18NProvider.translate("alliance.decline.done", name),
                () -> service.decline(proposal.id()));
        button.addClassName("small");
        button.setAriaLabel(I18NProvider.translate("alliance.decline.one", name));
        return button;
    }

    private static Button withdrawing(Membership proposal, String name, AllianceService service) {
        Button button = Acts.asking(I18NProvider.translate("alliance.withdraw"),
                I18NProvider.translate("alliance.withdraw.question", name),
                I18NProvider.translate("alliance.withdraw.text"), I18NProvider.translate("alliance.withdraw"),
                I18NProvider.translate("alliance.withdraw.stay"), I18NProvider.translate("alliance.withdraw.done"),
                () -> service.withdraw(proposal.id()));
        button.addClassName("small");
        button.setAriaLabel(I18NProvider.translate("alliance.withdraw.one", name));
        return button;
    }
}
