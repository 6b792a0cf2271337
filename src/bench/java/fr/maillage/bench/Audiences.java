package fr.maillage.bench;

import fr.maillage.access.Audience;
import fr.maillage.access.Audience.Grant;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.Level;
import fr.maillage.access.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For whom the items of the benchmark are, in the proportions of real life, and the doors that come of it. */
final class Audiences {

    /** In the biggest space nearly everything is for staff alone: what others read there, they must find among it. */
    private static final int STAFF_ONLY = 95;

    private final World world;
    private final World.Space biggest;

    Audiences(World world) {
        this.world = world;
        this.biggest = world.territories.stream()
                .max(java.util.Comparator.comparingDouble(World.Space::weight)).orElseThrow();
    }

    Audience draw(World.Space owner, Draw draw) {
        AudienceScope.Space space = new AudienceScope.Space(owner.id());
        int dice = draw.below(100);
        Audience audience;
        if (owner == biggest && draw.chance(STAFF_ONLY)) {
            audience = Audience.none().with(space, Level.COMMENT, Profile.STAFF);
        } else if (dice < 60 || dice >= 80) {
            audience = Audience.ofSpace(owner.id());
        } else {
            audience = Audience.none().with(space, Level.COMMENT, profiles(1 + draw.below(14)));
        }
        if (dice >= 80 && dice < 95) {
            for (int i = draw.between(1, 2); i > 0 && !owner.alliances().isEmpty(); i--) {
                AudienceScope alliance = new AudienceScope.Space(draw.one(owner.alliances()).id());
                audience = draw.chance(25)
                        ? audience.with(alliance, Level.COMMENT, Profile.ELECTED, Profile.STAFF)
                        : audience.with(alliance, draw.one(Level.READ, Level.COMMENT));
            }
        } else if (dice >= 95 && dice < 99) {
            audience = draw.chance(20) ? audience.with(new AudienceScope.Network(), Level.READ, Profile.BUSINESS)
                    : audience.with(new AudienceScope.Network(), Level.READ);
        } else if (dice == 99 && !world.alliances.contains(owner)) {
            audience = audience.with(new AudienceScope.Public(), Level.READ);
        }
        return named(audience, owner, draw);
    }

    /** Some people and organizations, mostly of the same space, are named one by one. */
    private Audience named(Audience audience, World.Space owner, Draw draw) {
        Audience wider = audience;
        for (int i = draw.below(5); i > 0; i--) {
            World.Space near = owner.alliances().isEmpty() || draw.chance(70) ? owner : draw.one(owner.alliances());
            wider = draw.chance(20) && !near.organizations().isEmpty()
                    ? wider.with(new AudienceScope.Organization(draw.one(near.organizations())), Level.READ)
                    : wider.withPerson(draw.one(near.members()).person(), draw.one(Level.READ, Level.COMMENT));
        }
        return wider;
    }

    private static Profile[] profiles(int mask) {
        return java.util.Arrays.stream(Profile.values()).filter(profile -> (mask & 1 << profile.ordinal()) != 0)
                .toArray(Profile[]::new);
    }

    /** The doors of an audience, as the application opens them; {@link Sample} compares. */
    Map<Integer, Level> doors(Audience audience) {
        Map<Integer, Level> doors = new LinkedHashMap<>();
        for (Grant grant : audience.grants()) {
            switch (grant.scope()) {
                case AudienceScope.Public _ -> doors.put(2 * 8, Level.READ);
                case AudienceScope.Network _ -> perProfile(doors, 1, grant);
                case AudienceScope.Space space -> perProfile(doors, world.scope('S', space.id().value()), grant);
                case AudienceScope.Person person ->
                    doors.put(world.scope('P', person.id().value()) * 8, grant.level());
                case AudienceScope.Organization organization ->
                    doors.put(world.scope('O', organization.id().value()) * 8, grant.level());
            }
        }
        return doors;
    }

    private static void perProfile(Map<Integer, Level> doors, int scope, Grant grant) {
        if (grant.allProfiles()) {
            doors.put(scope * 8, grant.level());
        } else {
            grant.profiles().forEach(profile -> doors.put(scope * 8 + profile.ordinal() + 1, grant.level()));
        }
    }

    /** Who may write this item in the owner's space: the world is shown only what a coordinator shows. */
    static World.Member author(World.Space owner, Audience audience, Draw draw) {
        if (audience.isPublic()) {
            return owner.coordinator();
        }
        List<World.Member> members = owner.members();
        for (int i = 0; i < 8; i++) {
            World.Member member = draw.one(members);
            if (member.role().atLeast(fr.maillage.access.Role.CONTRIBUTOR)) {
                return member;
            }
        }
        return owner.coordinator();
    }

}
