package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Viewer;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Section;
import fr.maillage.member.Organizations;
import fr.maillage.member.People;
import fr.maillage.opportunity.InterestLine;
import fr.maillage.opportunity.InterestService;
import fr.maillage.opportunity.InterestState;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityPage;
import fr.maillage.opportunity.OpportunityQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the page of an opportunity shows of interests: the box to express one, and for the owner's side those received. */
@org.springframework.stereotype.Component
class InterestParts {

    private final OpportunityQuery query;
    private final InterestService service;
    private final People people;
    private final Organizations organizations;
    private final CurrentViewer viewer;
    private final Today today;

    InterestParts(OpportunityQuery query, InterestService service, People people, Organizations organizations,
            CurrentViewer viewer, Today today) {
        this.query = query;
        this.service = service;
        this.people = people;
        this.organizations = organizations;
        this.viewer = viewer;
        this.today = today;
    }

    /** @param changed called when an interest was expressed or withdrawn */
    Component box(OpportunityPage one, String author, Runnable changed) {
        boolean signedIn = viewer.get() instanceof Viewer.SignedIn;
        return new InterestBox(one, author, signedIn, query.ownInterest(one.id()).orElse(null), service, today, changed);
    }

    /** Interests received, for those who may answer them. */
    Component received(OpportunityId id, Runnable changed) {
        List<InterestLine> lines = query.interests(id);
        Map<PersonId, People.Card> persons = people.cards(lines.stream().map(InterestLine::person)
                .collect(Collectors.toSet()));
        Map<OrganizationId, Organizations.Card> firms = organizations.cards(lines.stream().map(InterestLine::organization)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        // What was accepted on both sides is disclosed, charter or not.
        List<InterestLine> accepted = lines.stream().filter(line -> line.state() == InterestState.ACCEPTED).toList();
        Map<PersonId, People.Card> known = new HashMap<>(persons);
        known.putAll(people.disclosed(accepted.stream().map(InterestLine::person).collect(Collectors.toSet())));
        Map<OrganizationId, Organizations.Card> named = new HashMap<>(firms);
        named.putAll(organizations.disclosed(accepted.stream().map(InterestLine::organization)
                .filter(Objects::nonNull).collect(Collectors.toSet())));
        Section section = new Section(I18NProvider.translate("opportunity.interests"));
        if (lines.isEmpty()) {
            Paragraph none = new Paragraph(I18NProvider.translate("opportunity.interests.none"));
            none.addClassName("ml-muted");
            return section.add(none);
        }
        return section.note(I18NProvider.translate("opportunity.interests.note"))
                .add(new InterestsReceived(lines, known, named, service, today, changed)).flush();
    }

    /** Those who are interested never see one another. */
    Component discretion() {
        Paragraph words = new Paragraph(I18NProvider.translate("opportunity.interests.discretion"));
        words.addClassNames("ml-muted", "ml-small");
        return words;
    }
}
