package fr.maillage.coediting.ui;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.member.People;
import java.util.List;
import org.springframework.stereotype.Component;

/** Live texts with all that belongs to them for whoever looks: history, comments on words, proposals in their name. */
@Component
public class LiveTextComponents {

    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final People people;
    private final TextComments comments;

    LiveTextComponents(AccessPolicy policy, CurrentViewer viewer, People people, TextComments comments) {
        this.policy = policy;
        this.viewer = viewer;
        this.people = people;
        this.comments = comments;
    }

    /** The text of a field, for somebody who is signed in. */
    public LiveText of(LiveTextId text, LiveTextRef ref, String label, boolean writing) {
        LiveText live = new LiveText(text, label, writing).withComments(comments, ref);
        PersonId me = viewer.person();
        People.Card card = people.cards(List.of(me)).get(me);
        if (writing && card != null) {
            live.withProposals(me, card.name());
        }
        return policy.may(Operation.SEE_HISTORY, Subject.of(ref.item())) ? live.withHistory() : live;
    }
}
