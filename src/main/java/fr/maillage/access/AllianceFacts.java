package fr.maillage.access;

import fr.maillage.base.SpaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which spaces are allied, and what the charters give; answered by the module that keeps alliances. */
public interface AllianceFacts {

    /**
     * A space that is a member of an alliance.
     *
     * @param charterRoles the role that people of the member receive in the alliance's space, by profile; a profile
     *                     that receives none is absent
     */
    record AllianceLink(SpaceId member, SpaceId alliance, Map<Profile, Role> charterRoles) {}

    /**
     * A space that was a member of an alliance whose charter of that day lets it go on reading.
     *
     * @param leftAt   the instant at which it left
     * @param profiles the profiles to which the charter gave a role
     */
    record PastLink(SpaceId member, SpaceId alliance, Instant leftAt, Set<Profile> profiles) {}

    /** The links upward from these spaces that are active on that day; one level only. */
    List<AllianceLink> linksFrom(Collection<SpaceId> members, LocalDate on);

    /** The links upward from these spaces that have ended and left something readable; one level only. */
    List<PastLink> pastLinksFrom(Collection<SpaceId> members);

    /** Those of these spaces that are alliances whose charter of that day hides businesses from one another. */
    Set<SpaceId> hidingBusinesses(Collection<SpaceId> spaces, LocalDate on);

    /** The audience that the charter of that day proposes for a new item; empty for what is no alliance. */
    Optional<Audience> proposedAudience(SpaceId space, LocalDate on);
}
