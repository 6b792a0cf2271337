package fr.maillage.bench;

import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Hue;
import fr.maillage.base.Ids;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who there is before anything is written: territories, alliances, people, organizations, and their scope numbers. */
final class World {

    static final int ALLIANCES = 150;
    static final int PEOPLE = 12_500;
    static final int LEAST_PEOPLE = 6;
    /** People with exactly so many memberships, and how many of each: those the lists are timed for. */
    static final int[] MEMBERSHIPS = {1, 5, 20};
    static final int EACH = 40;

    record Member(PersonId person, Profile profile, Role role, OrganizationId organization) {}

    /** A territory or an alliance that owns items. */
    record Space(SpaceId id, String name, double weight, List<Member> members, List<Space> alliances,
            List<OrganizationId> organizations) {

        /** Who coordinates; only they publish to the whole world. */
        Member coordinator() {
            return members.getFirst();
        }
    }

    final List<Space> territories = new ArrayList<>();
    final List<Space> alliances = new ArrayList<>();
    private final Map<UUID, Integer> scopes = new HashMap<>();
    private final Map<UUID, String> newScopes = new LinkedHashMap<>();
    private final Map<List<UUID>, Integer> seats = new HashMap<>();
    private int lastScope;
    private int writtenScope;

    private final Connection connection;
    private final LocalDate today;
    private final Draw draw = new Draw("world");
    private final String hash;

    World(Connection connection, LocalDate today, String passwordHash) {
        this.connection = connection;
        this.today = today;
        this.hash = passwordHash;
    }

    /** Draws everybody, and writes them unless they stand already. */
    void make(boolean write) throws SQLException {
        readTerritories();
        try (Bulk people = new Bulk(connection, write, "person", "id", "email", "name", "function_title", "locale",
                "color_scheme", "password_hash", "administrator", "disabled", "sign_in_epoch", "created_at", "version");
                Bulk organizations = new Bulk(connection, write, "organization", "id", "kind", "name", "home",
                        "summary", "looks_for", "offers", "version");
                Bulk memberships = new Bulk(connection, write, "membership", "id", "person", "space", "organization",
                        "profile", "role", "from_date", "state", "message", "created_at", "version")) {
            double total = territories.stream().mapToDouble(Space::weight).sum();
            for (Space territory : territories) {
                populate(territory, LEAST_PEOPLE + (int) (PEOPLE * territory.weight() / total), people, organizations,
                        memberships);
            }
            makeTimed(people, memberships);
        }
        makeAlliances(write);
    }

