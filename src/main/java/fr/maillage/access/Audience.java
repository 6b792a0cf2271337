package fr.maillage.access;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Who an item is meant for: a set of grants. Immutable. */
public record Audience(Set<Grant> grants) {

    /**
     * One grant.
     *
     * @param profiles the profiles it lets through; all four when the scope is a person, an organization or public
     */
    public record Grant(AudienceScope scope, Set<Profile> profiles, Level level) {

        public Grant {
            profiles = profiles.isEmpty() ? EnumSet.allOf(Profile.class) : EnumSet.copyOf(profiles);
        }

        public boolean allProfiles() {
            return profiles.size() == Profile.values().length;
        }
    }

    public Audience {
        grants = Set.copyOf(grants);
    }

    /** Nobody but the author. */
    public static Audience none() {
        return new Audience(Set.of());
    }

    /** All the people of a space, who may comment. */
    public static Audience ofSpace(SpaceId space) {
        return none().with(new AudienceScope.Space(space), Level.COMMENT);
    }

    public static Audience of(Collection<Grant> grants) {
        return new Audience(new LinkedHashSet<>(grants));
    }

    /** This audience and one more scope; a grant to the same scope is replaced. No profile means all of them. */
    public Audience with(AudienceScope scope, Level level, Profile... profiles) {
        Set<Grant> all = new LinkedHashSet<>(without(scope).grants);
        all.add(new Grant(scope, Set.of(profiles), level));
        return new Audience(all);
    }

    public Audience without(AudienceScope scope) {
        Set<Grant> all = new LinkedHashSet<>(grants);
        all.removeIf(grant -> grant.scope().equals(scope));
        return new Audience(all);
    }

    public Audience withPerson(PersonId person, Level level) {
        return with(new AudienceScope.Person(person), level);
    }

    public Optional<Grant> grantTo(AudienceScope scope) {
        return grants.stream().filter(grant -> grant.scope().equals(scope)).findFirst();
    }

    public boolean isPublic() {
        return grantTo(new AudienceScope.Public()).isPresent();
    }

    /** Whether every grant of this audience is contained in the other one's grant to the same scope. */
    public boolean isWithin(Audience other) {
        return grants.stream().allMatch(grant -> other.grants.stream().anyMatch(wide -> wide.scope().equals(grant.scope())
                && wide.profiles().containsAll(grant.profiles()) && wide.level().atLeast(grant.level())));
    }
}
