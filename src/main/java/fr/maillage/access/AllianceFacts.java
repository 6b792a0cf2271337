package fr.maillage.access;

import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which spaces are allied, and what the charters give; answered by the module that keeps alliances. */
public interface AllianceFacts {

    /**
     * A space that is a member of an alliance.
     *
     * @param charterRoles the role that people of the member receive in the alliance's space, by profile; a profile
     *                     that receives none is absent
     */
    record AllianceLink(SpaceId member, SpaceId alliance, Map<Profile, Role> charterRoles) {}

    /** The links upward from these spaces that are active on that day; one level only. */
    List<AllianceLink> linksFrom(Collection<SpaceId> members, LocalDate on);
}
