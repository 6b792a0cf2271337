package fr.maillage.discussion;

import fr.maillage.access.AudienceScope;
import fr.maillage.access.PeopleLookup;
import fr.maillage.base.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The names of those who wrote, acted or were named in what the reader was let through to. */
@Component
public class PersonNames {

    private final PeopleLookup people;

    PersonNames(PeopleLookup people) {
        this.people = people;
    }

    /** Unknown people are absent. One query. */
    public Map<PersonId, String> of(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Set<AudienceScope> scopes = ids.stream().map(AudienceScope.Person::new).collect(Collectors.toSet());
        Map<PersonId, String> names = new HashMap<>();
        people.names(scopes).forEach((id, name) -> names.put(new PersonId(id), name));
        return names;
    }
}
