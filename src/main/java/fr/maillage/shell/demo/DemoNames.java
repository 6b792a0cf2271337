package fr.maillage.shell.demo;

import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.Level;
import fr.maillage.access.Profile;
import fr.maillage.base.Ids;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.Siren;
import fr.maillage.base.SpaceId;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the keys of the demonstration set stand for: the same on every start. */
final class DemoNames {

    private static final String ALLIANCE = "alliance:";

    private DemoNames() {}

    static PersonId person(String key) {
        return new PersonId(Ids.named("demo:person:" + key));
    }

    static OrganizationId organization(String key) {
        return new OrganizationId(Ids.named("demo:organization:" + key));
    }

    /** A SIREN, or {@code alliance:<id>}. */
    static SpaceId space(String name) {
        return name.startsWith(ALLIANCE) ? SpaceId.ofAlliance(name.substring(ALLIANCE.length()))
                : SpaceId.ofTerritory(new Siren(name));
    }

    static Audience audience(JsonNode grants) {
        Set<Audience.Grant> all = new LinkedHashSet<>();
        for (JsonNode grant : grants.valueStream().toList()) {
            Set<Profile> profiles = new LinkedHashSet<>();
            DemoFile.texts(grant, "profiles").forEach(profile -> profiles.add(Profile.valueOf(profile)));
            all.add(new Audience.Grant(scope(DemoFile.text(grant, "scope")), profiles,
                    Level.valueOf(DemoFile.text(grant, "level"))));
        }
        return Audience.of(all);
    }

    private static AudienceScope scope(String name) {
        String kind = name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
        String key = name.substring(name.indexOf(':') + 1);
        return switch (kind) {
            case "space" -> new AudienceScope.Space(space(key));
            case "alliance" -> new AudienceScope.Space(space(name));
            case "network" -> new AudienceScope.Network();
            case "public" -> new AudienceScope.Public();
            case "person" -> new AudienceScope.Person(person(key));
            case "organization" -> new AudienceScope.Organization(organization(key));
            default -> throw new IllegalArgumentException("Unknown scope " + name);
        };
    }
}