    private void readTerritories() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select t.id, s.short_name, t.population from territory t"
                    + " join space s on s.id = t.id order by t.siren")) {
                while (row.next()) {
                    territories.add(new Space(new SpaceId(row.getObject(1, UUID.class)), row.getString(2),
                            Math.pow(row.getInt(3), 0.7) * Math.exp(draw.gauss() * 0.8), new ArrayList<>(),
                            new ArrayList<>(), new ArrayList<>()));
                }
            }
            try (ResultSet row = statement.executeQuery("select ref, no from scope order by no")) {
                while (row.next()) {
                    scopes.put(row.getObject(1, UUID.class), row.getInt(2));
                    lastScope = Math.max(lastScope, row.getInt(2));
                }
            }
            lastScope = Math.max(lastScope, 15);
            writtenScope = lastScope;
        }
    }

    private void populate(Space space, int count, Bulk people, Bulk organizations, Bulk memberships)
            throws SQLException {
        for (int i = 0; i < 1 + count / 3; i++) {
            OrganizationId id = new OrganizationId(Ids.named("bench:o:" + space.id().value() + i));
            String kind = i == 0 ? "EPCI" : i % 5 == 1 ? "CHAMBER" : "COMPANY";
            organizations.add(id.value(), kind, i == 0 ? space.name() : Words.organization(draw, kind),
                    space.id().value(), Words.sentence(draw), Words.sentence(draw), Words.sentence(draw), 0);
            space.organizations().add(id);
        }
        for (int i = 0; i < count; i++) {
            Profile profile = switch (i) {
                case 0, 2 -> Profile.STAFF;
                case 1, 5 -> Profile.ELECTED;
                case 3 -> Profile.BUSINESS;
                case 4 -> Profile.PARTNER;
                default -> draw.one(Profile.ELECTED, Profile.STAFF, Profile.STAFF, Profile.BUSINESS, Profile.BUSINESS,
                        Profile.PARTNER);
            };
            Role role = i < 2 ? Role.COORDINATOR : i == 2 ? Role.EDITOR
                    : draw.one(Role.READER, Role.CONTRIBUTOR, Role.CONTRIBUTOR, Role.EDITOR);
            PersonId person = person("bench:p:" + space.id().value() + i,
                    "p" + i + "." + space.id().value().toString().substring(0, 8) + "@banc.exemple.fr", people);
            join(person, space, profile, role, memberships);
        }
    }

    private PersonId person(String key, String email, Bulk people) throws SQLException {
        PersonId id = new PersonId(Ids.named(key));
        people.add(id.value(), email, Words.name(draw), Words.function(draw), "fr", "AUTO", hash, false, false, 1,
                at(today.minusYears(4)), 0);
        return id;
    }

    private void join(PersonId person, Space space, Profile profile, Role role, Bulk memberships) throws SQLException {
        OrganizationId organization = profile == Profile.ELECTED || profile == Profile.STAFF
                ? space.organizations().getFirst() : draw.one(space.organizations());
        memberships.add(Ids.named("bench:m:" + person.value() + space.id().value()), person.value(),
                space.id().value(), organization.value(), profile.name(), role.name(), today.minusYears(4), "ACTIVE",
                "", at(today.minusYears(4)), 0);
        space.members().add(new Member(person, profile, role, organization));
    }

    /** The people of whom lists are timed: one, five or twenty memberships each, in spaces large and small. */
    private void makeTimed(Bulk people, Bulk memberships) throws SQLException {
        double[] weights = Draw.cumulate(territories.stream().mapToDouble(Space::weight).toArray());
        for (int count : MEMBERSHIPS) {
            for (int i = 0; i < EACH; i++) {
                String email = timed(count, i);
                PersonId person = person("bench:timed:" + email, email, people);
                Profile profile = draw.one(Profile.values());
                Set<Space> spaces = new LinkedHashSet<>();
                while (spaces.size() < count) {
                    spaces.add(territories.get(draw.weighted(weights)));
                }
                for (Space space : spaces) {
                    join(person, space, profile, draw.one(Role.READER, Role.CONTRIBUTOR), memberships);
                }
            }
        }
    }

    static String timed(int memberships, int number) {
        return "mesure-%d-%d@banc.exemple.fr".formatted(memberships, number + 1);
    }

    private void makeAlliances(boolean write) throws SQLException {
        try (Bulk alliance = new Bulk(connection, write, "alliance", "id", "slug", "name", "short_name", "tagline",
                "kind", "description", "source", "charter_no", "version");
                Bulk charter = new Bulk(connection, write, "charter", "id", "alliance", "no", "effective_from",
                        "adopted_at", "text", "role_elected", "role_staff", "role_business", "role_partner",
                        "hides_businesses", "default_audience", "readable_after_leaving");
                Bulk member = new Bulk(connection, write, "alliance_member", "id", "alliance", "member",
                        "member_kind", "state", "proposed_side", "proposed_at", "answered_at", "version");
                Bulk space = new Bulk(connection, write, "space", "id", "kind", "name", "short_name", "path", "hue",
                        "emblem")) {
            for (int i = 0; i < ALLIANCES; i++) {
                String slug = "banc-" + (i + 1);
                SpaceId id = SpaceId.ofAlliance(slug);
                String name = Words.alliance(draw, i + 1);
                alliance.add(id.value(), slug, name, name, Words.sentence(draw), "réseau de territoires",
                        Words.paragraph(draw), "", 1, 0);
                charter.add(Ids.named("bench:charter:" + slug), id.value(), 1, today.minusYears(4),
                        at(today.minusYears(4)), Words.paragraph(draw), "CONTRIBUTOR", "CONTRIBUTOR", "READER",
                        "READER", false, "ALLIANCE", true);
                space.add(id.value(), "A", name, name, "alliances/" + slug, Hue.of(slug), "");
                Space made = new Space(id, name, 1.0 / Math.pow(i + 1, 0.8), new ArrayList<>(), new ArrayList<>(),
                        new ArrayList<>());
                Set<Space> members = new LinkedHashSet<>();
                for (int n = draw.between(2, 12); n > 0; n--) {
                    members.add(draw.one(territories));
                }
                for (Space territory : members) {
                    member.add(Ids.named("bench:link:" + slug + territory.id().value()), id.value(),
                            territory.id().value(), "TERRITORY", "ACTIVE", "MEMBER", at(today.minusYears(4)),
                            at(today.minusYears(4)), 0);
                    territory.alliances().add(made);
                    made.organizations().addAll(territory.organizations());
                    // Through the charter: who answers to a member writes in the alliance.
                    territory.members().stream().filter(person -> person.profile().mayCoordinateTerritory())
                            .forEach(made.members()::add);
                }
                alliances.add(made);
            }
        }
    }

    LocalDateTime at(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC).toLocalDateTime();
    }

    int scope(char kind, UUID ref) {
        Integer known = scopes.get(ref);
        if (known != null) {
            return known;
        }
        scopes.put(ref, ++lastScope);
        newScopes.put(ref, String.valueOf(kind));
        return lastScope;
    }

    /** The author's seat in a space, as the application derives it. */
    int seat(PersonId person, SpaceId space) {
        return seats.computeIfAbsent(List.of(person.value(), space.value()),
                pair -> scope('A', Ids.named("seat:" + person.value() + ':' + space.value())));
    }

    /** Writes the scope numbers given since the last time. */
    void writeScopes(boolean write) throws SQLException {
        try (Bulk rows = new Bulk(connection, write, "scope", "no", "kind", "ref")) {
            for (Map.Entry<UUID, String> entry : newScopes.entrySet()) {
                rows.add(++writtenScope, entry.getValue(), entry.getKey());
            }
        }
        newScopes.clear();
    }
}
