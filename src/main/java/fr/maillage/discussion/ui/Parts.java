package fr.maillage.discussion.ui;

import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Viewer;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.coediting.TextAnchors;
import fr.maillage.discussion.ActivityLog;
import fr.maillage.discussion.Broadcast;
import fr.maillage.discussion.DiscussionService;
import fr.maillage.discussion.Discussions;
import fr.maillage.discussion.Follows;
import fr.maillage.discussion.Mentionable;
import fr.maillage.discussion.PersonNames;
import fr.maillage.discussion.TextProposals;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the components of this package work with. */
@Component
record Parts(DiscussionService service, Discussions discussions, Mentionable mentionable, Follows follows,
        ActivityLog activity, Broadcast broadcast, PersonNames names, TextAnchors anchors, TextProposals proposals, CurrentViewer viewer,
        Today today) {

    Optional<PersonId> me() {
        return viewer.get() instanceof Viewer.SignedIn(var person, var _) ? Optional.of(person) : Optional.empty();
    }
}
