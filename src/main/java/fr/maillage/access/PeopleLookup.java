package fr.maillage.access;

import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** People and organizations as audiences name and count them; answered by the module that keeps memberships. */
public interface PeopleLookup {

    /**
     * Somebody, or an organization, whom an audience may name.
     *
     * @param detail one short line that tells namesakes apart (the organization of a person, the town of a company)
     */
    record Found(AudienceScope scope, String name, String detail) {}

    /**
     * The people and organizations whose name begins a word like what was typed, accents or not, that whoever is
     * acting may see; those of {@code near} first. Empty for less than two letters.
     *
     * @param limit at most 20
     */
    List<Found> find(String typed, SpaceId near, int limit);

    /** The names of these people and organizations, by the identifier of the scope; one query for each kind. */
    Map<UUID, String> names(Collection<AudienceScope> scopes);

    /**
     * The people with a membership that counts on that day in one of these spaces, under one of the profiles given
     * for it.
     *
     * @param limit at most that many are returned
     */
    Set<PersonId> membersOf(Map<SpaceId, Set<Profile>> spaces, LocalDate on, int limit);

    /** The people whose membership that counts on that day is for one of these organizations. */
    Set<PersonId> membersFor(Collection<OrganizationId> organizations, LocalDate on, int limit);

    /** The people with any membership that counts on that day, under one of these profiles. */
    Set<PersonId> membersAnywhere(Set<Profile> profiles, LocalDate on, int limit);
}
