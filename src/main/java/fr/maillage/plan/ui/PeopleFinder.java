package fr.maillage.plan.ui;

import fr.maillage.access.AudienceScope;
import fr.maillage.access.PeopleLookup;
import fr.maillage.access.PeopleLookup.Found;
import fr.maillage.base.SpaceId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds those who can be named on a plan or an action. */
@Component
class PeopleFinder {

    private final PeopleLookup lookup;

    PeopleFinder(PeopleLookup lookup) {
        this.lookup = lookup;
    }

    List<Found> people(String typed, SpaceId near, int limit) {
        return find(typed, near, limit, AudienceScope.Person.class);
    }

    List<Found> organizations(String typed, SpaceId near, int limit) {
        return find(typed, near, limit, AudienceScope.Organization.class);
    }

    private List<Found> find(String typed, SpaceId near, int limit, Class<? extends AudienceScope> kind) {
        return lookup.find(typed, near, limit).stream().filter(found -> kind.isInstance(found.scope())).toList();
    }
}
