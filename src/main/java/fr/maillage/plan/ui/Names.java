package fr.maillage.plan.ui;

import fr.maillage.access.AudienceScope;
import fr.maillage.access.PeopleLookup;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the directory of names of one screen: asked once for all it shows, then only for newcomers. */
@Component
class Names {

    private final PeopleLookup lookup;

    Names(PeopleLookup lookup) {
        this.lookup = lookup;
    }

    Directory directory() {
        return new Directory();
    }

    /** What the people and organizations of one screen are called. */
    final class Directory {

        private final Map<UUID, String> known = new HashMap<>();

        /** Learns these names; those known already are not asked again. */
        Directory learn(Collection<PersonId> people, Collection<OrganizationId> organizations) {
            Set<AudienceScope> asked = people.stream().filter(id -> !known.containsKey(id.value()))
                    .map(AudienceScope.Person::new).collect(Collectors.toCollection(HashSet::new));
            organizations.stream().filter(id -> !known.containsKey(id.value())).map(AudienceScope.Organization::new)
                    .forEach(asked::add);
            if (!asked.isEmpty()) {
                known.putAll(lookup.names(asked));
            }
            return this;
        }

        String of(PersonId person) {
            if (!known.containsKey(person.value())) {
                learn(Set.of(person), Set.of());
            }
            return known.getOrDefault(person.value(), "?");
        }

        String of(OrganizationId organization) {
            if (!known.containsKey(organization.value())) {
                learn(Set.of(), Set.of(organization));
            }
            return known.getOrDefault(organization.value(), "?");
        }
    }
}
