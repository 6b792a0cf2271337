package fr.maillage.member;

import fr.maillage.access.AccessScopes;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.PeopleLookup;
import fr.maillage.access.Profile;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the access module about people and organizations that audiences name or reach. */
@Component
@Transactional(readOnly = true)
class AudiencePeople implements PeopleLookup {

    private static final String COUNTS =
            " m.state = 'ACTIVE' and m.from_date <= :on and (m.until_date is null or m.until_date >= :on) ";
    private static final int MOST_FOUND = 20;
    private static final int FEWEST_LETTERS = 2;

    private final JdbcClient jdbc;
    private final AccessScopes scopes;
    private final Masks masks;
    private final Today today;

    AudiencePeople(JdbcClient jdbc, AccessScopes scopes, Masks masks, Today today) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.masks = masks;
        this.today = today;
    }

    /** Whoever is acting finds the people of their own effective spaces, and the organizations of those. */
    @Override
    public List<Found> find(String typed, SpaceId near, int limit) {
        List<UUID> spaces = scopes.current().spaces().stream().map(SpaceId::value).toList();
        if (typed.strip().length() < FEWEST_LETTERS || spaces.isEmpty()) {
            return List.of();
        }
        int most = Math.min(limit, MOST_FOUND);
        String begins = People.like(typed).substring(1);
        List<Found> found = new ArrayList<>(jdbc.sql("""
                select p.id, p.name, min(o.name), max(m.space = :near) as here
                from membership m join person p on p.id = m.person join organization o on o.id = m.organization
                where m.space in (:spaces) and """ + COUNTS + """
                  and not p.disabled and (p.name like :begins or p.name like :word)
                group by p.id, p.name order by here desc, p.name, p.id limit :limit""")
                .param("near", near.value()).param("spaces", spaces).param("on", today.date())
                .param("begins", begins).param("word", "% " + begins).param("limit", most)
                .query((row, n) -> new Found(new AudienceScope.Person(new PersonId(row.getObject(1, UUID.class))),
                        row.getString(2), row.getString(3)))
                .list());
        found.addAll(jdbc.sql("""
                select o.id, o.name, coalesce(s.short_name, ''), max(m.space = :near) as here
                from membership m join organization o on o.id = m.organization left join space s on s.id = o.home
                where m.space in (:spaces) and """ + COUNTS + """
                  and (o.name like :begins or o.name like :word)
                group by o.id, o.name, s.short_name order by here desc, o.name, o.id limit :limit""")
                .param("near", near.value()).param("spaces", spaces).param("on", today.date())
                .param("begins", begins).param("word", "% " + begins).param("limit", most)
                .query((row, n) -> new Found(
                        new AudienceScope.Organization(new OrganizationId(row.getObject(1, UUID.class))),
                        row.getString(2), row.getString(3)))
                .list());
        Set<PersonId> people = masks.people(found.stream().map(Found::scope)
                .filter(AudienceScope.Person.class::isInstance).map(scope -> ((AudienceScope.Person) scope).id()).toList());
        Set<OrganizationId> firms = masks.organizations(found.stream().map(Found::scope)
                .filter(AudienceScope.Organization.class::isInstance)
                .map(scope -> ((AudienceScope.Organization) scope).id()).toList());
        return found.stream().filter(one -> switch (one.scope()) {
            case AudienceScope.Person person -> !people.contains(person.id());
            case AudienceScope.Organization organization -> !firms.contains(organization.id());
            default -> true;
        }).limit(most).toList();
    }

    @Override
    public Map<UUID, String> names(Collection<AudienceScope> asked) {
        Set<UUID> people = new HashSet<>();
        Set<UUID> organizations = new HashSet<>();
        for (AudienceScope scope : asked) {
            if (scope instanceof AudienceScope.Person person) {
                people.add(person.id().value());
            } else if (scope instanceof AudienceScope.Organization organization) {
                organizations.add(organization.id().value());
            }
        }
        Map<UUID, String> names = new HashMap<>();
        read("select id, name from person where id in (:ids)", people, names);
        read("select id, name from organization where id in (:ids)", organizations, names);
        masks.people(people.stream().map(PersonId::new).toList())
                .forEach(hidden -> names.put(hidden.value(), masks.person()));
        masks.organizations(organizations.stream().map(OrganizationId::new).toList())
                .forEach(hidden -> names.put(hidden.value(), masks.organization()));
        return names;
    }

    private void read(String sql, Set<UUID> ids, Map<UUID, String> into) {
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", ids).query(row -> {
                into.put(row.getObject(1, UUID.class), row.getString(2));
            });
        }
    }

    @Override
    public Set<PersonId> membersOf(Map<SpaceId, Set<Profile>> spaces, LocalDate on, int limit) {
        Map<Set<Profile>, List<UUID>> alike = new HashMap<>();
        spaces.forEach((space, profiles) -> {
            if (!profiles.isEmpty()) {
                alike.computeIfAbsent(profiles, set -> new ArrayList<>()).add(space.value());
            }
        });
        // One query for each set of profiles, of which there are fifteen at most.
        Set<PersonId> people = new HashSet<>();
        alike.forEach((profiles, ids) -> people.addAll(jdbc.sql(
                "select distinct m.person from membership m join person p on p.id = m.person where m.space in (:spaces)"
                        + " and m.profile in (:profiles) and not p.disabled and" + COUNTS + "limit :limit")
                .param("spaces", ids).param("profiles", profiles.stream().map(Enum::name).toList()).param("on", on)
                .param("limit", limit).query((row, n) -> new PersonId(row.getObject(1, UUID.class))).list()));
        return people.size() <= limit ? people
                : people.stream().limit(limit).collect(java.util.stream.Collectors.toSet());
    }

    @Override
    public Set<PersonId> membersFor(Collection<OrganizationId> organizations, LocalDate on, int limit) {
        if (organizations.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(
                "select distinct m.person from membership m join person p on p.id = m.person"
                        + " where m.organization in (:ids) and not p.disabled and" + COUNTS + "limit :limit")
                .param("ids", organizations.stream().map(OrganizationId::value).toList()).param("on", on)
                .param("limit", limit).query((row, n) -> new PersonId(row.getObject(1, UUID.class))).list());
    }

    @Override
    public Set<PersonId> membersAnywhere(Set<Profile> profiles, LocalDate on, int limit) {
        if (profiles.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(
                "select distinct m.person from membership m join person p on p.id = m.person"
                        + " where m.profile in (:profiles) and not p.disabled and" + COUNTS + "limit :limit")
                .param("profiles", profiles.stream().map(Enum::name).toList()).param("on", on).param("limit", limit)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class))).list());
    }
}
