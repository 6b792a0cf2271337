package fr.maillage.access;

import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Alliances read downward, answered by the module that keeps them: {@link AllianceFacts} the other way round. */
public interface AllianceMembers {

    /** The links down from these alliances to their members that are active on that day; one level only. */
    List<AllianceFacts.AllianceLink> linksTo(Collection<SpaceId> alliances, LocalDate on);
}
